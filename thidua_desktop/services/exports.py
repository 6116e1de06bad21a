"""Everything that can be exported, by the name that the command ``export`` gives it."""

from __future__ import annotations

from .awards import award_papers
from .export_parts import Export
from .plan import papers
from .registration import registration_papers
from .reports import report_papers

EXPORTS: dict[str, Export] = {
    **papers.EXPORTS,
    **registration_papers.EXPORTS,
    **award_papers.EXPORTS,
    **report_papers.EXPORTS,
}
