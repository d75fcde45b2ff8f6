"""Errors as the user meets them: RFC 9457, in Norwegian, without a stack trace and without what was written."""

from __future__ import annotations

from dataclasses import dataclass

from sanic.response import HTTPResponse, json

RETRY_SECONDS = 5
"""When a part that is down is worth another try."""

TITLES = {
    400: ("Forespørselen kan ikke leses", "Innholdet er ikke gyldig JSON, eller mangler noe."),
    401: ("Samtalen finnes ikke", "Samtalen er avsluttet eller koden er ukjent. Start en ny samtale."),
    403: ("Ikke tillatt herfra", "Denne nettsiden har ikke lov til å bruke samtalen."),
    404: ("Finnes ikke", "Det du ber om, finnes ikke her."),
    405: ("Ikke mulig her", "Denne adressen tar ikke imot det kallet."),
    413: ("For langt", "Teksten er for lang. Skriv kortere, høyst 4 000 tegn om gangen."),
    415: ("Feil format", "Innholdet må sendes som application/json."),
    422: ("Kan ikke brukes", "Verdien kan ikke brukes her."),
    429: ("Litt for fort", "Det kom mange meldinger på kort tid. Vent litt og prøv igjen."),
    500: ("Noe gikk galt", "Beklager, noe gikk galt hos oss. Prøv igjen. Fare nå: ring 112."),
    503: (
        "Utilgjengelig et øyeblikk",
        "En del av tjenesten svarer ikke. Ingenting er tapt: prøv igjen om litt. Fare nå: ring 112.",
    ),
}


@dataclass
class Problem(Exception):
    """An error to answer with: HTTP ``status``, and a ``detail`` or seconds to wait where it has its own."""

    status: int
    detail: str | None = None
    retry_after: int | None = None

    def response(self) -> HTTPResponse:
        title, detail = TITLES.get(self.status, TITLES[500])
        body = {"type": "about:blank", "title": title, "status": self.status, "detail": self.detail or detail}
        headers = {"Retry-After": str(self.retry_after)} if self.retry_after else {}
        if self.status == 401:
            headers["WWW-Authenticate"] = "Bearer"
        return json(body, self.status, headers, content_type="application/problem+json", ensure_ascii=False)
