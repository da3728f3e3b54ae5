"""What was saved of an item and what was public when: looked at, compared, restored.

Nothing here changes the past; restoring makes a new draft.
"""
