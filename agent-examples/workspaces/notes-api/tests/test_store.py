import pytest

from conftest import add_user
from notes_api import store


def test_owner_reads_her_note(db):
    ada = add_user(db, "ada")
    note = store.create_note(db, ada, "Pump 4", "Loud bearing.", ["pump"])

    assert store.read_note(db, ada, note)["title"] == "Pump 4"


def test_private_note_is_not_found_by_others(db):
    ada, ben = add_user(db, "ada"), add_user(db, "ben")
    note = store.create_note(db, ada, "Pump 4", "", [])

    with pytest.raises(store.NotFound):
        store.read_note(db, ben, note)


def test_reader_of_a_share_may_not_delete(db):
    ada, ben = add_user(db, "ada"), add_user(db, "ben")
    note = store.create_note(db, ada, "Pump 4", "", [])
    db.execute("INSERT INTO shares VALUES (?, ?, 'read')", (note, ben))

    with pytest.raises(store.NotFound):
        store.delete_note(db, ben, note)


def test_old_version_loses(db):
    ada = add_user(db, "ada")
    note = store.create_note(db, ada, "Pump 4", "", [])
    store.change_title(db, ada, note, 1, "Pump 5")

    with pytest.raises(store.LostUpdate):
        store.change_title(db, ada, note, 1, "Pump 6")
