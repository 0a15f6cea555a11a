"""The whole judgement on the small invented corpus."""

from pathlib import Path

import msgspec
import pytest

from belisha import text_model
from belisha.errors import Unusable
from belisha.study.chats_shown import GUESSED, ONE_STRING, UNKNOWN, WHOLE, WOVEN
from belisha.study.evaluate import Evaluation, Own, evaluate
from tests.study.conftest import ANSWERING, ASKING, PLAIN, make_small


def test_the_same_seed_gives_the_same_figures_and_progress_is_told(
    folder: Path, learned: Path, evaluation: Evaluation, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_small(monkeypatch)
    told: list[tuple[str, int, int]] = []
    assert evaluate(folder, Own(learned), 1, lambda *step: told.append(step)) == evaluation
    last = {what: (done, total) for what, done, total in told}
    assert last["ordinary chats"][0] == last["ordinary chats"][1]
    assert any(what.startswith("controls") for what in last)


def test_every_form_was_shown(evaluation: Evaluation) -> None:
    assert {each.form for each in evaluation.ordinary} == {"as it is", ONE_STRING, UNKNOWN, GUESSED}
    assert [each.form for each in evaluation.cases] == [WHOLE, WOVEN, f"{WHOLE}, speakers unknown"]
    whole = evaluation.cases[0]
    assert (whole.source, whole.chats, whole.messages) == ("perverted_justice_interleaved", 5, 150)


def test_what_was_learned_from_is_never_counted_as_unseen(evaluation: Evaluation) -> None:
    unseen = sum(each.chats for each in evaluation.ordinary if not each.learned and each.form in ("as it is", GUESSED))
    against_all = next(each for each in evaluation.separations if each.name.endswith("all ordinary chats"))
    assert against_all.ordinary == unseen
    assert {rate.of for each in evaluation.ablations for rate in each.ordinary.values()} == {unseen}
    assert any(each.learned for each in evaluation.ordinary)
    assert not any(each.learned for each in evaluation.used if each.label)


def test_easy_talk_is_told_apart_and_ordinary_talk_gets_no_light(evaluation: Evaluation) -> None:
    for each in evaluation.ordinary:
        assert {rate.count for rate in each.turned.values()} == {0}
    assert evaluation.separations[0].auc.value > 0.95
    amber = next(each for each in evaluation.cases[0].delays if (each.audience, each.light) == ("children", "amber"))
    assert amber.turned.count == 5
    assert evaluation.cases[0].right_speaker.share.value == 1.0
    exchanged = next(each for each in evaluation.controls if each.name == "speakers exchanged")
    assert exchanged.right_speaker is not None
    assert exchanged.right_speaker.share.value == 1.0


def test_it_is_written_and_read_as_json_and_holds_no_text_of_the_corpus(evaluation: Evaluation) -> None:
    written = msgspec.json.encode(evaluation)
    assert msgspec.json.decode(written, type=Evaluation) == evaluation
    assert not any(text.encode() in written for text in (*ASKING, *ANSWERING, *PLAIN))


def test_the_shipped_weights_are_back_in_place_afterwards(evaluation: Evaluation) -> None:
    assert (evaluation.model, evaluation.weights) == ("small.bin", "shipped")
    assert text_model.SHIPPED.name == "text_model.bin"


def test_weights_that_are_none_are_refused(folder: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.bin"
    wrong.write_bytes(b"no weights")
    with pytest.raises(Unusable, match=r"wrong\.bin"):
        evaluate(folder, Own(wrong))
    with pytest.raises(Unusable, match=r"wrong\.bin as weights"):
        evaluate(folder, Own(weights=wrong))
