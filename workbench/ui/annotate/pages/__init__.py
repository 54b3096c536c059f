"""The pages that stand beside the text for as long as they are asked for."""
