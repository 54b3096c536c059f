"""Tests of workbench.operations.charts."""
