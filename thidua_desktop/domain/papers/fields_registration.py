"""The fields of the papers of registration and commitments."""

from __future__ import annotations

from .field_names import PaperFields

PAPERS: tuple[PaperFields, ...] = ()
