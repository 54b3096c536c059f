"""`news-en`: the suggester for English news that needs no training, made of lists and rules."""

from workbench.suggest.news_en.pipeline import NAME, load

__all__ = ["NAME", "load"]
