"""Tests of workbench.suggest.news_en."""
