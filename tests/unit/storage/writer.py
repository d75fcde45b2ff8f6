"""A process of its own that writes to the database the tests use: ``writer.py URL TIMES``.

Waits for a line, so that several begin at the same moment. Then it migrates, puts TIMES rows, each under a secret that
it prints, and counts each of them.
"""

from __future__ import annotations

import sys
from datetime import datetime, timedelta, timezone

from tryggsamtale.storage.counters import Counters
from tryggsamtale.storage.database import connect, migrate
from tryggsamtale.storage.sealing import new_secret
from tryggsamtale.storage.tables import sessions
from tryggsamtale.storage.vault import SealedRows

url, times = sys.argv[1], int(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
engine = connect(url)
migrate(engine)
rows, counters = SealedRows(engine, sessions), Counters(engine)
later = datetime.now(timezone.utc) + timedelta(hours=1)
for _ in range(times):
    secret = new_secret()
    rows.put(secret, secret.encode() * 400, later)
    counters.count("written")
    print(secret)
