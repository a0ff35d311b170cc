"""The head of minutes: which committee met, when, where, with whom; and where the head of another meeting begins."""
