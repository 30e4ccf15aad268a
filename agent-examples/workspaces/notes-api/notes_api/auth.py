"""Passwords and tokens."""

import secrets
import time

import jwt
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

ACCESS_SECONDS = 15 * 60
REFRESH_SECONDS = 30 * 24 * 3600

_hasher = PasswordHasher()


class NotSignedIn(Exception):
    """The token is missing, malformed or expired."""


def hash_password(password: str) -> str:
    return _hasher.hash(password)


def password_matches(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except VerifyMismatchError:
        return False


def issue_access_token(user_id: str, secret: str, now: float | None = None) -> str:
    issued = time.time() if now is None else now
    claims = {"sub": user_id, "iat": int(issued), "exp": int(issued) + ACCESS_SECONDS}
    return jwt.encode(claims, secret, algorithm="HS256")


def user_of(token: str, secret: str) -> str:
    try:
        return jwt.decode(token, secret, algorithms=["HS256"])["sub"]
    except jwt.PyJWTError as problem:
        raise NotSignedIn() from problem


def new_refresh_token() -> str:
    return secrets.token_urlsafe(32)
