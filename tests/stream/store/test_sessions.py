"""Signing in: right passwords only, locked after failures, rotated tokens, and sessions that end."""

import pytest
from sqlalchemy import select

from belisha.errors import Unusable
from belisha.settings import SignIn
from belisha.stream.store.audit import audit_entries
from belisha.stream.store.database import Database
from belisha.stream.store.desk_tables import people, sessions
from belisha.stream.store.invitations import DAYS, accept, invite, invited
from belisha.stream.store.people import add_person, change_role, disable, enable, person_of
from belisha.stream.store.roles import NotAllowed, Person, Role
from belisha.stream.store.sessions import (
    SignInRefused,
    count_reviewed,
    end_sessions,
    form_token_holds,
    session_of,
    sign_in,
    sign_in_with_subject,
    sign_out,
)
from tests.stream.store.console_people import NOW, PASSWORD, added, named

LIMITS = SignIn(idle_minutes=30, hours=10)


@pytest.fixture
def ada(database: Database) -> Person:
    person = added(database, "ada", Role.MODERATOR, "school")
    with database.writing() as connection:
        token = invite(connection, None, person.id, NOW)
    return accept(database, token, PASSWORD, NOW)


def test_the_right_password_begins_a_session_of_which_only_a_hash_is_kept(database: Database, ada: Person) -> None:
    token, session = sign_in(database, "ada", PASSWORD, NOW)
    assert session.person.id == ada.id
    found = session_of(database, token, LIMITS, NOW + 1)
    assert found is not None
    assert found.person.name == "ada"
    assert form_token_holds(found, session.form_token)
    assert not form_token_holds(found, session.form_token[:-1] + "\udc80")
    with database.reading() as connection:
        stored = [bytes(row.hashed) for row in connection.execute(select(sessions))]
        password = connection.execute(select(people.c.password)).scalar() or ""
    assert token.encode() not in stored
    assert password.startswith("$argon2id$")
    assert PASSWORD not in password


@pytest.mark.parametrize(
    ("name", "password"), [("ada", "wrong"), ("bob", PASSWORD), ("", ""), ("ada", "x" * 5_000), ("ada", "\udc80")]
)
def test_everything_else_is_refused_in_the_same_words(
    database: Database, ada: Person, name: str, password: str
) -> None:
    assert ada.name == "ada"
    with pytest.raises(SignInRefused, match="do not go together"):
        sign_in(database, name, password, NOW)
    with database.reading() as connection:
        assert connection.execute(select(sessions)).first() is None


def test_a_person_without_a_password_cannot_sign_in_with_one(database: Database) -> None:
    added(database, "eve")
    with pytest.raises(SignInRefused):
        sign_in(database, "eve", "", NOW)


def test_a_name_is_locked_after_failures_for_longer_and_longer_and_an_administrator_frees_it(
    database: Database, ada: Person
) -> None:
    for _ in range(5):
        with pytest.raises(SignInRefused):
            sign_in(database, "ada", "wrong", NOW)
    with pytest.raises(SignInRefused):
        sign_in(database, "ada", PASSWORD, NOW + 59)
    with pytest.raises(SignInRefused):
        sign_in(database, "ada", "wrong", NOW + 61)
    with pytest.raises(SignInRefused):
        sign_in(database, "ada", PASSWORD, NOW + 61 + 119)
    with database.writing() as connection:
        enable(connection, None, ada.id, NOW + 100)
    assert sign_in(database, "ada", PASSWORD, NOW + 100)[0]
    with database.reading() as connection:
        kinds = [entry.recorded["what"] for entry in audit_entries(connection)]
    assert kinds.count("sign-in failed and name locked") == 2
    assert kinds[-1] == "signed in"


def test_a_session_ends_when_idle_and_at_its_age_whatever_is_done(database: Database, ada: Person) -> None:
    token, _ = sign_in(database, ada.name, PASSWORD, NOW)
    assert session_of(database, token, LIMITS, NOW + 29 * 60) is not None
    assert session_of(database, token, LIMITS, NOW + 58 * 60) is not None
    assert session_of(database, token, LIMITS, NOW + 89 * 60) is None
    assert session_of(database, token, LIMITS, NOW + 58 * 60) is None, "what ended does not begin again"
    token, _ = sign_in(database, ada.name, PASSWORD, NOW)
    at = NOW
    while at < NOW + 10 * 3_600 - 20 * 60:
        at += 20 * 60
        assert session_of(database, token, LIMITS, at) is not None
    assert session_of(database, token, LIMITS, NOW + 10 * 3_600 + 1) is None


def test_the_token_from_before_ends_at_a_sign_in(database: Database, ada: Person) -> None:
    before, _ = sign_in(database, ada.name, PASSWORD, NOW)
    after, _ = sign_in(database, ada.name, PASSWORD, NOW, before)
    assert session_of(database, before, LIMITS, NOW) is None
    assert session_of(database, after, LIMITS, NOW) is not None


def test_sign_out_a_new_role_and_being_disabled_end_sessions(database: Database, ada: Person) -> None:
    first, session = sign_in(database, ada.name, PASSWORD, NOW)
    second, _ = sign_in(database, ada.name, PASSWORD, NOW)
    sign_out(database, session, NOW)
    assert session_of(database, first, LIMITS, NOW) is None
    with database.writing() as connection:
        change_role(connection, None, ada.id, Role.OFFICER, NOW)
    assert session_of(database, second, LIMITS, NOW) is None
    third, session = sign_in(database, ada.name, PASSWORD, NOW)
    fourth, _ = sign_in(database, ada.name, PASSWORD, NOW)
    with database.writing() as connection:
        assert end_sessions(connection, ada.id, session.hashed) == 1
    assert session_of(database, fourth, LIMITS, NOW) is None
    with database.writing() as connection:
        disable(connection, None, ada.id, NOW)
    assert session_of(database, third, LIMITS, NOW) is None
    with pytest.raises(SignInRefused):
        sign_in(database, ada.name, PASSWORD, NOW)


def test_opened_conversations_are_counted(database: Database, ada: Person) -> None:
    _, session = sign_in(database, ada.name, PASSWORD, NOW)
    assert [count_reviewed(database, session) for _ in range(3)] == [1, 2, 3]


def test_an_openid_subject_signs_in_only_who_was_added_with_it(database: Database) -> None:
    with database.writing() as connection:
        wanted = Person(0, "olga", "", Role.AUDITOR, None, subject="issuer|42")
        add_person(connection, None, wanted, NOW)
    token, session = sign_in_with_subject(database, "issuer|42", NOW)
    assert session.person.name == "olga"
    assert session_of(database, token, LIMITS, NOW) is not None
    for subject in ("", "issuer|43"):
        with pytest.raises(SignInRefused):
            sign_in_with_subject(database, subject, NOW)


def test_an_invitation_works_once_and_not_for_ever(database: Database) -> None:
    person = added(database, "ivy")
    with database.writing() as connection:
        old = invite(connection, None, person.id, NOW)
        token = invite(connection, None, person.id, NOW)
        assert invited(connection, old, NOW) is None
        assert invited(connection, token, NOW) == person
        assert invited(connection, token, NOW + DAYS * 86_400 + 1) is None
    with pytest.raises(Unusable, match="12 characters"):
        accept(database, token, "short", NOW)
    accept(database, token, PASSWORD, NOW)
    with pytest.raises(Unusable, match="does not work any more"):
        accept(database, token, PASSWORD, NOW)
    assert sign_in(database, "ivy", PASSWORD, NOW)


def test_names_platforms_and_subjects_are_checked(database: Database, ada: Person) -> None:
    bad = [
        named("", Role.VIEWER),
        named(" x", Role.VIEWER),
        named("x" * 101, Role.VIEWER),
        named("ada", Role.VIEWER),
        named("new", Role.VIEWER, "nowhere"),
    ]
    for wanted in bad:
        with pytest.raises(Unusable), database.writing() as connection:
            add_person(connection, None, wanted, NOW)
    with database.reading() as connection:
        assert person_of(connection, ada.id) == ada


def test_an_administrator_of_one_platform_looks_after_its_people_only(database: Database, ada: Person) -> None:
    admin = added(database, "adm", Role.ADMINISTRATOR, "school")
    other = added(database, "kim", Role.MODERATOR, "club")
    everywhere = added(database, "max", Role.MODERATOR)
    for refused in (everywhere, admin):
        with pytest.raises(NotAllowed), database.writing() as connection:
            disable(connection, admin, refused.id, NOW)
    for act in (disable, enable, invite):
        with pytest.raises(Unusable, match="no person"), database.writing() as connection:
            act(connection, admin, other.id, NOW)
    for by in (admin, ada):
        with pytest.raises(NotAllowed), database.writing() as connection:
            add_person(connection, by, named("new", Role.VIEWER), NOW)
    with pytest.raises(NotAllowed), database.writing() as connection:
        invite(connection, admin, everywhere.id, NOW)
    with database.writing() as connection:
        assert add_person(connection, admin, named("new", Role.VIEWER, "school"), NOW).platform == "school"
