"""Answers: a query and its filters -> a page of hits with snippets, facets, and what was searched instead."""

from medsearch.search.answers import Answer, Hit, Snippet
from medsearch.search.searching import count, find
from medsearch.search.understanding import Request

__all__ = ["Answer", "Hit", "Request", "Snippet", "count", "find"]
