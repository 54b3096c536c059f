"""Hostile files for every reader: made here, read by the real one, and what comes of it judged."""
