"""Tests of workbench.domain."""
