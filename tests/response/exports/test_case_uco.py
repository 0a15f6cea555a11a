"""The graph of a case: complete, the same every time, and valid by the ontology's own shapes where it is installed."""

import json
import warnings
from pathlib import Path
from typing import Any

import pytest

from belisha.model import How, Provenance
from belisha.response.cases.case_file import CaseConversation, CaseFile
from belisha.response.exports.case_uco import CaseUco
from tests.response.cases.sample_case import EXHIBIT, SENDER, SUBJECT, case, empty, hostile, message

RECOVERED = case(
    conversations=(
        CaseConversation(
            "r",
            messages=(
                message(
                    1, SUBJECT, "hi", provenance=Provenance("sms", "mmssms.db", EXHIBIT, "page 4", How.RECOVERED, 0.8)
                ),
            ),
        ),
    )
)


def graph(of: CaseFile) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = json.loads(CaseUco().write(of, SENDER))["@graph"]
    return nodes


def of_type(nodes: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [node for node in nodes if node["@type"].partition(":")[2] == kind]


def references(value: object) -> list[str]:
    if isinstance(value, dict):
        return (
            [value["@id"]] if set(value) == {"@id"} else [each for part in value.values() for each in references(part)]
        )
    return [each for part in value for each in references(part)] if isinstance(value, list) else []


@pytest.mark.parametrize("of", [case(), empty(), hostile(), RECOVERED])
def test_every_reference_leads_somewhere_and_every_object_is_there_once(of: CaseFile) -> None:
    nodes = graph(of)
    names = [node["@id"] for node in nodes]
    assert len(set(names)) == len(names)
    assert set(references(nodes)) <= set(names)


def test_messages_carry_text_hash_sender_and_place() -> None:
    nodes = graph(case())
    facets = of_type(nodes, "MessageFacet")
    assert len(facets) == len(of_type(nodes, "Message")) == 9
    assert "how old are you btw" in [each.get("uco-observable:messageText") for each in facets]
    assert len(of_type(nodes, "ObservableRelationship")) == 9
    (file,) = [each for each in of_type(nodes, "FileFacet") if "uco-observable:filePath" in each]
    assert file["uco-observable:filePath"] == ["live:matrix"]


def test_deleted_text_has_a_hash_and_no_text() -> None:
    nodes = graph(case())
    (facet,) = [each for each in of_type(nodes, "MessageFacet") if each["uco-observable:messageID"] == "m13"]
    assert "uco-observable:messageText" not in facet
    assert [node for node in of_type(nodes, "Message") if "The text is not kept" in str(node)]


def test_decisions_are_a_chain_of_actions_with_those_who_took_them() -> None:
    actions = of_type(graph(case()), "InvestigativeAction")
    assert [each["uco-core:name"] for each in actions] == ["turned a light", "turned a light", "escalate", "release"]
    assert actions[3]["case-investigation:wasInformedBy"] == [{"@id": actions[2]["@id"]}]
    assert actions[0]["uco-action:instrument"] == [{"@id": of_type(graph(case()), "Tool")[0]["@id"]}]


def test_each_source_has_a_provenance_record_in_the_investigation() -> None:
    nodes = graph(case())
    (record,) = of_type(nodes, "ProvenanceRecord")
    assert record["case-investigation:exhibitNumber"] == EXHIBIT
    (investigation,) = of_type(nodes, "Investigation")
    assert {"@id": record["@id"]} in investigation["uco-core:object"]


def test_recovered_messages_say_so() -> None:
    (facet,) = of_type(graph(RECOVERED), "RecoveredObjectFacet")
    assert facet["uco-observable:contentRecoveredStatus"] == "recovered"


def test_two_cases_share_no_identifier() -> None:
    assert not {node["@id"] for node in graph(case())} & {node["@id"] for node in graph(case(id="other"))}


EVERYTHING = case(conversations=(*case().conversations, *RECOVERED.conversations))


@pytest.mark.parametrize("of", [EVERYTHING, hostile()], ids=["everything", "hostile"])
def test_it_is_valid_by_the_shapes_of_case_1_5_0(of: CaseFile, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # those of the libraries, about themselves; an unknown concept fails without them
        case_validate = pytest.importorskip("case_utils.case_validate", reason="case-utils carries the ontology")
        path = tmp_path / "case.jsonld"
        path.write_bytes(CaseUco().write(of, SENDER))
        result = case_validate.validate(str(path), case_version="case-1.5.0", allow_infos=True)
    assert result.conforms, result.text
