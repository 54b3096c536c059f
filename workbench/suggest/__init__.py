"""From text to suggestions: the only room that knows spaCy."""
