"""Articles coming in: text, web pages, feeds, documents, tables, folders and archives."""
