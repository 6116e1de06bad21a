"""Rounds, nominations and their verdicts, the Council, decisions and what is given."""
