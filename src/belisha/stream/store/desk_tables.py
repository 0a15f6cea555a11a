"""The tables of the people at the console and of what they do: sessions, cases, decisions, appeals, audit, models."""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, SmallInteger, String, Table, Text

from belisha.stream.store.tables import NUMBER, metadata

people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False, default=""),
    Column("role", String(16), nullable=False),  # viewer, moderator, officer, administrator, auditor
    Column("platform", String(64)),  # None: all platforms
    Column("password", Text, nullable=False, default=""),  # argon2, or empty
    Column("subject", Text, unique=True),  # of an OpenID Connect provider
    Column("preferences", Text, nullable=False, default="{}"),
    Column("failures", Integer, nullable=False, default=0),
    Column("locked_until", Float, nullable=False, default=0.0),
    Column("created_at", Float, nullable=False),
    Column("disabled_at", Float),
    sqlite_autoincrement=True,
)
sessions = Table(
    "sessions",
    metadata,
    Column("hashed", LargeBinary(32), primary_key=True),
    Column("person", Integer, ForeignKey("people.id"), nullable=False),
    Column("form_token", String(64), nullable=False),
    Column("created_at", Float, nullable=False),
    Column("seen_at", Float, nullable=False),
    Column("reviewed", Integer, nullable=False, default=0),  # conversations opened: for break reminders
)
Index("ix_sessions_person", sessions.c.person)
invitations = Table(
    "invitations",
    metadata,
    Column("hashed", LargeBinary(32), primary_key=True),
    Column("person", Integer, ForeignKey("people.id"), nullable=False),
    Column("expires_at", Float, nullable=False),
    Column("used_at", Float),
)
cases = Table(
    "cases",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("platform", String(64), nullable=False),
    Column("app", Text, nullable=False),
    Column("about", Text),  # the account the case is about
    Column("title", Text, nullable=False, default=""),
    Column("status", String(16), nullable=False, default="open"),  # open, released, closed
    Column("reviewer", Integer, ForeignKey("people.id")),
    Column("created_at", Float, nullable=False),
    Column("changed_at", Float, nullable=False),
    Column("keep_until", Float),  # preservation: nothing of it is deleted before
    sqlite_autoincrement=True,
)
Index("ix_cases_platform", cases.c.platform, cases.c.status, cases.c.changed_at)
case_conversations = Table(
    "case_conversations",
    metadata,
    Column("case", NUMBER, ForeignKey("cases.number"), primary_key=True),
    Column("conversation", LargeBinary(16), primary_key=True),
)
Index("ix_case_conversations_conversation", case_conversations.c.conversation)
entries = Table(  # the case book: what was decided and done; append only, chained for each case
    "entries",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("case", NUMBER, ForeignKey("cases.number"), nullable=False),
    Column("entry", LargeBinary, nullable=False),  # JSON: who, what, note, at
    Column("link", String(64), nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_entries_case", entries.c.case, entries.c.number)
attachments = Table(
    "attachments",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("case", NUMBER, ForeignKey("cases.number"), nullable=False),
    Column("name", Text, nullable=False),
    Column("media", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("hashed", LargeBinary(32), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("added_at", Float, nullable=False),
    sqlite_autoincrement=True,
)
decisions = Table(
    "decisions",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("platform", String(64), nullable=False),
    Column("subject", LargeBinary(16), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("app", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("about", Text),
    Column("audience", String(32), nullable=False),
    Column("source", Text, nullable=False, default=""),
    Column("person", Integer, ForeignKey("people.id"), nullable=False),
    Column("what", String(16), nullable=False),  # acknowledge, dismiss, escalate, warn, restrict, report, appeal ...
    Column("reason", String(32), nullable=False, default=""),
    Column("note", Text, nullable=False, default=""),
    Column("light", SmallInteger, nullable=False),
    Column("concern", Float, nullable=False),
    Column("turned_at", Float, nullable=False),
    Column("at", Float, nullable=False),
    Column("second", Integer, ForeignKey("people.id")),  # who agreed, where two must
    Column("second_at", Float),
    sqlite_autoincrement=True,
)
Index("ix_decisions_subject", decisions.c.subject, decisions.c.number)
Index("ix_decisions_platform", decisions.c.platform, decisions.c.at)
Index("ix_decisions_about", decisions.c.platform, decisions.c.about)
appeals = Table(
    "appeals",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("platform", String(64), nullable=False),
    Column("app", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("text", LargeBinary, nullable=False),  # sealed
    Column("created_at", Float, nullable=False),
    Column("outcome", String(16)),  # upheld, granted
    Column("person", Integer, ForeignKey("people.id")),
    Column("note", Text, nullable=False, default=""),
    Column("decided_at", Float),
    sqlite_autoincrement=True,
)
Index("ix_appeals_platform", appeals.c.platform, appeals.c.number)
audit = Table(  # append only; one chain over everything
    "audit",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("at", Float, nullable=False),
    Column("platform", String(64)),  # None: of the service as a whole
    Column("entry", LargeBinary, nullable=False),  # JSON: who, what, on which subject; never message text
    Column("link", String(64), nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_audit_platform", audit.c.platform, audit.c.number)
models = Table(
    "models",
    metadata,
    Column("id", String(64), primary_key=True),  # SHA-256 of its files
    Column("path", Text, nullable=False),
    Column("state", String(16), nullable=False),  # proposed, shadow, approved, in_use, retired
    Column("made_with", Text, nullable=False, default="{}"),
    Column("proposed_by", Integer, ForeignKey("people.id")),
    Column("approved_by", Integer, ForeignKey("people.id")),
    Column("created_at", Float, nullable=False),
    Column("changed_at", Float, nullable=False),
)
shadow_readings = Table(
    "shadow_readings",
    metadata,
    Column("model", String(64), ForeignKey("models.id"), primary_key=True),
    Column("conversation", LargeBinary(16), primary_key=True),
    Column("audience", String(32), primary_key=True),
    Column("light", SmallInteger, nullable=False),
    Column("light_in_use", SmallInteger, nullable=False),
    Column("concern", Float, nullable=False),
    Column("at", Float, nullable=False),
)
