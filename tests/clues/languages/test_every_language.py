"""Promises that every language keeps; a new file is tested here without being named.

Its example lines lie in ``examples``, in a file of the same name.
"""

import re
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha import plugins
from belisha.clues import Clue
from belisha.clues.languages import ENGLISH, MARKS, Language, detect, languages
from belisha.scene import IS_JEST
from belisha.stream.phrase_database import _loosened as loosened
from belisha.text import fold

hyperscan = pytest.importorskip("hyperscan")

LANGUAGES = languages()
CLUES = {clue.name: clue for clue in plugins.find("belisha.clues", Clue)}
PATTERNS = {
    (code, name): re.compile("|".join(f"(?:{phrase})" for phrase in phrases))
    for code, language in LANGUAGES.items()
    for name, phrases in language.phrases.items()
}
WANTED = {
    "acts_as_peer:only_same", "acts_as_peer:same", "adult_writes_to_child:both_ages",
    "age_contradiction:attributed", "age_contradiction:family_life", "age_contradiction:work",
    "age_gap_acknowledged", "arranges_travel", "asks_about_supervision", "asks_age", "asks_for_picture",
    "asks_for_secrecy", "asks_for_webcam", "asks_if_alone", "asks_location", "asks_relationship_history",
    "asks_routine", "asks_to_delete", "avoids_tracking", "blackmails", "blackmails:sweets", "camera_excuse",
    "counsels", "demands_payment", "demands_payment:sweets", "exchanges_handle", "flattery", "flattery:everyday",
    "game_talk", "gives_cover_story", "guilt_and_pressure", "isolates_from_family", "isolates_from_friends",
    "jealous_control", "known_in_real_life:talk", "knows_young_age:birthday", "knows_young_age:told",
    "money_or_job_offer", "moves_to_other_app", "offers_gift", "parents_know", "persists_after_refusal:insists",
    "presses_on_the_frightened:afraid", "presses_on_the_frightened:presses", "promises_secrecy",
    "promises_secrecy:wish", "proposes_meeting", "proposes_meeting:everyday", "refuses", "refuses:everyday",
    "reward_for_compliance", "sets_deadline", "sets_deadline:at_stake", "sets_deadline:countdown",
    "sexual_solicitation", "shares_school_life", "shows_discomfort", "shows_discomfort:everyday", "shows_fear",
    "shows_fear:everyday", "sneaking_out", "speaks_as_family", "speaks_as_parent", "speaks_to_a_team_or_class",
    "special_bond", "states_young_age:child", "support_desk", "talks_about_grooming", "talks_past_a_rule:past",
    "talks_past_a_rule:rule", "threatens", "threatens:everyday", "threatens_self_harm",
    "threatens_self_harm:leverage", "turns_company_away:brings", "turns_company_away:only_us", "wants_nobody_along",
    "wants_nobody_along:everyday", "watches_from_afar", "writes_unanswered:insists", *MARKS,
}  # fmt: skip

SHARED = {
    "refuses", "refuses:everyday", "game_talk", "asks_for_picture", "talks_about_grooming", "sets_deadline:at_stake",
    "sets_deadline:countdown", "persists_after_refusal:insists", *MARKS,
}  # fmt: skip


def examples(language: Language) -> dict[str, dict[str, list[str]]]:
    file = type(language).__module__.rpartition(".")[2] + ".toml"
    return tomllib.loads((Path(__file__).parent / "examples" / file).read_text("utf-8"))


EXAMPLES = {code: examples(language) for code, language in LANGUAGES.items()}


def lines(code: str) -> Iterator[str]:
    for example in EXAMPLES[code].values():
        yield from (*example["seen"], *example["unseen"])


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_has_phrases_for_every_clue_that_matters(code: str) -> None:
    assert LANGUAGES[code].phrases.keys() >= WANTED


@pytest.mark.parametrize("code", LANGUAGES)
def test_its_phrases_name_clues_that_exist(code: str) -> None:
    assert {name.partition(":")[0] for name in LANGUAGES[code].phrases} <= CLUES.keys() | MARKS.keys()


@pytest.mark.parametrize("code", LANGUAGES)
def test_its_words_fold_to_themselves(code: str) -> None:
    for word in LANGUAGES[code].common.split():
        assert fold(word).text == word


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_has_enough_examples_of_every_clue(code: str) -> None:
    assert EXAMPLES[code].keys() == LANGUAGES[code].phrases.keys()
    for name, example in EXAMPLES[code].items():
        assert len(set(example["seen"])) >= 3, name
        assert len(set(example["unseen"])) >= 2, name


@pytest.mark.parametrize(("code", "name"), PATTERNS)
def test_its_examples_hold(code: str, name: str) -> None:
    pattern, example = PATTERNS[code, name], EXAMPLES[code][name]
    for seen in example["seen"]:
        assert pattern.search(fold(seen).text), seen
        assert pattern.search(fold(f"  {seen.upper()} ").text), seen
    for unseen in example["unseen"]:
        assert not pattern.search(fold(unseen).text), unseen


@pytest.mark.parametrize("code", LANGUAGES)
def test_english_is_left_to_the_clues(code: str) -> None:
    hits = {}
    for clue in CLUES.values():
        for line in (line.rpartition(": ")[2] for example in clue.examples for line in example.lines):
            text = fold(line).text
            found = {name for (of, name), pattern in PATTERNS.items() if of == code and pattern.search(text)}
            # Words that the languages share ("no", "selfie?", "gg") may be found where English finds them too.
            if found - {*SHARED, clue.name}:
                hits[line] = found
    assert not hits


@pytest.mark.parametrize(
    ("text", "is_jest"),
    [("im only joking", True), ("jk", True), ("haha ok", True), ("im not joking", False), ("this isnt kidding", False)],
)
def test_english_tells_a_jest_from_its_denial(text: str, is_jest: bool) -> None:
    assert bool(re.search(MARKS[IS_JEST], fold(text).text)) == is_jest


@pytest.mark.parametrize("code", LANGUAGES)
def test_its_lines_are_told_from_those_of_other_languages(code: str) -> None:
    told = [detect(fold(line).text) for line in lines(code)]
    assert told.count(code) >= 0.65 * len(told)
    assert sum(each not in {code, None} for each in told) <= 0.05 * len(told)


def test_english_is_told() -> None:
    told = [
        detect(fold(line.rpartition(": ")[2]).text)
        for clue in CLUES.values()
        for example in clue.examples
        for line in example.lines
    ]
    assert sum(each not in {ENGLISH, None} for each in told) <= 0.05 * len(told)
    assert told.count(ENGLISH) >= 0.7 * len(told)


@pytest.mark.parametrize(
    ("code", "text", "age"),
    [
        ("de", "Ich bin 12", 12), ("de", "bin erst 13 und du", 13), ("de", "ich bin 12 minuten zu spät", None),
        ("nl", "ik ben 12", 12), ("nl", "ben net 13 geworden", 13), ("nl", "ik ben 10 min later", None),
        ("fr", "j'ai 12 ans", 12), ("fr", "jai 13", 13), ("fr", "j'ai 12 euros", None),
        ("es", "tengo 12 años", 12), ("es", "tengo 13 y tú", 13), ("es", "tengo 12 gatos", None),
        ("it", "ho 12 anni", 12), ("it", "ne ho 13", 13), ("it", "ho 12 gatti", None),
        ("pt", "tenho 12 anos", 12), ("pt", "tenho 13 kkk", 13), ("pt", "tenho 12 gatos", None),
        ("pl", "mam 12 lat", 12), ("pl", "mam 13 a ty", 13), ("pl", "mam 12 kotów", None),
        ("de", "ich bin 99 jahre alt", None),
        ("es", "tengo 13 jajaja", 13),
    ],
)  # fmt: skip
def test_it_knows_a_stated_age(code: str, text: str, age: int | None) -> None:
    assert LANGUAGES[code].age(fold(text).text) == age


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_compiles_for_the_fast_road(code: str) -> None:
    flags = hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_PREFILTER | hyperscan.HS_FLAG_SINGLEMATCH
    phrases = [phrase for phrases in LANGUAGES[code].phrases.values() for phrase in phrases]
    expressions = [loosened(phrase).encode() for phrase in phrases]
    database = hyperscan.Database()
    database.compile(expressions=expressions, flags=[flags] * len(phrases), ids=list(range(len(phrases))))
    database.scratch = hyperscan.Scratch(database)
    for text in (fold(line).text for line in lines(code)):
        found: set[int] = set()
        database.scan(text.encode(), match_event_handler=lambda index, *_, found=found: found.add(index))
        assert {index for index, phrase in enumerate(phrases) if re.search(phrase, text)} <= found


@pytest.mark.parametrize("code", LANGUAGES)
def test_its_phrases_stay_within_a_time_budget_on_hostile_text(code: str) -> None:
    own = list(lines(code))
    parts = ("a", "a ", "1 ", " ", *own[:: len(own) // 6])
    for text in (fold(part * (2_000 // len(part))).text for part in parts):
        start = time.perf_counter()
        for (of, _name), pattern in PATTERNS.items():
            if of == code:
                pattern.search(text)
        assert time.perf_counter() - start < 0.5, text[:40]


@given(st.text(max_size=200))
def test_detection_answers_any_text_the_same_twice(text: str) -> None:
    folded = fold(text).text
    assert detect(folded) == detect(folded)
    assert detect(folded) in {None, ENGLISH, *LANGUAGES}
