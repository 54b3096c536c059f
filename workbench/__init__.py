"""Workbench: mark entities, claims, events and framing in news text on your own machine."""

__version__ = "0.1.0"
