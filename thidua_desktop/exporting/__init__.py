"""Blocks to bytes; no database, no Qt."""
