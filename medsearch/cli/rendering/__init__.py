"""What each answer looks like on paper: as text for people, as JSON for scripts."""
