"""How the Norwegian pipeline behind the masking is built: `python -m nlp.build --corpus DIR` (see MODEL_CARD.md)."""
