"""Review: how far people agree, where they differ, and settling it into gold."""
