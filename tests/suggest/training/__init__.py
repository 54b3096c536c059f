"""Tests of workbench.suggest.training."""
