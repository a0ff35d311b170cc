"""The commands, and what they print: data on stdout, talk on stderr."""
