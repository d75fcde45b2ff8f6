"""What an anonymous discussion of a case comes to: how serious, with whom, and the drafts to take along. Pure rules."""
