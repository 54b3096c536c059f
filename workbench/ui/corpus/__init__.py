"""The Corpus workspace: how much there is, as charts and as the tables of the same figures."""
