"""The dialogues: which questions, in which order, and what their answers mean. Content in YAML, rules in Python."""
