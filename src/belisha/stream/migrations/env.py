"""Runs the migrations on the database that ``Database.migrate`` has open."""

from alembic import context
from sqlalchemy import Engine

import belisha.stream.store.desk_tables  # noqa: F401 - its tables belong to the same metadata
from belisha.stream.store.tables import metadata

engine: Engine = context.config.attributes["engine"]
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
