"""What the work is about: articles, spans, schemes, annotations; standard library only."""
