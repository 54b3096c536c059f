"""Suggesters that one person's finished articles teach: a small model a layer."""
