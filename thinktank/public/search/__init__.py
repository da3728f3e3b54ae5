"""The search of the public site: its page, its suggestions, its command."""
