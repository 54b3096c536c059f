"""The real program, killed at random moments, and what must be there afterwards."""
