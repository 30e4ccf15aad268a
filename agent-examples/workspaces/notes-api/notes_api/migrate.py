"""Applies the numbered SQL files that are not yet in the database."""

import sqlite3
import sys
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "migrations"


def migrate(db: sqlite3.Connection, folder: Path = FOLDER) -> list[str]:
    db.execute("CREATE TABLE IF NOT EXISTS schema_version (name TEXT PRIMARY KEY)")
    known = {row[0] for row in db.execute("SELECT name FROM schema_version")}
    applied = []
    for file in sorted(folder.glob("*.sql")):
        if file.name not in known:
            db.executescript(file.read_text())
            db.execute("INSERT INTO schema_version (name) VALUES (?)", (file.name,))
            applied.append(file.name)
    db.commit()
    return applied


if __name__ == "__main__":
    print(migrate(sqlite3.connect(sys.argv[1] if len(sys.argv) > 1 else "notes.db")))
