import time

import pytest

from notes_api import auth

SECRET = "a secret of thirty-two characters"


def test_token_names_its_user():
    assert auth.user_of(auth.issue_access_token("ada", SECRET), SECRET) == "ada"


def test_expired_token_is_refused():
    old = auth.issue_access_token("ada", SECRET, now=time.time() - auth.ACCESS_SECONDS - 1)

    with pytest.raises(auth.NotSignedIn):
        auth.user_of(old, SECRET)


def test_password_hash_matches_only_its_password():
    hashed = auth.hash_password("correct horse battery")

    assert auth.password_matches(hashed, "correct horse battery")
    assert not auth.password_matches(hashed, "incorrect horse")
