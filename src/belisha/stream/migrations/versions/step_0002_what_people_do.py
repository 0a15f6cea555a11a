"""What people do."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None
_ADDED_TO_ONLY = ("audit", "entries")


def _refuse_changes(table: str) -> None:
    """From now on the database itself refuses to change or delete what stands in a table, whoever asks."""
    if op.get_bind().dialect.name == "sqlite":
        for act in ("update", "delete"):
            op.execute(
                f"create trigger {table}_no_{act} before {act} on {table} "
                f"begin select raise(abort, '{table} is only ever added to'); end"
            )
        return
    op.execute(
        "create or replace function belisha_refuse_change() returns trigger language plpgsql as "
        "$$ begin raise exception '% is only ever added to', tg_table_name; end $$"
    )
    for name, acts, each in (("stays", "update or delete", "row"), ("is_not_emptied", "truncate", "statement")):
        op.execute(
            f"create trigger {table}_{name} before {acts} on {table} "
            f"for each {each} execute function belisha_refuse_change()"
        )


def upgrade() -> None:
    """Brings the tables forward."""
    op.create_table(
        "audit",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("platform", sa.String(length=64), nullable=True),
        sa.Column("entry", sa.LargeBinary(), nullable=False),
        sa.Column("link", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_platform", "audit", ["platform", "number"])
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("platform", sa.String(length=64), nullable=True),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("preferences", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.Float(), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("disabled_at", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("name", name=op.f("uq_people_name")),
        sa.UniqueConstraint("subject", name=op.f("uq_people_subject")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "appeals",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("platform", sa.String(length=64), nullable=False),
        sa.Column("app", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.Column("person", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_appeals_person_people")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_appeals")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_appeals_platform", "appeals", ["platform", "number"])
    op.create_table(
        "cases",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("platform", sa.String(length=64), nullable=False),
        sa.Column("app", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("reviewer", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("changed_at", sa.Float(), nullable=False),
        sa.Column("keep_until", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["reviewer"], ["people.id"], name=op.f("fk_cases_reviewer_people")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_cases")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_cases_platform", "cases", ["platform", "status", "changed_at"])

    op.create_table(
        "decisions",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("platform", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("app", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("audience", sa.String(length=32), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("light", sa.SmallInteger(), nullable=False),
        sa.Column("concern", sa.Float(), nullable=False),
        sa.Column("turned_at", sa.Float(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("second", sa.Integer(), nullable=True),
        sa.Column("second_at", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_decisions_person_people")),
        sa.ForeignKeyConstraint(["second"], ["people.id"], name=op.f("fk_decisions_second_people")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_decisions")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decisions_platform", "decisions", ["platform", "at"])
    op.create_index("ix_decisions_about", "decisions", ["platform", "about"])
    op.create_index("ix_decisions_subject", "decisions", ["subject", "number"])

    op.create_table(
        "invitations",
        sa.Column("hashed", sa.LargeBinary(length=32), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.Float(), nullable=False),
        sa.Column("used_at", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_invitations_person_people")),
        sa.PrimaryKeyConstraint("hashed", name=op.f("pk_invitations")),
    )
    op.create_table(
        "models",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("made_with", sa.Text(), nullable=False),
        sa.Column("proposed_by", sa.Integer(), nullable=True),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("changed_at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["approved_by"], ["people.id"], name=op.f("fk_models_approved_by_people")),
        sa.ForeignKeyConstraint(["proposed_by"], ["people.id"], name=op.f("fk_models_proposed_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_models")),
    )
    op.create_table(
        "sessions",
        sa.Column("hashed", sa.LargeBinary(length=32), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("form_token", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("seen_at", sa.Float(), nullable=False),
        sa.Column("reviewed", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_sessions_person_people")),
        sa.PrimaryKeyConstraint("hashed", name=op.f("pk_sessions")),
    )
    op.create_index("ix_sessions_person", "sessions", ["person"])
    op.create_table(
        "attachments",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("case", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("hashed", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.number"], name=op.f("fk_attachments_case_cases")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_attachments")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "case_conversations",
        sa.Column("case", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("conversation", sa.LargeBinary(length=16), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.number"], name=op.f("fk_case_conversations_case_cases")),
        sa.PrimaryKeyConstraint("case", "conversation", name=op.f("pk_case_conversations")),
    )
    op.create_index("ix_case_conversations_conversation", "case_conversations", ["conversation"])

    op.create_table(
        "entries",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("case", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entry", sa.LargeBinary(), nullable=False),
        sa.Column("link", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.number"], name=op.f("fk_entries_case_cases")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_entries")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_entries_case", "entries", ["case", "number"])

    op.create_table(
        "shadow_readings",
        sa.Column("model", sa.String(length=64), nullable=False),
        sa.Column("conversation", sa.LargeBinary(length=16), nullable=False),
        sa.Column("audience", sa.String(length=32), nullable=False),
        sa.Column("light", sa.SmallInteger(), nullable=False),
        sa.Column("light_in_use", sa.SmallInteger(), nullable=False),
        sa.Column("concern", sa.Float(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["model"], ["models.id"], name=op.f("fk_shadow_readings_model_models")),
        sa.PrimaryKeyConstraint("model", "conversation", "audience", name=op.f("pk_shadow_readings")),
    )
    for table in _ADDED_TO_ONLY:
        _refuse_changes(table)


def downgrade() -> None:
    """Takes the step back."""
    if op.get_bind().dialect.name == "postgresql":
        for table in _ADDED_TO_ONLY:
            op.execute(f"drop trigger {table}_stays on {table}")
            op.execute(f"drop trigger {table}_is_not_emptied on {table}")
        op.execute("drop function belisha_refuse_change()")
    op.drop_table("shadow_readings")
    op.drop_index("ix_entries_case", "entries")

    op.drop_table("entries")
    op.drop_index("ix_case_conversations_conversation", "case_conversations")

    op.drop_table("case_conversations")
    op.drop_table("attachments")
    op.drop_index("ix_sessions_person", "sessions")
    op.drop_table("sessions")
    op.drop_table("models")
    op.drop_table("invitations")
    op.drop_index("ix_decisions_subject", "decisions")
    op.drop_index("ix_decisions_about", "decisions")
    op.drop_index("ix_decisions_platform", "decisions")

    op.drop_table("decisions")
    op.drop_index("ix_cases_platform", "cases")

    op.drop_table("cases")
    op.drop_index("ix_appeals_platform", "appeals")
    op.drop_table("appeals")
    op.drop_table("people")
    op.drop_index("ix_audit_platform", "audit")
    op.drop_table("audit")
