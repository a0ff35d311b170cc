"""The topics of help."""

from medsearch.cli.help.searching import DATES, FIELDS, QUERY
from medsearch.cli.help.topic import Topic
from medsearch.cli.help.using import COMPLETION, EXIT_CODES, EXPORT, FILES, SETTINGS_TOPIC, SYNONYMS

_TOPICS = (QUERY, DATES, FIELDS, FILES, SYNONYMS, EXPORT, SETTINGS_TOPIC, COMPLETION, EXIT_CODES)

TOPICS: dict[str, Topic] = {topic.name: topic for topic in _TOPICS}
"""All topics by their names, in the order of the overview."""
