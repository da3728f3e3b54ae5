"""Pages that say what will happen, and do it when confirmed."""
