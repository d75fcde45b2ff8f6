"""The rehearsal of a trygghetssamtale: what the guide does, what it did well, what to try instead (sources 002)."""
