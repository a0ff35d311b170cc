"""Whoosh behind the port: embedded, in a folder, needs nothing but pip."""

from medsearch.engines.whoosh.engine import WhooshEngine, create_engine, open_engine

__all__ = ["WhooshEngine", "create_engine", "open_engine"]
