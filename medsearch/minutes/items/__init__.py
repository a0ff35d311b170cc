"""Where agenda items begin, and what their headings say."""
