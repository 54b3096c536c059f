"""Tests of workbench.agreement."""
