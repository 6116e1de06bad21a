"""Everything that can be exported, by the name that the command ``export`` gives it."""

from __future__ import annotations

from . import award_papers, papers, registration_papers, report_papers
from .export_parts import Export

EXPORTS: dict[str, Export] = {
    **papers.EXPORTS,
    **registration_papers.EXPORTS,
    **award_papers.EXPORTS,
    **report_papers.EXPORTS,
}
