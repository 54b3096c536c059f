"""Corpora going out: what is asked for, and a look at it before it is made."""
