"""The one way in: the HTTP API of the contract, as a Rasa input channel.

A message comes in, is cleaned and masked at the border, is handed to Rasa, and its turn is kept sealed with the
session in one write. A turn of which any part failed leaves no trace and is answered with 503: trying again goes on
where it was.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import rasa.core.channels.channel as rasa_channel
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty
from sanic.response import json as json_response

from rasa_plugins import patches, strict_http, tracker_store
from rasa_plugins.api_models import ChangedSession, NewSession, ResumedSession, UserMessage, openapi
from rasa_plugins.house import House
from rasa_plugins.own_words import OwnWords
from rasa_plugins.problems import RETRY_SECONDS, Problem
from rasa_plugins.requests import body_of, cleaned, key_of, token_of
from rasa_plugins.sessions import Session
from rasa_plugins.turns import Answer, Collector, assembled, payloads_of
from rasa_plugins.web import serve_web
from tryggsamtale.border.brackets import bracketed
from tryggsamtale.border.cleaning import is_clean
from tryggsamtale.border.correcting import Correction, read_correction
from tryggsamtale.border.danger.detector import danger
from tryggsamtale.border.danger.learned import learned
from tryggsamtale.border.danger.writer import writer
from tryggsamtale.outputs.documents import MEDIA_TYPES, formats_of, render
from tryggsamtale.outputs.handover import open_receipt
from tryggsamtale.settings import Settings
from tryggsamtale.storage.codes import InvalidCode
from tryggsamtale.storage.database import StorageUnavailable
from tryggsamtale.wording import in_language

log = logging.getLogger(__name__)

NAME = "tryggsamtale"
NEUTRAL_NAME = "notat"
"""Of a document on the user's machine, where others may see it."""
NO_SUCH_CODE = "Koden passer ikke til noe som er lagret. Den kan være skrevet feil, brukt opp eller utløpt."

patches.apply()
strict_http.apply()

OnMessage = Callable[[rasa_channel.UserMessage], Awaitable[Any]]


class TryggsamtaleChannel(rasa_channel.InputChannel):
    """Serves the widget's page and the API (contract §1)."""

    @classmethod
    def name(cls) -> str:
        return NAME

    def url_prefix(self) -> str:
        return "/"

    def blueprint(self, on_new_message: OnMessage) -> Blueprint:
        settings = Settings.from_environment()
        blueprint = Blueprint(NAME)
        api = _Api(House(settings), on_new_message)
        learned()  # before the first message comes
        serve_web(blueprint, api.house, settings)
        for method, path, call in (
            ("POST", "/api/sessions", api.start),
            ("PATCH", "/api/sessions", api.change_language),
            ("DELETE", "/api/sessions", api.delete),
            ("POST", "/api/sessions/resume", api.resume),
            ("POST", "/api/messages", api.message),
            ("GET", "/api/messages", api.turns),
            ("GET", "/api/documents/<name:str>", api.document),
            ("GET", "/api/openapi.json", api.description),
        ):
            blueprint.add_route(_handler(call), path, methods=[method], name=call.__name__)
        return blueprint


class _Api:
    def __init__(self, house: House, on_new_message: OnMessage) -> None:
        self.house = house
        self._on_new_message = on_new_message

    # the calls

    async def start(self, request: Request) -> HTTPResponse:
        body = body_of(request, NewSession, empty_is={})
        self._within(self.house.session_limit, request.remote_addr or request.ip)
        token, session = await self.house.sessions.create(body.locale)
        session.locale_chosen = "locale" in body.__fields_set__
        answer = await self._turn(session, _pressed("hilsen"))
        await self._keep(token, session, answer)
        return _started(token, session, answer.turn)

    async def resume(self, request: Request) -> HTTPResponse:
        body = body_of(request, ResumedSession)
        self._within(self.house.code_limit, request.remote_addr or request.ip)
        try:
            kept = await asyncio.to_thread(open_receipt, self.house.engine, body.code)
        except InvalidCode as error:
            raise Problem(422, str(error)) from None
        if kept is None:
            raise Problem(404, NO_SUCH_CODE)
        token, session = await self.house.sessions.create(body.locale)
        session.code = body.code
        session.own_words = OwnWords.beside(kept)
        answer = await self._turn(session, _pressed("gjenoppta"), {"kept": kept})
        await self._keep(token, session, answer)
        return _started(token, session, answer.turn)

    async def change_language(self, request: Request) -> HTTPResponse:
        body = body_of(request, ChangedSession)
        async with self._own_session(request) as (token, session):
            session.choose(body.locale)
            turn = session.turns[-1]["turn"] if session.turns else (await self._turn(session, _pressed("gjenta"))).turn
            await self.house.sessions.save(token, session)
        return _answered(turn, session)

    async def delete(self, request: Request) -> HTTPResponse:
        async with self._own_session(request) as (token, _):
            await self.house.sessions.delete(token)
        return empty(204)

    async def turns(self, request: Request) -> HTTPResponse:
        async with self._own_session(request) as (token, session):
            await self.house.sessions.save(token, session)
        return json_response({"turns": in_language([entry["turn"] for entry in session.turns], session.locale)})

    async def message(self, request: Request) -> HTTPResponse:
        body = body_of(request, UserMessage)
        key = key_of(request)
        self._within(self.house.message_limit, token_of(request))
        async with self._own_session(request) as (token, session):
            again = session.answered(key) if key else None
            if again is not None:
                receipt = self.house.sessions.receipt(token, key)
                return _answered(again | ({"receipt": receipt} if receipt else {}), session)
            return await self._answer(token, session, body, key)

    async def document(self, request: Request, name: str) -> HTTPResponse:
        session = await self._session(token_of(request), even_remembered=True)
        identity, _, kind = name.rpartition(".")
        if identity not in session.documents or kind not in formats_of(session.documents[identity]["kind"]):
            raise Problem(404, "Dokumentet finnes ikke, eller samtalen det hørte til er slettet.")
        content = await asyncio.to_thread(render, session.documents[identity], kind, session.locale)
        headers = {"Content-Disposition": f'attachment; filename="{NEUTRAL_NAME}.{kind}"'}
        return HTTPResponse(content, 200, headers, MEDIA_TYPES[kind])

    async def description(self, request: Request) -> HTTPResponse:
        return json_response(openapi())

    # one message

    async def _answer(self, token: str, session: Session, body: UserMessage, key: str | None) -> HTTPResponse:
        typed = None
        if body.text is None:
            answer = await self._turn(session, self._chosen(body.payloads or [body.payload], session))
        else:
            text = cleaned(body.text)
            correction = read_correction(text, expected=session.own_words.draft is not None)
            if correction:
                answer = await self._corrected(correction, text, session)
            else:
                typed, answer = text, await self._told(text, session)
        if answer.ends:
            await self.house.sessions.delete(token)
        else:
            await self._keep(token, session, answer, key, typed)
        return _answered(answer.turn, session)

    async def _told(self, text: str, session: Session) -> Answer:
        """The turn that a text leads to. Behind this line nobody sees it unmasked; the actions get to know what was
        heard in it: danger now, and who is writing."""
        masked = session.own_words.mask(text, session.memory)
        session.follow(masked.text)
        told = danger(text)
        metadata = {
            "kept": bracketed(masked.text), "danger": told.reason if told.acute else None, "writer": writer(text)
        }
        return await self._turn(session, {"text": masked.text}, metadata, masked.text if masked.spans else None)

    async def _corrected(self, correction: Correction, text: str, session: Session) -> Answer:
        """The turn after «skjul også …» or «vis …»."""
        session.memory, how = session.own_words.correct(correction, session.memory)
        masked = session.own_words.mask(text)
        message = _pressed("skjuling", {"verdi": [how]})
        told = danger(text)
        heard = {"danger": told.reason if told.acute else None}
        answer = await self._turn(session, message, heard, masked.text if masked.spans else None)
        session.forget_quotes()
        return answer

    @staticmethod
    def _chosen(payloads: list[str], session: Session) -> dict[str, Any]:
        """What Rasa gets to see of pressed options; only what this session was offered can be pressed."""
        if not all(is_clean(payload) and payload in session.offered for payload in payloads):
            raise Problem(422, "Dette valget hører ikke til samtalen. Velg blant det som står der nå.")
        names = {payload.partition("{")[0] for payload in payloads}
        values = [json.loads(payload[payload.index("{"):]) if "{" in payload else {} for payload in payloads]
        steps = {value.get("felt") for value in values}
        if len(names) > 1 or len(steps) > 1:
            raise Problem(422, "Velg svar på ett spørsmål om gangen.")
        said = {"felt": steps.pop(), "verdi": [value["verdi"] for value in values if "verdi" in value]}
        return _pressed(names.pop().strip("/"), {name: value for name, value in said.items() if value})

    async def _turn(
        self, session: Session, message: dict[str, Any], metadata: dict[str, Any] | None = None,
        masked: str | None = None,
    ) -> Answer:
        """Let Rasa take the turn. Raises Problem 503 when any part of it failed; the session is as it was then."""
        collector = Collector()
        metadata = {"code": session.code, **(metadata or {})}
        tracker_store.lay(session.sender, session.memory)
        try:
            await self._on_new_message(rasa_channel.UserMessage(
                output_channel=collector, sender_id=session.sender, input_channel=NAME, metadata=metadata, **message
            ))
        except Exception as error:
            log.error("A turn failed: %s", type(error).__name__)
            collector.failed = True
        memory = tracker_store.take(session.sender)
        if not collector.complete:
            raise Problem(503, retry_after=RETRY_SECONDS)
        session.memory = memory
        answer = assembled(collector.replies, masked)
        for document in answer.turn.get("documents", []):
            session.documents[document["id"]] = document.pop("content")
        return answer

    async def _keep(
        self, token: str, session: Session, answer: Answer, key: str | None = None, typed: str | None = None
    ) -> None:
        session.add(answer.turn, payloads_of(answer.turn), key, answer.quotes)
        await self.house.sessions.save(token, session, typed)
        if key and answer.turn.get("receipt"):
            self.house.sessions.show_again(token, key, answer.turn["receipt"])

    @asynccontextmanager
    async def _own_session(self, request: Request) -> AsyncIterator[tuple[str, Session]]:
        """The caller's token and session, with nobody else at work on it. Raises Problem 401 or 503."""
        token = token_of(request)
        async with self.house.sessions.lock(token):
            yield token, await self._session(token)

    async def _session(self, token: str, even_remembered: bool = False) -> Session:
        try:
            session = await self.house.sessions.load(token)
        except StorageUnavailable as error:
            log.error("A session could not be read: %s", error)
            session = self.house.sessions.remembered(token) if even_remembered else None
            if session is None:
                raise Problem(503, retry_after=RETRY_SECONDS) from None
        if session is None:
            raise Problem(401)
        return session

    @staticmethod
    def _within(limit: Any, caller: str) -> None:
        seconds = limit.wait(caller)
        if seconds:
            raise Problem(429, retry_after=seconds)


def _handler(call: Callable[..., Awaitable[HTTPResponse]]) -> Callable[..., Awaitable[HTTPResponse]]:
    """A plain function, on which Sanic can leave its marks. A call is carried through even if the caller has hung up,
    so that trying again finds it done and not half done."""

    async def handle(request: Request, **arguments: str) -> HTTPResponse:
        return await asyncio.shield(call(request, **arguments))

    return handle


def _pressed(intent: str, entities: dict[str, Any] | None = None) -> dict[str, Any]:
    """A message whose meaning is known: no classifier needs to read it."""
    parsed = {
        "text": f"/{intent}", "intent": {"name": intent, "confidence": 1.0},
        "intent_ranking": [{"name": intent, "confidence": 1.0}],
        "entities": [{"entity": name, "value": value} for name, value in (entities or {}).items()],
    }
    return {"text": parsed["text"], "parse_data": parsed}


def _answered(turn: dict[str, Any], session: Session) -> HTTPResponse:
    """A turn in the session's language, which the header names: it may have followed the user's."""
    return json_response(in_language(turn, session.locale), headers={"Content-Language": session.locale})


def _started(token: str, session: Session, turn: dict[str, Any]) -> HTTPResponse:
    body = {"token": token, "expires_at": session.expires_at, "turn": in_language(turn, session.locale)}
    return json_response(body, 201)
