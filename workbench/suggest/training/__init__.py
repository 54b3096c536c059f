"""Training and measuring `news-en`: programs run by hand, never by the app."""
