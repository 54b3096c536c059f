"""Working in a team: who gets which articles, shares handed out, and copies merged."""
