"""Promises that every format keeps; a new file is tested here without being named."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from belisha import plugins
from belisha.chats.evidence import exhibits
from belisha.chats.formats import Format
from belisha.errors import Unreadable
from belisha.model import Message
from tests.chats.formats.evidence_samples import SAMPLES, as_text, build, golden, outcome, variants

FORMATS = {each.name: each for each in plugins.find("belisha.chats.formats", Format)}


@pytest.mark.parametrize("name", FORMATS)
def test_it_has_a_sample_and_says_what_it_is(name: str) -> None:
    form = FORMATS[name]
    assert any(variant.startswith(f"{name}/") for variant in variants())
    assert form.app
    assert form.found_in
    assert all(checked.version and checked.date and checked.messages > 0 for checked in form.checked_on)
    assert form.checked_on
    assert type(form).__doc__


def test_every_sample_belongs_to_a_format() -> None:
    assert {path.name for path in SAMPLES.iterdir()} == set(FORMATS)


@pytest.mark.parametrize("variant", variants())
def test_it_reads_its_sample_to_the_expected_lines(variant: str, tmp_path: Path, renew: bool) -> None:
    lines = as_text(outcome(build(variant, tmp_path))[1])
    if renew:
        golden(variant).write_text(lines, "utf-8")
    assert lines == golden(variant).read_text("utf-8")


@pytest.mark.parametrize("variant", variants())
def test_no_other_format_claims_the_sample(variant: str, tmp_path: Path) -> None:
    own = variant.partition("/")[0]
    read_by: set[str] = set()
    for exhibit in exhibits([build(variant, tmp_path)]):
        claims = [form for form in FORMATS.values() if form.recognises(exhibit)]
        certain = [form.name for form in claims if not form.fallback] or [form.name for form in claims]
        assert certain in ([], [own]), f"{exhibit.path} is claimed by {certain}"
        read_by.update(certain)
        exhibit.close()
    assert read_by == {own}


@pytest.mark.parametrize("variant", variants())
def test_times_are_aware_ids_unique_and_every_message_has_a_place(variant: str, tmp_path: Path) -> None:
    found, _ = outcome(build(variant, tmp_path))
    for one in found:
        said = [fact for fact in one.facts if isinstance(fact, Message)]
        assert all(message.sent_at is None or message.sent_at.tzinfo for message in said)
        assert all(message.provenance.place and message.provenance.exhibit == one.sha256 for message in said)
        keys = [(message.conversation, message.id) for message in said]
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize("variant", variants())
def test_reading_does_not_change_the_evidence(variant: str, tmp_path: Path) -> None:
    evidence = build(variant, tmp_path)
    before = _fingerprints(evidence)
    outcome(evidence)
    assert _fingerprints(evidence) == before


@pytest.mark.parametrize("variant", variants())
def test_cut_or_damaged_it_yields_what_it_can(variant: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    own = FORMATS[variant.partition("/")[0]]
    whole = build(variant, tmp_path_factory.mktemp("whole"))

    @settings(max_examples=12, deadline=None)
    @given(damage=DAMAGE)
    def read_damaged(damage: Callable[[bytes], bytes]) -> None:
        evidence = shutil.copytree(whole, tmp_path_factory.mktemp("damaged") / "evidence")
        for file in [path for path in evidence.rglob("*") if path.is_file() and path.suffix != ".zip"]:
            file.write_bytes(damage(file.read_bytes()))
        for exhibit in exhibits([evidence]):
            try:
                if not exhibit.problems and own.recognises(exhibit):
                    list(own.messages(exhibit))
            except Unreadable as error:
                assert error.what  # noqa: PT017 - any other error fails the test
            finally:
                exhibit.close()

    read_damaged()


def _cut(share: float, junk: bytes) -> Callable[[bytes], bytes]:
    return lambda content: content[: int(len(content) * share)] + junk


def _overwritten(places: list[tuple[float, bytes]]) -> Callable[[bytes], bytes]:
    def damage(content: bytes) -> bytes:
        damaged = bytearray(content)
        for share, junk in places:
            at = int(len(content) * share)
            damaged[at : at + len(junk)] = junk
        return bytes(damaged)

    return damage


DAMAGE = st.one_of(
    st.builds(_cut, st.floats(0, 1), st.binary(max_size=8)),
    st.builds(_overwritten, st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=4)), max_size=6)),
)


def _fingerprints(folder: Path) -> dict[str, str]:
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*")) if path.is_file()
    }
