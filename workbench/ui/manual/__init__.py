"""The manual beside the window."""
