"""The browser: one screen to search, narrow and read in, with keys and mouse."""
