"""Endpoints of notes."""

import sqlite3

from fastapi import APIRouter, Depends, HTTPException

from notes_api import store
from notes_api.dependencies import current_user, database
from notes_api.models import NewNote

router = APIRouter(prefix="/api/v1/notes", tags=["notes"])


@router.get("")
def list_notes(
    cursor: str | None = None, user: str = Depends(current_user), db: sqlite3.Connection = Depends(database)
) -> dict:
    rows = store.list_notes(db, user, cursor)
    following = rows[-1]["updated_at"] if len(rows) == store.PAGE else None
    return {"notes": [dict(row) for row in rows], "next_cursor": following}


@router.post("", status_code=201)
def create_note(
    note: NewNote, user: str = Depends(current_user), db: sqlite3.Connection = Depends(database)
) -> dict:
    return {"id": store.create_note(db, user, note.title, note.body, note.tags)}


@router.get("/{note_id}")
def read_note(
    note_id: str, user: str = Depends(current_user), db: sqlite3.Connection = Depends(database)
) -> dict:
    try:
        return dict(store.read_note(db, user, note_id))
    except store.NotFound:
        raise HTTPException(status_code=404, detail={"code": "not_found", "message": "There is no such note."})


@router.delete("/{note_id}", status_code=204)
def delete_note(
    note_id: str, user: str = Depends(current_user), db: sqlite3.Connection = Depends(database)
) -> None:
    try:
        store.delete_note(db, user, note_id)
    except store.NotFound:
        raise HTTPException(status_code=404, detail={"code": "not_found", "message": "There is no such note."})
