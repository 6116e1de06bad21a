"""The fields of the papers of reports."""

from __future__ import annotations

from .field_names import PaperFields

PAPERS: tuple[PaperFields, ...] = ()
