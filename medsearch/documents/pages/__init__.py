"""The lines of a page, drawn by a PDF or read by OCR: in reading order, without what repeats, as paragraphs."""
