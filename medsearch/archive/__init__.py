"""Keeps an index in step with folders of minutes: finds, compares, reads, commits, reports."""
