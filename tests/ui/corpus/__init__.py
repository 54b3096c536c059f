"""Tests of workbench.ui.corpus."""
