"""What is seen of files before they are taken in: encodings, columns, and the first articles."""
