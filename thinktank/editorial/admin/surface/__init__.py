"""The writing surface in the form of an item: its field, its page and its doors."""
