"""The list of articles: its rows, its filter, and how much is done."""
