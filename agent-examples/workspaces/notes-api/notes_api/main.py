"""Builds the application."""

import json
import logging
import time
import uuid

from fastapi import FastAPI, Request

from notes_api import routes_notes
from notes_api.config import load_settings

log = logging.getLogger("notes_api")


def create_app() -> FastAPI:
    settings = load_settings()
    application = FastAPI(title="Notes")
    application.state.settings = settings
    application.state.database_path = settings.database_url.removeprefix("sqlite:///")
    application.include_router(routes_notes.router)

    @application.middleware("http")
    async def log_request(request: Request, call_next):
        started = time.monotonic()
        response = await call_next(request)
        entry = {
            "request": uuid.uuid4().hex,
            "route": request.url.path,
            "status": response.status_code,
            "ms": round((time.monotonic() - started) * 1000),
        }
        log.info(json.dumps(entry))
        return response

    @application.get("/health/live")
    def live() -> dict:
        return {"status": "ok"}

    return application


app = create_app()
