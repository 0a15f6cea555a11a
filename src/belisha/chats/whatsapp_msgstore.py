"""What the messages of WhatsApp's ``msgstore.db`` refer to: people, chats, files, quoted messages."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import PurePosixPath
from typing import NamedTuple

from belisha.chats.database import Database, Row
from belisha.chats.exhibit import Exhibit
from belisha.chats.whatsapp_accounts import account_of, is_group
from belisha.model import OWNER, ConversationFacts


class Msgstore(NamedTuple):
    """The look-ups, by row number where a number is the key.

    Attributes:
        app: the app, for conversations that no table lists.
        accounts: jid rows; a hidden id (``@lid``) stands as the number that it belongs to, where that is known.
        aliases: the same for hidden ids by their own text.
        names: address book or profile names by account.
        members: accounts by group.
        chats: chat rows.
        rooms: the listed conversations by account.
        attached: what was sent with a message, by message row.
        elsewhere: words that stand in another table than the message.
        answered: key of the message that a message answers.
        answered_old: the same, by row of the old table of quotes.
        actions: what a system message says.
        calls: whether calls are listed apart.
        told: (conversation, from the owner, key) of messages already given: the old table may hold them once more.
    """

    app: str
    accounts: dict[int, str]
    aliases: dict[str, str]
    names: dict[str, str]
    members: dict[str, list[str]]
    chats: dict[int, ConversationFacts]
    rooms: dict[str, ConversationFacts]
    attached: dict[int, str]
    elsewhere: dict[int, str]
    answered: dict[int, str]
    answered_old: dict[int, str]
    actions: dict[int, int]
    calls: bool
    told: set[tuple[str, bool, str]]

    def person(self, jid: str | None) -> str | None:
        """The account behind a jid as the old tables write it."""
        account = account_of(jid)
        return None if account is None else self.aliases.get(account, account)

    def room(self, account: str | None) -> ConversationFacts:
        """A conversation by its account, also one that no table lists (its chat may be deleted)."""
        account = account or "unknown chat"
        return self.rooms.get(account) or self._room(account, None)

    def listed(self, account: str | None, subject: str | None) -> ConversationFacts | None:
        """Takes a conversation into the list and gives it; two chats with one person are one conversation."""
        if account is None:
            return None
        return self.rooms.setdefault(account, self._room(account, subject))

    def _room(self, account: str, subject: str | None) -> ConversationFacts:
        group = is_group(account)
        within = (account, OWNER) if group is False else tuple(self.members.get(account, ()))
        return ConversationFacts(account, self.app, subject or self.names.get(account, ""), within, group)


def look_up(database: Database, exhibit: Exhibit, app: str) -> Msgstore:
    """Reads the look-ups; tables that a version does not have give nothing."""
    accounts = {number: jid for row in database.rows("jid") if (number := row.key("_id")) and (jid := _jid(row))}
    aliases: dict[str, str] = {}
    names = {accounts[lid]: name for lid, name in _texts(database, "lid_display_name", "lid_row_id", "display_name")
             if lid in accounts}  # fmt: skip
    for row in database.rows("jid_map"):
        hidden, shown = (accounts.get(row.key("lid_row_id") or 0), accounts.get(row.whole("jid_row_id") or 0))
        if hidden and shown:
            aliases[hidden] = shown
    names.update(_contacts(exhibit))
    accounts = {number: aliases.get(account, account) for number, account in accounts.items()}
    found = Msgstore(
        app=app,
        accounts=accounts,
        aliases=aliases,
        names={aliases.get(account, account): name for account, name in names.items()},
        members=_members(database, accounts, aliases),
        chats={},
        rooms={},
        attached=_attached(database),
        elsewhere=_elsewhere(database),
        answered=dict(_texts(database, "message_quoted", "message_row_id", "key_id")),
        answered_old=dict(_texts(database, "messages_quotes", "_id", "key_id")),
        actions={
            row.key("message_row_id") or 0: row.whole("action_type") or 0 for row in database.rows("message_system")
        },
        calls=any(True for _ in database.rows("call_log")),
        told=set(),
    )
    for row in database.rows("chat"):
        room = found.listed(accounts.get(row.whole("jid_row_id") or 0), row.text("subject"))
        if room is not None:
            found.chats[row.key("_id") or 0] = room
    for row in database.rows("chat_list"):
        found.listed(found.person(row.text("key_remote_jid")), row.text("subject"))
    return found


def _jid(row: Row) -> str | None:
    return account_of(row.text("raw_string") or "@".join(filter(None, (row.text("user"), row.text("server")))))


def _texts(database: Database, table: str, key: str, *columns: str) -> Iterator[tuple[int, str]]:
    """The first of these columns that says something, by the number in the key column."""
    for row in database.rows(table):
        number, text = row.key(key), next(filter(None, map(row.text, columns)), None)
        if number is not None and text:
            yield number, text


def _contacts(exhibit: Exhibit) -> Iterator[tuple[str, str]]:
    """Names from ``wa.db``: as the owner calls people, else as they call themselves."""
    beside = exhibit.beside("wa.db")
    if beside is None:
        return
    with closing(beside):
        for row in beside.database.rows("wa_contacts") if beside.database else ():
            account = account_of(row.text("jid"))
            whole = " ".join(filter(None, (row.text("given_name"), row.text("family_name"))))
            name = row.text("display_name") or whole or row.text("wa_name")
            if account and name and is_group(account) is False:
                yield account, name


def _members(database: Database, accounts: dict[int, str], aliases: dict[str, str]) -> dict[str, list[str]]:
    pairs = [
        (accounts.get(row.whole("group_jid_row_id") or 0), accounts.get(row.whole("user_jid_row_id") or 0))
        for row in database.rows("group_participant_user")
    ]
    for row in database.rows("group_participants"):
        # The old table leaves the owner's own jid empty.
        jid = account_of(row.text("jid")) or OWNER
        pairs.append((account_of(row.text("gjid")), aliases.get(jid, jid)))
    members: dict[str, list[str]] = {}
    for group, member in pairs:
        if group and member and member not in members.setdefault(group, []):
            members[group].append(member)
    return members


def _attached(database: Database) -> dict[int, str]:
    attached = dict(_texts(database, "message_media", "message_row_id", "mime_type"))
    attached |= {
        number: PurePosixPath(path).name
        for number, path in _texts(database, "message_media", "message_row_id", "file_path")
    }
    return attached | dict(_texts(database, "message_media", "message_row_id", "media_name"))


def _elsewhere(database: Database) -> dict[int, str]:
    words = dict(_texts(database, "message_media", "message_row_id", "media_caption"))
    words |= dict(_texts(database, "message_template", "message_row_id", "content_text_data"))
    for row in database.rows("message_location"):
        place = ", ".join(filter(None, (row.text("place_name"), row.text("place_address"))))
        where = ", ".join(filter(None, (row.text("latitude"), row.text("longitude"))))
        words[row.key("message_row_id") or 0] = place or where
    return words
