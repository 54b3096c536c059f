"""Whose suggestions a project shows: listed, made, changed and chosen."""
