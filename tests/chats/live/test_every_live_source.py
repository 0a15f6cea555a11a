"""Promises that every live source keeps; a new file is tested here without being named."""

import copy
import hashlib
import inspect
import subprocess
import sys
from pathlib import Path
from typing import Any, get_origin

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from belisha import plugins
from belisha.chats import live
from belisha.chats.live import Frame, LiveSource
from belisha.errors import Unreadable, Unusable
from belisha.model import Fact, How, Message, Relation
from belisha.notices import ChildAnswer
from tests.chats.live.tapes import SAMPLES, as_text, golden, lines_of, tape, told_by

SOURCES = {each.name: each for each in plugins.find("belisha.chats.live", LiveSource)}
TAPED = sorted(path.parent.name for path in SAMPLES.glob("*/tape.jsonl"))

LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
)


@pytest.mark.parametrize("name", SOURCES)
def test_it_has_a_tape_and_says_what_it_is(name: str) -> None:
    source = SOURCES[name]
    assert name in TAPED, f"{name} has no samples/{name}/tape.jsonl: record one"
    assert golden(name).is_file()
    assert source.app
    assert source.checked_on
    assert type(source).__doc__


def test_every_tape_belongs_to_a_source_and_every_file_holds_one() -> None:
    assert set(TAPED) == set(SOURCES)
    files = {path.stem for path in Path(live.__file__).parent.glob("*.py") if path.stem != "__init__"}
    assert files == set(SOURCES)


@pytest.mark.parametrize("name", SOURCES)
def test_each_setting_is_described_and_holds_no_secret(name: str) -> None:
    shape = SOURCES[name].Settings
    described = inspect.getdoc(shape) or ""
    for field in msgspec.structs.fields(shape):
        assert field.name in described, f"{shape.__name__} does not say what {field.name} is"
        secret = any(word in field.name for word in ("token", "secret", "password"))
        assert not secret or field.name.endswith("_env"), f"{field.name} would put a secret into the settings file"


@pytest.mark.parametrize("name", SOURCES)
def test_an_unknown_setting_is_refused_by_name(name: str) -> None:
    with pytest.raises(Unusable, match=r"sources\.here.*no_such_key"):
        SOURCES[name].configured("here", {**_needed(SOURCES[name].Settings), "no_such_key": 1})


@pytest.mark.parametrize("name", TAPED)
def test_it_reads_its_tape_to_the_expected_lines(name: str, renew: bool) -> None:
    lines = as_text([line for frame in tape(name) for line in lines_of(SOURCES[name], frame)])
    if renew:
        golden(name).write_text(lines, "utf-8")
    assert lines == golden(name).read_text("utf-8")


@pytest.mark.parametrize("name", TAPED)
def test_a_frame_says_the_same_twice_in_any_order_and_is_not_changed(name: str) -> None:
    source, frames = SOURCES[name], tape(name)
    before = copy.deepcopy(frames)
    forth = [lines_of(source, frame) for frame in frames]
    back = [lines_of(source, frame) for frame in reversed(frames)]
    assert forth == back[::-1]
    assert frames == before


@pytest.mark.parametrize("name", TAPED)
def test_messages_are_whole_and_lead_back_to_the_frame(name: str) -> None:
    source, said = SOURCES[name], 0
    for frame in tape(name):
        for message in (told for told in told_by(source, [frame]) if isinstance(told, Message)):
            said += 1
            found = message.provenance
            assert message.id
            assert message.conversation
            assert message.app
            assert message.sent_at is None or message.sent_at.tzinfo
            assert (found.reader, found.path, found.how) == (source.name, frame.server, How.LIVE)
            assert found.place.startswith(frame.place)
            assert found.exhibit == _hash_of(frame)
    assert said > 0, "a tape without a message proves nothing"


@pytest.mark.parametrize("name", TAPED)
def test_an_id_means_one_thing_said_inside_a_conversation(name: str) -> None:
    """A server may tell a message again beside what became of it; then it is the same message, but for its place."""
    said: dict[tuple[str, str], Message] = {}
    for told in told_by(SOURCES[name], tape(name)):
        if isinstance(told, Message):
            first = said.setdefault((told.conversation, told.id), told)
            assert msgspec.structs.replace(told, provenance=first.provenance) == first


@pytest.mark.parametrize("name", TAPED)
def test_a_frame_that_comes_again_says_the_same_ids(name: str) -> None:
    again = [msgspec.structs.replace(frame, received_at=frame.received_at + 60) for frame in tape(name)]
    assert _keys(name, again) == _keys(name, tape(name))


@pytest.mark.parametrize("name", SOURCES)
@settings(max_examples=60, deadline=None)
@given(body=JSON)
def test_whatever_a_frame_holds_it_is_read_or_refused(name: str, body: Any) -> None:
    _read_or_refused(SOURCES[name], Frame(body, "here", "server", 1e9))


@pytest.mark.parametrize("name", TAPED)
@settings(max_examples=100, deadline=None)
@given(choices=st.data())
def test_a_damaged_frame_is_read_or_refused(name: str, choices: st.DataObject) -> None:
    frame = copy.deepcopy(choices.draw(st.sampled_from(tape(name))))
    body = _cut(frame.body, choices) if isinstance(frame.body, str) else frame.body
    if isinstance(body, dict | list):
        _damage(body, choices)
    _read_or_refused(SOURCES[name], msgspec.structs.replace(frame, body=body))


def test_a_base_install_finds_every_source() -> None:
    blocked = ("httpx", "slixmpp", "websockets", "nats", "redis", "aiokafka", "kafka", "fastapi", "sqlalchemy")
    program = (
        f"import sys\nfor name in {blocked!r}: sys.modules[name] = None\n"
        "from belisha import plugins\nfrom belisha.chats.live import LiveSource\n"
        "print(*(each.name for each in plugins.find('belisha.chats.live', LiveSource)))"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert found.stdout.split() == sorted(SOURCES)


def _keys(name: str, frames: list[Frame]) -> list[tuple[str, str]]:
    said = (told for told in told_by(SOURCES[name], frames) if isinstance(told, Message))
    return [(message.conversation, message.id) for message in said]


def _read_or_refused(source: LiveSource, frame: Frame) -> None:
    try:
        for told in source.decode(frame):
            assert isinstance(told, Fact | Relation | ChildAnswer)
            msgspec.json.encode(told)
    except Unreadable as error:
        assert error.what  # noqa: PT017 - any other error fails the test


def _damage(body: Any, choices: st.DataObject) -> None:
    """Puts something else in the place of one value, however deep it lies."""
    while True:
        keys = list(body) if isinstance(body, dict) else list(range(len(body)))
        if not keys:
            return
        key = choices.draw(st.sampled_from(keys))
        inner = body[key]
        if not isinstance(inner, dict | list) or not inner or choices.draw(st.booleans()):
            body[key] = _cut(inner, choices) if isinstance(inner, str) else choices.draw(JSON)
            return
        body = inner


def _cut(text: str, choices: st.DataObject) -> Any:
    end = choices.draw(st.integers(0, len(text)))
    return choices.draw(st.just(text[:end] + choices.draw(st.text(max_size=4)) + text[end + 1 :]) | JSON)


def _hash_of(frame: Frame) -> str:
    plain = frame.body.encode() if isinstance(frame.body, str) else msgspec.json.encode(frame.body, order="sorted")
    return hashlib.sha256(plain).hexdigest()


def _needed(shape: type[msgspec.Struct]) -> dict[str, Any]:
    """Plausible values for the settings that have no default, so that only the unknown key is wrong."""
    fields = (field for field in msgspec.structs.fields(shape) if field.required)
    return {field.name: ["x"] if get_origin(field.type) in (tuple, list) else "x" for field in fields}
