"""What a dialogue hands over: its schema, its documents, and the keeping of it."""
