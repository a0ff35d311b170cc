"""What stands below an item's heading: sections, absentees, outcomes."""
