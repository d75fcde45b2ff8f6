"""The recognisers, each a function from a text to candidates; what joins :data:`RECOGNISERS` takes part."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tryggsamtale.border.recognisers.account import account
from tryggsamtale.border.recognisers.address import addresses, postal
from tryggsamtale.border.recognisers.car_plate import car_plate
from tryggsamtale.border.recognisers.case_number import case_number
from tryggsamtale.border.recognisers.date import date
from tryggsamtale.border.recognisers.email import email
from tryggsamtale.border.recognisers.handle import handle
from tryggsamtale.border.recognisers.national_id import national_id
from tryggsamtale.border.recognisers.phone import phone
from tryggsamtale.border.recognisers.seen import Seen
from tryggsamtale.border.recognisers.url import url
from tryggsamtale.border.spans import Candidate

RECOGNISERS: tuple[Callable[[Seen], Iterable[Candidate]], ...] = (
    national_id, phone, email, account, car_plate, addresses, postal, handle, url, case_number, date,
)
