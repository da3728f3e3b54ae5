"""Pages over many items: what waits for somebody, what goes out, what is missing."""
