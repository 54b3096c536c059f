"""Parquet for those who train with Hugging Face `datasets`: a table of spans and one of tokens.

`spans.parquet` holds everything that a person finished, a row for each article and person;
`tokens.parquet` has tokens and tags, a row for each layer of that. Both are plain tables: no
library's own description of them is inside, since versions of it refuse each other's.
"""
