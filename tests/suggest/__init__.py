"""Tests of workbench.suggest."""
