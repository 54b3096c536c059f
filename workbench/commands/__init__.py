"""The command line: every verb for pipelines and tests, a module for each part of the work."""
