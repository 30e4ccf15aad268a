"""Settings, read once from the environment."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    database_url: str
    token_secret: str
    log_level: str
    rate_limit: int


def load_settings() -> Settings:
    secret = os.environ.get("TOKEN_SECRET", "")
    if len(secret) < 32:
        raise SystemExit("TOKEN_SECRET must have at least 32 characters")
    return Settings(
        database_url=os.environ.get("DATABASE_URL", "sqlite:///notes.db"),
        token_secret=secret,
        log_level=os.environ.get("LOG_LEVEL", "INFO"),
        rate_limit=int(os.environ.get("RATE_LIMIT", "60")),
    )
