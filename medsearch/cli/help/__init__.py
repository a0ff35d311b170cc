"""Help: pages of commands, made of what they declare, and of topics, which are written."""
