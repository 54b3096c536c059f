"""Choosing by digits: what a digit means next, and the small chooser that shows it."""
