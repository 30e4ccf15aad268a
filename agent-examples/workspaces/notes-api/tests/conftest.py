import sqlite3

import pytest

from notes_api.migrate import migrate


@pytest.fixture
def db() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    migrate(connection)
    return connection


def add_user(db: sqlite3.Connection, name: str) -> str:
    db.execute(
        "INSERT INTO users (id, email, password_hash, created_at) VALUES (?, ?, 'x', '2026-01-01')",
        (name, f"{name}@example.com"),
    )
    return name
