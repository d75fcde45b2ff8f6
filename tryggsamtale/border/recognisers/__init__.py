"""The recognisers, each a function from a text to candidates; what joins one of the three stages takes part.

The stages go from sure and quick to slow: each reads what those before it have left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tryggsamtale.border.recognisers.account import account
from tryggsamtale.border.recognisers.address import addresses, postal
from tryggsamtale.border.recognisers.car_plate import car_plate
from tryggsamtale.border.recognisers.case_number import case_number
from tryggsamtale.border.recognisers.date import date
from tryggsamtale.border.recognisers.email import email
from tryggsamtale.border.recognisers.entity import entities
from tryggsamtale.border.recognisers.handle import handle
from tryggsamtale.border.recognisers.national_id import national_id
from tryggsamtale.border.recognisers.organisation import organisations
from tryggsamtale.border.recognisers.person import person
from tryggsamtale.border.recognisers.phone import phone
from tryggsamtale.border.recognisers.place import places
from tryggsamtale.border.recognisers.seen import Seen
from tryggsamtale.border.recognisers.url import url
from tryggsamtale.border.spans import Candidate

Recognise = Callable[[Seen], Iterable[Candidate]]
IDENTIFIERS: tuple[Recognise, ...] = (
    national_id, phone, email, account, car_plate, addresses, postal, handle, url, case_number, date,
)
NAMES: tuple[Recognise, ...] = (person, places, organisations)
PIPELINE: tuple[Recognise, ...] = (entities,)
