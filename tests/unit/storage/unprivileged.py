"""A process of its own, without root's rights: ``unprivileged.py URL SECRET`` reads, writes and checks.

Prints one line for each: what came out, or which error and why.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime, timedelta, timezone

from tryggsamtale.storage.database import StorageUnavailable, check, connect
from tryggsamtale.storage.tables import sessions
from tryggsamtale.storage.vault import SealedRows

NOBODY = 65534

url, secret = sys.argv[1:]
later = datetime.now(timezone.utc) + timedelta(hours=1)
engine = connect(url)  # loads the driver, while it can still be read
if os.geteuid() == 0:
    os.setgid(NOBODY)
    os.setuid(NOBODY)
rows = SealedRows(engine, sessions)
for attempt in (lambda: rows.get(secret), lambda: rows.put(secret, b"other", later), lambda: check(engine)):
    try:
        print(attempt())
    except StorageUnavailable as error:
        print(f"StorageUnavailable: {error}")
