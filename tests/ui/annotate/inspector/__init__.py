"""Tests of the Annotate workspace."""
