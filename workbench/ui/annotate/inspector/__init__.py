"""The inspector: the mark in hand and its fields, or the whole article and all its marks."""
