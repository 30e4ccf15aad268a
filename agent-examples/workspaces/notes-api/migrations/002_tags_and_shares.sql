CREATE TABLE tags (
    note_id TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    tag     TEXT NOT NULL,
    PRIMARY KEY (note_id, tag)
);

CREATE INDEX tags_by_name ON tags (tag);

CREATE TABLE shares (
    note_id TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    level   TEXT NOT NULL CHECK (level IN ('read', 'edit')),
    PRIMARY KEY (note_id, user_id)
);

CREATE TABLE changes (
    note_id    TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    fields     TEXT NOT NULL
);
