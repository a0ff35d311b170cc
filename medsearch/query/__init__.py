"""What a user asks: the words typed and the filters, read into a tree whose nodes say what they mean."""

from medsearch.query.nodes import Node
from medsearch.query.parsing import parse_query
from medsearch.query.searchable import Searchable, make_all_searchable, make_searchable

__all__ = ["Node", "Searchable", "make_all_searchable", "make_searchable", "parse_query"]
