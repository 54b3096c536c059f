"""The project file: tables, journal, undo; the only room that knows SQLAlchemy and Alembic."""
