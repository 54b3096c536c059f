"""One article being settled: a lane for each reader and one for gold, under the text."""
