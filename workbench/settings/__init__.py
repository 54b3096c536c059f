"""Where things live on this machine, what the user prefers, and the logs."""
