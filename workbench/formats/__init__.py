"""Annotated corpora in and out: one module a format, read and write side by side."""
