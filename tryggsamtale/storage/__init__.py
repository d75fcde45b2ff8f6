"""What is kept: sealed rows, receipts, counters, and their end. Knows no schema, no dialogue and no HTTP."""
