"""Pictures of figures: what they show, how they are laid out, and how they become SVG."""
