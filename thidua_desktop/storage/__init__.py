"""The only SQL: one SQLite file, its change log, search and backups."""
