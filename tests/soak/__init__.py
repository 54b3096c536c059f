"""Hours of work in the real window, compressed, and what must not have grown afterwards."""
