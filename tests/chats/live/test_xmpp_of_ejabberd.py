"""Copies that ejabberd 23.01 makes with ``mod_service_log``, recorded: it copies on sending and on receiving."""

from belisha.chats.live import Frame
from belisha.chats.live.xmpp import Xmpp
from belisha.model import Message, Relation
from tests.chats.live.tapes import told_by

ALEX, MIA, ROOM = "alex@chat.test", "mia@chat.test", "team@rooms.chat.test"


def copy(number: str, stanza: str) -> Frame:
    text = (
        f'<message to="belisha.chat.test" from="chat.test" id="{number}"><forwarded xmlns="urn:xmpp:forward:0">'
        f"{stanza}</forwarded></message>"
    )
    return Frame(text, f"copy {number}", "chat.test", 1_795_576_000.5)


def said(sender: str, to: str, text: str, number: str, kind: str = "chat") -> str:
    return (
        f'<message xmlns="jabber:client" xml:lang="en" to="{to}" from="{sender}" type="{kind}" id="{number}">'
        f"<body>{text}</body></message>"
    )


def messages(*stanzas: str) -> list[Message]:
    frames = [copy(str(1000 + number), stanza) for number, stanza in enumerate(stanzas)]
    return [told for told in told_by(Xmpp(), frames) if isinstance(told, Message)]


def test_a_message_that_was_copied_twice_has_one_number() -> None:
    sent, received = messages(
        said(f"{ALEX}/phone", MIA, "hello mia", "a-1"), said(f"{ALEX}/phone", f"{MIA}/laptop", "hello mia", "a-1")
    )
    assert sent.id == received.id
    assert (sent.sender, sent.conversation, sent.recipients) == (ALEX, f"{ALEX} {MIA}", (MIA,))


def test_a_client_that_numbers_everything_alike_hides_nothing() -> None:
    told = messages(
        said(f"{ALEX}/phone", MIA, "hello", "same"), said(f"{ALEX}/phone", MIA, "dont tell your mum", "same")
    )
    assert len({message.id for message in told}) == 2


def test_in_a_room_the_first_copy_tells_the_true_sender_and_all_have_one_number() -> None:
    sent, first, second = messages(
        said(f"{ALEX}/phone", ROOM, "hi all", "a-2", "groupchat"),
        said(f"{ROOM}/Lex", f"{ALEX}/phone", "hi all", "a-2", "groupchat"),
        said(f"{ROOM}/Lex", f"{MIA}/laptop", "hi all", "a-2", "groupchat"),
    )
    assert {message.id for message in (first, second)} == {sent.id}
    assert [message.sender for message in (sent, first, second)] == [ALEX, None, None]
    assert {message.conversation for message in (sent, first, second)} == {ROOM}


def test_what_has_no_time_has_ours() -> None:
    [message] = messages(said(f"{ALEX}/phone", MIA, "hello", "a-3"))
    assert message.sent_at is not None
    assert message.sent_at.timestamp() == 1_795_576_000.5


def test_clients_own_questions_say_nothing_and_an_unblock_is_no_block() -> None:
    asked = f'<iq xmlns="jabber:client" to="{ROOM}" from="{MIA}/laptop" type="get" id="1"><query xmlns="disco"/></iq>'
    unblocked = (
        f'<iq xmlns="jabber:client" from="{MIA}/laptop" to="{MIA}" type="set" id="2">'
        f'<unblock xmlns="urn:xmpp:blocking"><item jid="{ALEX}"/></unblock></iq>'
    )
    assert told_by(Xmpp(), [copy("1", asked), copy("2", unblocked)]) == []
    blocked = unblocked.replace("unblock", "block")
    assert [type(told) for told in told_by(Xmpp(), [copy("3", blocked)])] == [Relation]
