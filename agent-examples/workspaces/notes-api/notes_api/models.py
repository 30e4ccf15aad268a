"""What goes in and out."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Title = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Body = Annotated[str, StringConstraints(max_length=20_000)]
Tag = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,30}$")]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewUser(Strict):
    email: str
    password: Annotated[str, StringConstraints(min_length=12, max_length=200)]


class NewNote(Strict):
    title: Title
    body: Body = ""
    tags: list[Tag] = []


class NoteChange(Strict):
    version: int
    title: Title | None = None
    body: Body | None = None
    tags: list[Tag] | None = None


class Note(Strict):
    id: str
    title: str
    body: str
    tags: list[str]
    version: int
    updated_at: datetime


class Page(Strict):
    notes: list[Note]
    next_cursor: str | None
