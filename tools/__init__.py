"""What developers of medsearch run: texts, reference, manual page."""
