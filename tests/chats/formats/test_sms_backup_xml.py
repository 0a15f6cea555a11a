"""Backups of texts that are cut, huge or hostile, and numbers that are written in several ways."""

import io
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats.sms_backup_xml import SmsBackupXml
from belisha.model import OWNER, ConversationFacts, Message
from tests.chats.test_loose_xml import TEXTS, as_the_app_writes

ADDRESSES = st.sampled_from(["+37255500001", "0555 000 02", "Shop", "tove@mail.example"])


def exhibit(content: str) -> Exhibit:
    plain = content.encode()
    return Exhibit("sms-1.xml", len(plain), lambda: io.BytesIO(plain))


def messages(one: Exhibit) -> list[Message]:
    assert SmsBackupXml().recognises(one)
    return [fact for fact in SmsBackupXml().messages(one) if isinstance(fact, Message)]


def sms(body: str, address: str = "+37255500001", box: int = 1) -> str:
    return f'<sms address="{address}" date="1772467200000" type="{box}" body="{as_the_app_writes(body)}" />\n'


@given(st.lists(st.tuples(TEXTS, ADDRESSES, st.sampled_from([1, 2, 4, 5, 6])), max_size=6))
def test_every_message_is_read_as_it_was_sent(sent: list[tuple[str, str, int]]) -> None:
    lines = "".join(sms(*each) for each in sent)
    one = exhibit(f'<smses count="{len(sent)}">\n{lines}</smses>')
    found = messages(one)
    assert [message.text for message in found] == [body for body, _, _ in sent]
    assert [message.sender == OWNER for message in found] == [box != 1 for _, _, box in sent]
    assert {message.sent_at for message in found} <= {datetime(2026, 3, 2, 16, tzinfo=UTC)}
    assert one.problems == []


@given(st.integers(0, 400))
def test_wherever_it_is_cut_what_came_before_is_read_and_the_loss_is_said(end: int) -> None:
    whole = '<smses count="5">\n' + "".join(sms(f"text {number}") for number in range(5)) + "</smses>"
    last = len(whole) - len(" />\n</smses>")
    one = exhibit(whole[: min(max(end, 20), last)])
    found = messages(one)
    texts = [message.text for message in found]
    assert all(f"text {number}".startswith(text) for number, text in enumerate(texts))
    assert any(problem.lost for problem in one.problems)


def test_an_mms_that_breaks_off_costs_nothing_of_the_next_message() -> None:
    one = exhibit(
        '<smses count="2"><mms date="1772467200000" msg_box="1" address="+37255500001" m_type="132"><parts>'
        f'<part ct="text/plain" text="see you"/><part ct="image/png" cl="a.png" data="QUJ{sms("hello")}</smses>'
    )
    first, second = messages(one)
    assert (first.text, first.attachments, second.text) == ("see you", ("a.png",), "hello")
    assert [problem.place for problem in one.problems] == ["message 1, line 1"]


def test_more_parts_than_any_phone_sends_are_not_held() -> None:
    part = '<part ct="text/plain" text="a"/>'
    one = exhibit(f'<smses count="1"><mms msg_box="1" address="1234"><parts>{part * 5000}</parts></mms></smses>')
    (message,) = messages(one)
    assert message.text.count("a") < 1000
    assert one.problems[0].lost


def test_who_wrote_in_a_group_is_known_however_the_number_is_written() -> None:
    one = exhibit(
        '<smses count="1"><mms msg_box="1" address="+37255500001~+37255500002" date="1772467200000"><parts>'
        '<part ct="text/plain" text="hi"/></parts><addrs><addr address="55500002" type="137"/>'
        '<addr address="insert-address-token" type="151"/></addrs></mms></smses>'
    )
    (place,) = (fact for fact in SmsBackupXml().messages(one) if isinstance(fact, ConversationFacts))
    (message,) = messages(one)
    assert (message.sender, place.group) == ("+37255500002", True)


def test_another_root_is_not_claimed() -> None:
    for content in ('<calls count="1"><call number="1"/></calls>', "about <smses>", '{"smses": 1}', "<smsesx/>"):
        assert not SmsBackupXml().recognises(exhibit(content))


def test_entities_of_the_file_are_left_as_they_stand() -> None:
    one = exhibit('<!DOCTYPE smses [<!ENTITY e SYSTEM "file:///etc/passwd">]><smses><sms type="1" body="&e;"/></smses>')
    assert [message.text for message in messages(one)] == ["&e;"]
