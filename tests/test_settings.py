"""Settings: every default stands without a file; what is wrong is refused with its file, table and key."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from belisha.errors import Unusable
from belisha.settings import Settings, Watching, load, secret, zone_of


def test_without_a_file_everything_has_its_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load(environment={}) == Settings()
    assert Settings().listen.host == "127.0.0.1"
    assert Settings().keep.text == "evidence"


def test_a_file_is_read_and_the_environment_goes_before_it(tmp_path: Path) -> None:
    file = tmp_path / "b.toml"
    file.write_text(
        '[listen]\nport = 9000\n[database]\nurl = "sqlite:///x.db"\n[sources.club]\nkind = "irc"\nhost = "h"\n', "utf-8"
    )
    known = load(file, {"BELISHA_DATABASE": "postgresql:///b"})
    assert known.listen.port == 9000
    assert known.database.url == "postgresql:///b"
    assert known.sources["club"]["host"] == "h"


def test_the_environment_can_name_the_file(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text("[keep]\ndays = 7\n", "utf-8")
    assert load(environment={"BELISHA_SETTINGS": str(tmp_path / "b.toml")}).keep.days == 7


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[listen]\nprot = 1\n", "prot"),
        ("[listen]\nport = 'x'\n", r"\$.listen.port"),
        ("[keep]\ntext = 'some'\n", r"\$.keep.text"),
        ("[nothing]\n", "nothing"),
        ("[[webhooks]]\nurl = 'https://x'\n", "secret_env"),
        ("[listen\n", "not valid TOML"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(tmp_path: Path, content: str, says: str) -> None:
    file = tmp_path / "b.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(Unusable, match=says) as caught:
        load(file, {})
    assert str(file) in str(caught.value)


def test_a_file_that_is_named_and_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="no such settings file"):
        load(tmp_path / "none.toml", {})


def test_a_secret_that_is_not_set_is_named() -> None:
    assert secret("X", {"X": "y"}) == "y"
    with pytest.raises(Unusable, match="HOOK"):
        secret("HOOK", {})


def test_a_time_zone_is_known_by_its_name_and_others_are_refused() -> None:
    summer = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    assert summer.astimezone(zone_of(Watching("Europe/London")).of("school")).hour == 23
    assert zone_of(Watching()).of("school") is UTC
    for name in ("Europe/Nowhere", "", "../etc/passwd", "/etc/localtime", "Europe"):
        with pytest.raises(Unusable, match=r"\[watching\] time_zone: there is no time zone"):
            zone_of(Watching(name))
        with pytest.raises(Unusable, match=r"\[watching\] time_zones.club: there is no time zone"):
            zone_of(Watching(time_zones={"club": name}))


def test_a_platform_may_have_a_time_zone_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "b.toml"
    written = '[watching]\ntime_zone = "Europe/London"\n[watching.time_zones]\nclub = "Asia/Tokyo"\nhere = "UTC"\n'
    file.write_text(written, "utf-8")
    zones = zone_of(load(file, {}).watching)
    assert [str(zones.of(name)) for name in ("club", "here", "school")] == ["Asia/Tokyo", "UTC", "Europe/London"]
    file.write_text('[watching]\ntime_zones = "Asia/Tokyo"\n', "utf-8")
    with pytest.raises(Unusable, match=r"\$.watching.time_zones"):
        load(file, {})
