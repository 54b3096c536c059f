"""Tests of workbench.operations."""
