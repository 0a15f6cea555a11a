"""A small invented corpus in the layout of the shared ones, and weights learned from it."""

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from belisha.study.evaluate import Evaluation, Own, evaluate
from belisha.study.train import train

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


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty cases and as many ordinary talks of each kind."""
    chance = np.random.default_rng(0)
    place = tmp_path_factory.mktemp("corpora")
    cases = [f"case {number}" for number in range(30)]
    authors = [
        {"id": f"{case}-{role}", "case": case, "role": role, "year": 2007, "lines": lines(source, 24, chance)}
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
    flat = [{"id": f"flat {number}", "label": 0, "text": " ".join(lines(PLAIN, 40, chance))} for number in range(30)]
    chats = [
        {
            "id": f"chat {number}",
            "source": "meld",
            "lang": "en",
            "label": "normal",
            "turns": [{"speaker": "s", "text": text} for text in lines(PLAIN, 12, chance)],
        }
        for number in range(30)
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


@pytest.fixture(scope="session")
def learned(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Weights of few buckets, learned from few stretches."""
    pytest.importorskip("scipy")
    out = tmp_path_factory.mktemp("weights") / "small.bin"
    told: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        make_small(patch)
        report = train(folder, out, seed=1, progress=told.append)
    assert len(told) == 3
    assert report.file == str(out)
    assert report.buckets_used > 100
    return out


@pytest.fixture(scope="session")
def evaluation(folder: Path, learned: Path) -> Evaluation:
    """What the judge says of the product with these weights."""
    with pytest.MonkeyPatch.context() as patch:
        make_small(patch)
        return evaluate(folder, Own(learned), seed=1)


def make_small(patch: pytest.MonkeyPatch) -> None:
    """Settings with which learning and judging take seconds."""
    patch.setattr("belisha.study.train.STRETCHES", 800)
    patch.setattr("belisha.study.train.BITS", 13)
    patch.setattr("belisha.study.measures.DRAWS", 20)
