"""The scheme editor: a tree of everything that can be said, and a form for the thing in hand."""
