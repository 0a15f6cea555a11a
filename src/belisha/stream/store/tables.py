"""The tables of what comes in and what is noticed; ``desk_tables`` has those of the people who work with it.

``migrations`` brings a database to this form; a test compares the two.

Times are seconds since 1970 as numbers: both databases keep and compare them alike. Keys of 16 bytes are
``database.key_of`` of the parts that they stand for. Columns called ``sealed`` hold what the vault wrote.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
NUMBER = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only in a column of type INTEGER."""

platforms = Table(
    "platforms",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("title", Text, nullable=False, default=""),
    Column("created_at", Float, nullable=False),
)
api_keys = Table(
    "api_keys",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("platform", String(64), ForeignKey("platforms.id"), nullable=False),
    Column("title", Text, nullable=False),
    Column("scopes", Text, nullable=False),  # separated by spaces
    Column("hashed", LargeBinary(32), nullable=False),
    Column("created_at", Float, nullable=False),
    Column("expires_at", Float),
    Column("revoked_at", Float),
    Column("used_at", Float),
)
conversations = Table(
    "conversations",
    metadata,
    Column("key", LargeBinary(16), primary_key=True),
    Column("platform", String(64), nullable=False),
    Column("app", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("title", Text, nullable=False, default=""),
    Column("source", Text, nullable=False, default=""),  # label of the live source, or "api"
    Column("count", Integer, nullable=False, default=0),
    Column("first_at", Float),
    Column("last_at", Float),  # when its last message was received
    Column("sealed", LargeBinary, nullable=False),  # memory and ledger
)
Index("ix_conversations_place", conversations.c.platform, conversations.c.last_at)
accounts = Table(
    "accounts",
    metadata,
    Column("key", LargeBinary(16), primary_key=True),
    Column("platform", String(64), nullable=False),
    Column("app", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("facts", LargeBinary, nullable=False, default=b""),
    Column("ties", LargeBinary, nullable=False, default=b""),
    Column("shown", LargeBinary, nullable=False, default=b""),
    Column("seen_at", Float, nullable=False),
    Column("restricted_at", Float),
    Column("restricted_from", Float),  # a little later, by chance: see docs/security.md
)
Index("ix_accounts_place", accounts.c.platform, accounts.c.app, accounts.c.id)
contacts = Table(
    "contacts",
    metadata,
    Column("account", LargeBinary(16), primary_key=True),
    Column("conversation", LargeBinary(16), primary_key=True),
    Column("contact", LargeBinary, nullable=False),
)
Index("ix_contacts_conversation", contacts.c.conversation)
messages = Table(
    "messages",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("key", LargeBinary(16), nullable=False, unique=True),
    Column("conversation", LargeBinary(16), nullable=False),
    Column("position", Integer, nullable=False),  # 1-based, in its conversation
    Column("id", Text, nullable=False),
    Column("sender", Text),
    Column("sent_at", Float),
    Column("received_at", Float, nullable=False),
    Column("hashed", LargeBinary(32), nullable=False),  # SHA-256 of the text
    Column("about", LargeBinary, nullable=False),  # everything else of the message but its text
    Column("sealed", LargeBinary),  # the text, until it is deleted
    Column("seen", LargeBinary),  # sightings and readings, where there were any
    Column("cleared_at", Float),  # when the text was deleted
    sqlite_autoincrement=True,
)
Index("ix_messages_conversation", messages.c.conversation, messages.c.position)
_KEPT = messages.c.sealed.is_not(None)
Index("ix_messages_kept", messages.c.received_at, sqlite_where=_KEPT, postgresql_where=_KEPT)
lights = Table(
    "lights",
    metadata,
    Column("subject", LargeBinary(16), primary_key=True),  # key of a conversation or of an account
    Column("audience", String(32), primary_key=True),
    Column("platform", String(64), nullable=False),
    Column("app", Text, nullable=False),
    Column("kind", String(16), nullable=False),  # conversation or account
    Column("id", Text, nullable=False),
    Column("light", SmallInteger, nullable=False),
    Column("concern", Float, nullable=False),
    Column("highest", Float, nullable=False),
    Column("about", Text),
    Column("turned_at", Float, nullable=False),
    Column("read_at", Float, nullable=False),
    Column("act_by", Float, nullable=False),  # when the time to act ends: the order of the queue
    Column("state", String(16), nullable=False, default="open"),  # open, acknowledged, dismissed, escalated, closed
    Column("reviewer", Integer),
    Column("source", Text, nullable=False, default=""),
)
Index("ix_lights_queue", lights.c.platform, lights.c.audience, lights.c.state, lights.c.light, lights.c.concern)
Index("ix_lights_act_by", lights.c.platform, lights.c.audience, lights.c.state, lights.c.act_by, lights.c.subject)
Index("ix_lights_about", lights.c.platform, lights.c.about)
changes = Table(
    "changes",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("platform", String(64), nullable=False),
    Column("audience", String(32), nullable=False),
    Column("subject", LargeBinary(16), nullable=False),
    Column("app", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("id", Text, nullable=False),
    Column("before", SmallInteger, nullable=False),
    Column("after", SmallInteger, nullable=False),
    Column("about", Text),
    Column("concern", Float, nullable=False),
    Column("position", Integer, nullable=False),
    Column("message", Text, nullable=False),
    Column("at", Float, nullable=False),
    Column("reading", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_changes_platform", changes.c.platform, changes.c.number)
Index("ix_changes_subject", changes.c.subject, changes.c.number)
deliveries = Table(
    "deliveries",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("platform", String(64), nullable=False),
    Column("channel", Text, nullable=False),  # webhook address, or notice:<label of the source>
    Column("body", LargeBinary, nullable=False),
    Column("created_at", Float, nullable=False),
    Column("due_at", Float),  # None once it is delivered or given up
    Column("attempts", Integer, nullable=False, default=0),
    Column("delivered_at", Float),
    Column("trouble", Text, nullable=False, default=""),
    sqlite_autoincrement=True,
)
Index("ix_deliveries_due", deliveries.c.due_at)
notices = Table(
    "notices",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("platform", String(64), nullable=False),
    Column("app", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("conversation", LargeBinary(16), nullable=False),
    Column("light", SmallInteger, nullable=False),
    Column("created_at", Float, nullable=False),
    Column("answer", String(16)),
    Column("answered_at", Float),
)
Index("ix_notices_account", notices.c.platform, notices.c.app, notices.c.account, notices.c.created_at)
source_places = Table(
    "source_places",
    metadata,
    Column("label", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
