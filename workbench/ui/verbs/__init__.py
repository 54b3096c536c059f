"""What the window itself can be told: one method a command, in modules by topic."""
