"""Tests of what one person teaches."""
