"""Tests of workbench.commands."""
