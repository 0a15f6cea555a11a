"""The text model: sums that add up, the same answer each time, and silence where nothing can be read."""

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from belisha.text_features import features, fold
from belisha.text_model import MAGIC, SHIPPED, Curve, TextModel

CHAT = [
    "hi how are you",
    "fine u?",
    "what did you do at school today",
    "nothing much lol",
    "same here, so bored",
]

# Invented, everyday, and not in the model's language; the emoji line has no words at all.
FOREIGN = {
    "German": [
        "Hast du morgen Zeit für die Hausaufgaben?",
        "Ja klar, wir treffen uns nach der Schule.",
        "Bring bitte das Buch mit.",
    ],
    "Dutch": [
        "Heb je zin om vanmiddag te voetballen?",
        "Ja leuk, ik kom na het eten.",
        "Neem je de bal weer mee?",
    ],
    "Polish": [
        "Cześć, jak minął ci dzień w szkole?",
        "Dobrze, mieliśmy sprawdzian z matematyki.",
        "Pójdziemy jutro na basen?",
    ],
    "Arabic": [
        "مرحبا كيف حالك اليوم",
        "أنا بخير شكرا لك",
        "هل انتهيت من الواجب المدرسي",
    ],
    "emoji": ["😀😀😀", "🎉🎂🎈", "👍👍"],
}


@pytest.fixture(scope="module")
def model() -> TextModel:
    return TextModel.load()


def stretch(model: TextModel, texts: list[str]) -> float:
    scores = model.score(texts)
    return model.stretch(float(scores.likeness.sum()), float(scores.mass.sum()))


def test_a_batch_gives_each_message_what_it_gets_alone(model: TextModel) -> None:
    together = model.score(CHAT)
    for place, text in enumerate(CHAT):
        alone = model.score([text])
        assert alone.mass[0] == together.mass[place]
        assert alone.likeness[0] == pytest.approx(together.likeness[place], abs=1e-5)
        assert alone.role[0] == pytest.approx(together.role[place], abs=1e-5)


@settings(deadline=None)  # the first call reads the weights
@given(
    st.lists(st.text(max_size=60), max_size=12),
    st.lists(st.text(max_size=60), max_size=12),
)
def test_sums_of_two_lists_are_the_sums_of_their_union(first: list[str], second: list[str]) -> None:
    model = TextModel.load()
    whole = model.score(first + second)
    parts = [model.score(first), model.score(second)]
    assert len(whole.mass) == len(first) + len(second)
    assert whole.mass.sum() == sum(part.mass.sum() for part in parts)
    assert whole.likeness.sum() == pytest.approx(sum(part.likeness.sum() for part in parts), abs=1e-4)


@settings(deadline=None)  # the first call reads the weights
@given(st.text(max_size=200))
def test_any_text_gives_finite_sums(text: str) -> None:
    scores = TextModel.load().score([text])
    assert np.isfinite([scores.likeness[0], scores.mass[0], scores.role[0]]).all()
    assert scores.mass[0] >= 0
    assert fold([text]).count(b"\n") == 2


def test_a_long_list_is_scored_in_parts_without_a_seam(model: TextModel) -> None:
    texts = [f"{text} {'x' * (place % 50)}" for place, text in enumerate(CHAT * 4000)]
    scores = model.score(texts)
    assert len(scores.mass) == len(texts)
    assert scores.mass[-1] == model.score(texts[-1:]).mass[0]


def test_a_flat_string_and_its_messages_come_out_alike(model: TextModel) -> None:
    flat = stretch(model, [" ".join(CHAT)])
    assert abs(flat - stretch(model, CHAT)) < 3


@pytest.mark.parametrize("texts", [[], [""], ["   ", "\n"], ["😀"], ["?!"], ["Привет, как дела"]])
def test_what_cannot_be_read_gives_the_prior(model: TextModel, texts: list[str]) -> None:
    scores = model.score(texts)
    assert scores.mass.sum() == scores.likeness.sum() == scores.role.sum() == 0
    assert model.stretch(0.0, 0.0) == model.prior
    assert model.leads(0.0, 0.0) == 0.0


@pytest.mark.parametrize("language", FOREIGN)
@pytest.mark.parametrize("times", [1, 4, 20])
def test_other_languages_do_not_fire(model: TextModel, language: str, times: int) -> None:
    assert stretch(model, FOREIGN[language] * times) < 0


def test_ordinary_chat_does_not_fire_however_long(model: TextModel) -> None:
    homework = [
        "did you do the maths homework",
        "not yet, is it hard",
        "question four is",
        "ok i will ask my brother",
        "see you on monday",
    ]
    values = [stretch(model, homework * times) for times in (1, 3, 10, 100)]
    assert max(values) < 0


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("HELLO there!!", "hello there"),
        ("don't", "dont"),
        ("so coooool", "so cool"),
        ("write to someone@example.com now", "write to now"),
        ("see https://example.com/a?b=c ok", "see ok"),
        ("nick_name42: hi all", "hi all"),
        ("my number is 555-0123", "my number is 9"),
        ("i am 13", "i am 31"),
        ("a &lt;b&gt; c", "a b c"),
        ("caf\u00e9", "cafe"),
        ("\uff48\uff49", "hi"),
        ("one\ntwo", "one two"),
    ],
)
def test_habits_of_a_source_are_folded_away(text: str, same: str) -> None:
    assert fold([text]) == fold([same])


def test_folding_shows_the_alphabet_it_promises() -> None:
    assert fold(["Hi, 4 you", "", "Привет ok"]) == b"\n hi 0 you \n \n \x01 ok \n"


def test_hashes_are_as_documented() -> None:
    """What a browser computes: by plain loops, from the docstring."""
    bits, modulo = 19, 2**32

    def bucket(value: int, salt: int) -> int:
        mixed = (value + salt) % modulo
        mixed ^= mixed >> 16
        mixed = mixed * 0x85EBCA6B % modulo
        mixed ^= mixed >> 13
        return (mixed * 0x9E3779B1 % modulo) >> (32 - bits)

    def run(symbols: bytes) -> int:
        value = 0
        for symbol in symbols:
            value = (value * 0x01000193 + symbol) % modulo
        return value

    text = b" ab cde "
    expected = [
        bucket(run(text[k : k + n]), salt) for n, salt in ((2, 0x11), (3, 0x2222), (4, 0x333333)) for k in range(9 - n)
    ]
    words = [run(word[::-1]) for word in (b"ab", b"cde")]
    expected += [bucket(word, 0x44444444) for word in words]
    expected.append(bucket((words[0] * 0x9E3779B1 + words[1]) % modulo, 0x5A5A5A5A))
    found = features(["Ab, cde!"], bits)
    got = [int(b) for buckets, alive in zip(found.buckets, found.alive, strict=True) for b in buckets[alive]]
    assert sorted(got) == sorted(expected)


def test_features_do_not_cross_messages(model: TextModel) -> None:
    assert model.score(["ab", "cd"]).mass.tolist() == [3 + 2 + 1 + 1] * 2


def test_the_work_of_a_batch_does_not_depend_on_how_many_messages_it_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Speed without a clock: folding and hashing run once a batch, not once a message."""
    calls: list[int] = []
    real = features

    def counted(texts: list[str], bits: int) -> object:
        calls.append(len(texts))
        return real(texts, bits)

    monkeypatch.setattr("belisha.text_model.features", counted)
    TextModel.load().score(CHAT * 1000)
    assert sum(calls) == len(CHAT) * 1000
    assert len(calls) <= 2


def test_saved_and_loaded_is_the_same(model: TextModel, tmp_path: Path) -> None:
    path = tmp_path / "copy.bin"
    model.save(path)
    assert path.read_bytes() == SHIPPED.read_bytes()
    assert TextModel.load(path).score(CHAT).likeness.tolist() == model.score(CHAT).likeness.tolist()


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    other, short = tmp_path / "other.bin", tmp_path / "short.bin"
    other.write_bytes(b"PK\x03\x04 something else")
    short.write_bytes(SHIPPED.read_bytes()[:-1])
    for path in (other, short):
        with pytest.raises(ValueError, match=r"text model|damaged"):
            TextModel.load(path)


def test_the_shipped_file_is_small_and_holds_no_words() -> None:
    raw = SHIPPED.read_bytes()
    header = raw[len(MAGIC) + 4 :][: int.from_bytes(raw[len(MAGIC) : len(MAGIC) + 4], "little")]
    assert len(raw) < 10_000_000
    assert len(header) < 1000


def test_the_curve_is_the_formula_of_its_docstring() -> None:
    curve = Curve(prior=-4.0, gain=2.0, calm=100.0, power=0.5)
    assert curve.log_odds(30.0, 300.0) == pytest.approx(-4.0 + 2.0 * 30.0 / math.sqrt(400.0))
    assert curve.log_odds(30.0, 0.0) == -4.0
