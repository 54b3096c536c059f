"""Tests of workbench.ui."""
