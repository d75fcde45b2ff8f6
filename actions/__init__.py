"""Custom actions: thin glue between Rasa and the cores. One module a dialogue."""
