"""What is around the API: the page with the widget, health, headers, origins and errors."""

from __future__ import annotations

import logging

import aiohttp
from sanic import Blueprint, Sanic
from sanic.exceptions import MethodNotSupported, NotFound, PayloadTooLarge, SanicException
from sanic.request import Request
from sanic.response import HTTPResponse, empty, file, json

from rasa_plugins.house import House
from rasa_plugins.problems import RETRY_SECONDS, TITLES, Problem
from rasa_plugins.strict_http import UNREADABLE, StrictRequest
from tryggsamtale.settings import PROJECT, Settings
from tryggsamtale.storage.database import StorageUnavailable

log = logging.getLogger(__name__)

PAGES = PROJECT / "widget" / "dist"

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        "font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}
METHODS = "GET, POST, PATCH, DELETE"
REQUEST_HEADERS = "Authorization, Content-Type, Idempotency-Key"
PATIENCE = aiohttp.ClientTimeout(total=2)


def serve_web(blueprint: Blueprint, house: House, settings: Settings) -> None:
    """Add the page, the files of the widget, health, and what every answer carries."""
    origins = frozenset(settings.allowed_origins)

    @blueprint.get("/")
    async def page(_: Request) -> HTTPResponse:
        if not (PAGES / "index.html").is_file():
            raise Problem(404, "Siden er ikke bygget. Kjør «make run».")
        return await file(PAGES / "index.html")

    if PAGES.is_dir():
        blueprint.static("/widget", str(PAGES), name="widget")

    @blueprint.get("/healthz")
    async def healthz(_: Request) -> HTTPResponse:
        return json({"status": "ok"})

    @blueprint.get("/readyz")
    async def readyz(request: Request) -> HTTPResponse:
        agent = getattr(request.app.ctx, "agent", None)
        parts = {
            "modell": bool(agent and agent.is_ready()),
            "handlingstjener": await _answers(f"http://127.0.0.1:{settings.action_port}/health"),
            "database": await house.database_answers(),
        }
        if not all(parts.values()):
            missing = ", ".join(name for name, answers in parts.items() if not answers)
            raise Problem(503, f"Svarer ikke: {missing}.", retry_after=5)
        return json({"status": "ok", **parts})

    @blueprint.listener("before_server_start")
    async def furnish(app: Sanic, _: object) -> None:
        app.config.REQUEST_MAX_SIZE = settings.max_body_bytes
        app.config.PROXIES_COUNT = settings.proxies
        app.request_class = StrictRequest
        app.error_handler.add(Exception, _problem)
        for error in (Problem, SanicException, NotFound, MethodNotSupported, PayloadTooLarge):
            app.error_handler.add(error, _problem)
        app.register_middleware(lambda request: _foreign(request, origins), "request")
        app.register_middleware(lambda request, response: _dress(request, response, origins), "response")
        app.ctx.sweep = app.add_task(house.sweep())

    @blueprint.listener("before_server_stop")
    async def close(app: Sanic, _: object) -> None:
        app.ctx.sweep.cancel()


async def _answers(url: str) -> bool:
    try:
        async with aiohttp.ClientSession(timeout=PATIENCE) as session, session.get(url) as answer:
            return answer.status == 200
    except (aiohttp.ClientError, OSError, TimeoutError):
        return False


def _own(request: Request, origin: str) -> bool:
    return origin.partition("://")[2] == request.host


def _foreign(request: Request, origins: frozenset[str]) -> HTTPResponse | None:
    """Refuse a page of another origin that is not allowed, and answer the preflight of one that is."""
    origin = request.headers.get("Origin")
    if request.method == "OPTIONS":
        return empty(204)
    if origin and request.path.startswith("/api") and not (_own(request, origin) or origin in origins):
        return Problem(403).response()
    return None


def _dress(request: Request, response: HTTPResponse, origins: frozenset[str]) -> None:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    origin = request.headers.get("Origin")
    if origin in origins:
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Allow-Methods"] = METHODS
        response.headers["Access-Control-Allow-Headers"] = REQUEST_HEADERS
        response.headers["Access-Control-Expose-Headers"] = "Retry-After, Content-Disposition"
        response.headers["Vary"] = "Origin"


def _problem(request: Request, error: Exception) -> HTTPResponse:
    if isinstance(error, Problem):
        return error.response()
    if isinstance(error, StorageUnavailable):
        log.error("A request failed: %s", error)
        return Problem(503, retry_after=RETRY_SECONDS).response()
    if isinstance(error, SanicException):
        status = error.status_code
        response = Problem(status if status in TITLES else 400).response()
        response.headers.update(getattr(error, "headers", {}))  # Allow, which belongs to a 405
        return response
    if request.method == UNREADABLE:
        return Problem(400).response()
    if isinstance(error, IsADirectoryError):  # a folder of the widget's files
        return Problem(404).response()
    log.error("A request failed: %s", type(error).__name__)
    return Problem(500).response()
