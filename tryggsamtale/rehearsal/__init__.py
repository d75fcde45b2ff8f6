"""The rehearsal of a trygghetssamtale: a fictitious youth answers, and the guide learns what it did (source 002)."""
