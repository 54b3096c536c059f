"""Arithmetic on annotations: no input, no output."""
