"""What each answer looks like: lines of text for people, shapes of JSON for scripts. A room of plain functions."""
