"""Tests of workbench.store."""
