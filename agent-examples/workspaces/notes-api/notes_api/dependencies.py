"""What routes are given."""

import sqlite3
from collections.abc import Iterator

from fastapi import Header, HTTPException, Request

from notes_api import auth


def database(request: Request) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(request.app.state.database_path)
    db.row_factory = sqlite3.Row
    try:
        with db:
            yield db
    finally:
        db.close()


def current_user(request: Request, authorization: str = Header(default="")) -> str:
    token = authorization.removeprefix("Bearer ")
    try:
        return auth.user_of(token, request.app.state.settings.token_secret)
    except auth.NotSignedIn:
        raise HTTPException(status_code=401, detail={"code": "not_signed_in", "message": "Sign in first."})
