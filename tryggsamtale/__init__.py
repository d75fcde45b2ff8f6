"""Tryggsamtale: anonymous help for people who meet violence and abuse in their work."""
