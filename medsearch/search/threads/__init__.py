"""The thread of a matter: the items of a case number, or those that go on with what an item is about."""

from medsearch.search.threads.case import thread_of_case
from medsearch.search.threads.related import thread_of_item
from medsearch.search.threads.thread import By, Entry, Thread

__all__ = ["By", "Entry", "Thread", "thread_of_case", "thread_of_item"]
