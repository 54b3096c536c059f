"""Articles coming in: text, web pages, documents, tables and folders."""
