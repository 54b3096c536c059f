"""Tests of the verbs of the window."""
