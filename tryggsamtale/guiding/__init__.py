"""The pure core of a guided dialogue: what is said, set and asked next. Knows no Rasa."""
