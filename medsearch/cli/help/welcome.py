"""What medsearch says to who types its name and nothing else."""

from medsearch.texts import later

WELCOME = later(
    """medsearch searches the minutes (referater) of Danish committees.

First:  medsearch index FOLDER    reads your folder of minutes
Then:   medsearch query WORDS     finds what was decided, when and by whom

All commands: medsearch help"""
)
