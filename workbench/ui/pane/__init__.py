"""The reading pane: a long text laid out, marked and selected; it knows no project."""
