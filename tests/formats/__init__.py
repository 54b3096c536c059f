"""Tests of workbench.formats."""
