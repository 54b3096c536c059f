"""Tests of workbench.intake."""
