"""The duties: facts in, assessment out. Plain Python; nothing here knows Rasa, HTTP or the database."""
