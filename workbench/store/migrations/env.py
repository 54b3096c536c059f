"""Runs the migrations on the connection handed over by `upgrading`, inside its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
