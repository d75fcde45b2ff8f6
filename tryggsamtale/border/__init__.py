"""The one border that user text crosses: cleaned, then masked, before anything else in the program sees it."""
