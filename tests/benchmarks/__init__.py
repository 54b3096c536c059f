"""How fast it is, measured against what a bare script would take in the same run.

A module for each topic; `python -m tests.benchmarks` runs them all.
"""
