"""Every corpus found is read; cases and senders never stand on both sides of the split."""

import gzip
import json
from collections import defaultdict
from pathlib import Path

import pytest

from belisha import plugins
from belisha.errors import Unusable
from belisha.study.corpora import Corpus, Side, Turn, side_of
from belisha.study.corpora.ordinary_chats import OrdinaryChats
from belisha.study.corpora.pan12_ordinary import Pan12Ordinary
from belisha.study.corpora.pan12_xml import Pan12Xml
from belisha.study.corpora.panc_datapack import PancDatapack
from belisha.study.corpora.perverted_justice_authors import PervertedJusticeAuthors
from belisha.study.corpora.perverted_justice_interleaved import PervertedJusticeInterleaved, elapsed

FOUND = plugins.find("belisha.study.corpora", Corpus)

XML = """<?xml version="1.0" encoding="UTF-8"?>
<conversations>
  <conversation id="c1">
    <message line="1"><author>a1</author><time>23:58</time><text>hello</text></message>
    <message line="2"><author>a2</author><time>00:03</time><text>good &amp; you?</text></message>
  </conversation>
  <conversation id="c2">
    <message line="1"><author>a3</author><time>10:00</time><text/></message>
  </conversation>
</conversations>
"""


def test_all_seven_corpora_are_found() -> None:
    names = [corpus.name for corpus in FOUND]
    assert names == sorted(names)
    assert {"pan12_ordinary", "ordinary_chats", "pan12_xml", "panc_datapack", "labelled_messages"} <= set(names)
    assert {"perverted_justice_authors", "perverted_justice_interleaved"} <= set(names)


@pytest.mark.parametrize("corpus", FOUND, ids=lambda corpus: corpus.name)
def test_a_corpus_says_its_licence_and_whom_to_cite(corpus: Corpus, tmp_path: Path) -> None:
    assert corpus.licence
    assert corpus.cite
    assert not corpus.found(tmp_path)
    with pytest.raises(FileNotFoundError):
        list(corpus.conversations(tmp_path))


@pytest.mark.parametrize("corpus", FOUND, ids=lambda corpus: corpus.name)
def test_the_shared_corpus_is_read_whole_and_twice_the_same(corpus: Corpus, corpora: Path) -> None:
    if not corpus.found(corpora):
        pytest.skip(f"{corpus.name} is not among the shared corpora")
    first = list(corpus.conversations(corpora))
    assert first
    assert first == list(corpus.conversations(corpora))
    assert all(conversation.turns is not None and conversation.case for conversation in first)


def test_no_case_stands_on_two_sides(corpora: Path) -> None:
    sides: dict[str, set[Side]] = defaultdict(set)
    for corpus in FOUND:
        if corpus.found(corpora):
            for conversation in corpus.conversations(corpora):
                sides[conversation.case].add(conversation.side)
    assert {case for case, found in sides.items() if len(found) > 1} == set()
    assert {side for found in sides.values() for side in found} == set(Side)


def test_sides_are_fixed_for_ever() -> None:
    """A changed split would put cases that the shipped weights know among those they are judged on."""
    assert {case: side_of(case) for case in SIDES} == SIDES


SIDES = {
    "a": Side.TEST,
    "b": Side.TRAIN,
    "c": Side.TEST,
    "d": Side.TRAIN,
    "e": Side.TRAIN,
    "f": Side.VALIDATION,
    "g": Side.VALIDATION,
    "h": Side.TEST,
}


def test_about_seven_tenths_are_for_training() -> None:
    sides = [side_of(f"case {number}") for number in range(2000)]
    assert 0.66 < sides.count(Side.TRAIN) / 2000 < 0.74
    assert 0.17 < sides.count(Side.TEST) / 2000 < 0.23


def write(folder: Path, name: str, *rows: object) -> None:
    with gzip.open(folder / name, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


def test_authors_rows_name_the_groomer(tmp_path: Path) -> None:
    row = {"id": "x-1", "case": "x", "role": "decoy", "year": None, "lines": ["one", "two"]}
    write(tmp_path, "pj_authors.jsonl.gz", row)
    (found,) = PervertedJusticeAuthors().conversations(tmp_path)
    assert found.label
    assert (found.case, found.groomer) == ("x", "predator")
    assert found.turns == (Turn("decoy", "one"), Turn("decoy", "two"))


def test_interleaved_chats_are_held_out_whatever_their_case(tmp_path: Path) -> None:
    turns = [
        {"role": "predator", "text": "hi", "time": "11:59:30 pm"},
        {"role": "decoy", "text": "hi", "time": "12:01:00 am"},
    ]
    write(tmp_path, "pj_interleaved.jsonl.gz", *({"id": c, "case": c, "year": 2006, "turns": turns} for c in "bcdef"))
    found = list(PervertedJusticeInterleaved().conversations(tmp_path))
    assert {conversation.side for conversation in found} == {Side.TEST}
    assert [turn.minutes for turn in found[0].turns] == [0.0, 1.5]


def test_clock_times_of_all_layouts() -> None:
    clocks = ["7:02:01 pm", "09/28/06  7:04:01 PM", None, "soon", "6:02:01 am", "6:00 am"]
    assert list(elapsed(clocks)) == pytest.approx([0.0, 2.0, None, None, 660.0, 657.98], abs=0.01)


def test_parts_of_one_sender_or_room_stay_together(tmp_path: Path) -> None:
    ids = {
        "nus_sms_other": ("nus_sms_other-ab-0", "nus_sms_other-ab-50"),
        "nps_20s": ("nps_20s-1_700posts", "nps_20s-1_705posts"),
    }
    rows = [
        {"id": name, "source": source, "lang": "en", "label": "normal", "turns": [{"speaker": "s", "text": text}]}
        for source, names in ids.items()
        for name, text in zip(names, ("PART", "hello"), strict=True)
    ]
    write(tmp_path, "ordinary.jsonl.gz", *rows)
    found = list(OrdinaryChats().conversations(tmp_path))
    assert {conversation.case for conversation in found} == {"nus_sms_other-ab", "nps_20s-1"}
    assert [len(conversation.turns) for conversation in found] == [0, 1, 0, 1]
    assert not any(conversation.label for conversation in found)


def test_pan12_xml_as_distributed(tmp_path: Path) -> None:
    (tmp_path / "pan12-test.xml").write_text(XML, encoding="utf-8")
    (tmp_path / "pan12-predators-test.txt").write_text("a2\na9\n", encoding="utf-8")
    first, second = Pan12Xml().conversations(tmp_path)
    assert first.label
    assert first.groomer == "a2"
    assert first.turns == (Turn("a1", "hello", 0.0), Turn("a2", "good & you?", 5.0))
    assert not second.label
    assert second.groomer is None
    assert second.turns == (Turn("a3", "", 0.0),)


def test_a_vtpan_list_keeps_only_its_conversations(tmp_path: Path) -> None:
    (tmp_path / "pan12-test.xml").write_text(XML, encoding="utf-8")
    (tmp_path / "pan12-predators-test.txt").write_text("a2\n", encoding="utf-8")
    (tmp_path / "vtpan-test-ids.txt").write_text("c2\n", encoding="utf-8")
    assert [conversation.id for conversation in Pan12Xml().conversations(tmp_path)] == ["c2"]


def test_pan12_without_its_list_of_predators_or_cut_off_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pan12-test.xml").write_text(XML[: len(XML) // 2], encoding="utf-8")
    with pytest.raises(Unusable, match="predators"):
        list(Pan12Xml().conversations(tmp_path))
    (tmp_path / "pan12-predators-test.txt").write_text("a2\n", encoding="utf-8")
    with pytest.raises(Unusable, match="not whole"):
        list(Pan12Xml().conversations(tmp_path))


def test_segments_of_a_panc_chat_stay_together(tmp_path: Path) -> None:
    said = [{"type": "message", "author": "x", "time": 1.5, "body": "hello"}, {"type": "separator"}]
    chats = {f"chat7-{number}": {"chatName": "n", "className": "predator", "content": said} for number in (1, 2)}
    chats["other"] = {"chatName": "n", "className": "non-predator", "content": said}
    (tmp_path / "datapack-PANC-test.json").write_text(json.dumps({"chats": chats}), encoding="utf-8")
    found = list(PancDatapack().conversations(tmp_path))
    assert [(each.case, each.label, len(each.turns)) for each in found] == [
        ("chat7", True, 1),
        ("chat7", True, 1),
        ("other", False, 1),
    ]


def test_what_is_no_panc_datapack_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "datapack-PANC-x.json").write_text("[1]", encoding="utf-8")
    with pytest.raises(Unusable, match=r"datapack-PANC-x\.json"):
        list(PancDatapack().conversations(tmp_path))


def test_a_damaged_corpus_is_refused_with_file_and_line(tmp_path: Path) -> None:
    write(tmp_path, "pan12_ordinary.jsonl.gz", {"id": "1", "text": "hello"}, {"id": "2"})
    with pytest.raises(Unusable, match=r"pan12_ordinary\.jsonl\.gz, at line 2"):
        list(Pan12Ordinary().conversations(tmp_path))
    whole = (tmp_path / "pan12_ordinary.jsonl.gz").read_bytes()
    (tmp_path / "pan12_ordinary.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Unusable, match="at line"):
        list(Pan12Ordinary().conversations(tmp_path))
