"""The office itself: who signs, its years, its own forms and rules, its backups."""
