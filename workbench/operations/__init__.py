"""Every verb a user can say, one function each."""
