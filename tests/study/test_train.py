"""Learning and judging from end to end on a small invented corpus; the shipped weights on the real ones."""

import builtins
import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from belisha.errors import Unusable
from belisha.study import evaluate as judging
from belisha.study.corpora import Side
from belisha.study.train import read, train
from belisha.text_model import TextModel

# Invented and harmless: what matters here is that two ways of talking can be told apart, not what is said.
ASKING = [
    "are you alone today",
    "keep this between us",
    "you are so mature",
    "is your mum at home",
    "our little secret",
]
ANSWERING = ["i guess so", "mum is at work", "what do you mean", "not sure about that", "i have homework"]
PLAIN = [
    "the bus was late again",
    "did you see the match",
    "pizza at seven then",
    "my printer is broken",
    "nice weather today",
]


def lines(source: list[str], count: int, chance: np.random.Generator) -> list[str]:
    return [" ".join(chance.choice(source, 2)) for _ in range(count)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty cases and as many ordinary talks of each kind, in the layout of the shared corpora."""
    chance = np.random.default_rng(0)
    place = tmp_path_factory.mktemp("corpora")
    cases = [f"case {number}" for number in range(40)]
    authors = [
        {"id": f"{case}-{role}", "case": case, "role": role, "year": 2007, "lines": lines(source, 40, chance)}
        for case in cases
        for role, source in (("predator", ASKING), ("decoy", ANSWERING))
    ]
    order = [("predator", ASKING), ("decoy", ANSWERING)] * 15
    whole = [
        {
            "id": f"whole {number}",
            "case": f"whole {number}",
            "year": 2007,
            "turns": [
                {"role": role, "text": lines(source, 1, chance)[0], "time": "7:02:01 pm"} for role, source in order
            ],
        }
        for number in range(5)
    ]
    flat = [{"id": f"flat {number}", "label": 0, "text": " ".join(lines(PLAIN, 40, chance))} for number in range(40)]
    chats = [
        {
            "id": f"chat {number}",
            "source": "meld",
            "lang": "en",
            "label": "normal",
            "turns": [{"speaker": "s", "text": text} for text in lines(PLAIN, 30, chance)],
        }
        for number in range(40)
    ]
    files: dict[str, list[dict[str, Any]]] = {
        "pj_authors": authors,
        "pj_interleaved": whole,
        "pan12_ordinary": flat,
        "ordinary": chats,
    }
    for name, rows in files.items():
        with gzip.open(place / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
    return place


@pytest.fixture(scope="module")
def learned(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("scipy")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("belisha.study.train.STRETCHES", 800)
        patch.setattr("belisha.study.train.BITS", 13)
        out = tmp_path_factory.mktemp("weights") / "small.bin"
        told: list[str] = []
        report = train(folder, out, seed=1, progress=told.append)
    assert len(told) == 3
    assert report.file == str(out)
    assert report.buckets_used > 100
    return out


def test_what_was_learned_tells_both_kinds_and_both_speakers(learned: Path) -> None:
    model = TextModel.load(learned)
    for texts, alike in ((ASKING, True), (ANSWERING, True), (PLAIN, False)):
        scores = model.score(texts)
        assert (model.stretch(float(scores.likeness.sum()), float(scores.mass.sum())) > model.prior) is alike
    sums = [model.score(texts) for texts in (ASKING, ANSWERING)]
    asking, answering = (model.leads(float(scores.role.sum()), float(scores.mass.sum())) for scores in sums)
    assert asking > 0 > answering


def test_the_same_seed_gives_the_same_file(
    folder: Path, learned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("belisha.study.train.STRETCHES", 800)
    monkeypatch.setattr("belisha.study.train.BITS", 13)
    train(folder, tmp_path / "again.bin", seed=1)
    assert (tmp_path / "again.bin").read_bytes() == learned.read_bytes()


def test_no_words_of_the_corpus_stand_in_the_file(learned: Path) -> None:
    raw = learned.read_bytes()
    for text in (*ASKING, *ANSWERING, *PLAIN):
        assert not any(word.encode() in raw for word in text.split() if len(word) > 4)


def test_the_judge_sees_held_out_talk_only_and_finds_what_is_easy(folder: Path, learned: Path) -> None:
    report = judging.evaluate(folder, seed=1, model=TextModel.load(learned))
    assert report == judging.evaluate(folder, seed=1, model=TextModel.load(learned))
    assert report.flat.auc.value > 0.99
    assert report.running.chats == 5
    assert [early.messages for early in report.early] == [6, 10, 20, 50]
    assert report.leads[0].pair > 0.9
    _, held_out = read(folder, {Side.TEST}, 1)
    assert {conversation.side for conversation in held_out} == {Side.TEST}


def test_what_is_learned_and_what_is_judged_share_no_case(folder: Path) -> None:
    known = {conversation.case for conversation in read(folder, {Side.TRAIN, Side.VALIDATION}, 1)[1]}
    judged = {conversation.case for conversation in read(folder, {Side.TEST}, 1)[1]}
    assert known
    assert judged
    assert not known & judged


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="must hold both"):
        read(tmp_path, set(Side), 0)


def test_without_scipy_it_says_what_to_install(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **named: Any) -> Any:
        if name.startswith("scipy"):
            raise ImportError(name)
        return real(name, *args, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(Unusable, match="belisha\\[study\\]"):
        train(folder, tmp_path / "none.bin")


def test_the_shipped_weights_keep_their_figures(corpora: Path) -> None:
    """Far below what was measured: this catches a broken file or a changed hash, not a bad day."""
    report = judging.evaluate(corpora, seed=0)
    assert report.flat.auc.value > 0.985
    assert report.early[1].opening.value > 0.7
    assert report.running.false_warned < 0.03
    assert report.leads[1].pair > 0.9
