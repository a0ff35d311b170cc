"""The pages for users hold what the program does: every block of commands in them is run."""
