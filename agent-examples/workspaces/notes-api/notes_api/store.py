"""All SQL of the service."""

import sqlite3
import uuid
from datetime import datetime, timezone

PAGE = 20

VISIBLE = """
SELECT n.id, n.title, n.body, n.version, n.updated_at
  FROM notes n
 WHERE n.id = :note
   AND (n.owner_id = :user
        OR EXISTS (SELECT 1 FROM shares s WHERE s.note_id = n.id AND s.user_id = :user))
"""


class LostUpdate(Exception):
    """Somebody else changed the note in between."""


class NotFound(Exception):
    """There is no such note, or it is not for this user."""


def create_note(db: sqlite3.Connection, user: str, title: str, body: str, tags: list[str]) -> str:
    note = uuid.uuid4().hex
    now = datetime.now(timezone.utc).isoformat()
    db.execute(
        "INSERT INTO notes (id, owner_id, title, body, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)",
        (note, user, title, body, now, now),
    )
    db.executemany("INSERT INTO tags (note_id, tag) VALUES (?, ?)", [(note, tag) for tag in tags])
    return note


def read_note(db: sqlite3.Connection, user: str, note: str) -> sqlite3.Row:
    row = db.execute(VISIBLE, {"note": note, "user": user}).fetchone()
    if row is None:
        raise NotFound()
    return row


def list_notes(db: sqlite3.Connection, user: str, before: str | None) -> list[sqlite3.Row]:
    return db.execute(
        "SELECT id, title, body, version, updated_at FROM notes"
        " WHERE owner_id = ? AND updated_at < ? ORDER BY updated_at DESC LIMIT ?",
        (user, before or "9999", PAGE),
    ).fetchall()


def change_title(db: sqlite3.Connection, user: str, note: str, version: int, title: str) -> None:
    read_note(db, user, note)
    done = db.execute(
        "UPDATE notes SET title = ?, version = version + 1 WHERE id = ? AND version = ?", (title, note, version)
    )
    if done.rowcount == 0:
        raise LostUpdate()


def delete_note(db: sqlite3.Connection, user: str, note: str) -> None:
    done = db.execute("DELETE FROM notes WHERE id = ? AND owner_id = ?", (note, user))
    if done.rowcount == 0:
        raise NotFound()
