"""How well medsearch finds what is asked: `python -m tests.relevance`. README.md tells how the judgements were made."""
