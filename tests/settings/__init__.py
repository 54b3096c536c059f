"""Tests of workbench.settings."""
