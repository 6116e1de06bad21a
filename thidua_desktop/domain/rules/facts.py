"""What the office knows about a person, a collective or a household when their nomination is judged."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from ..awards import AwardGiven, Evaluation, Initiative, SubjectKind, evaluation_rank


@dataclass(frozen=True, slots=True)
class PersonYear:
    """A person's year: ``evaluation`` in words or letters ("HTTNV"), "" when not known; ``discipline`` "" for none.

    ``months_worked``, ``discipline`` and ``registered`` are None when nobody has entered them.
    """

    year: int
    evaluation: str = ""
    months_worked: int | None = None
    discipline: str | None = ""
    registered: bool | None = None


@dataclass(frozen=True, slots=True)
class CollectiveYear:
    """A collective's year, in people; None where nobody has entered the figure.

    ``advanced`` were given Lao động tiên tiến (in the armed forces Chiến sĩ tiên tiến), ``fighters`` Chiến sĩ thi đua
    cơ sở, ``completed`` completed their tasks, ``disciplined`` were reprimanded with a warning (cảnh cáo) or worse.
    """

    year: int
    evaluation: str = ""
    headcount: int | None = None
    completed: int | None = None
    advanced: int | None = None
    fighters: int | None = None
    disciplined: int | None = None
    registered: bool | None = None


@dataclass(frozen=True, slots=True)
class SubjectFacts:
    """Everything about one nominee for the awards of ``year``.

    ``awards`` are those given before and, where a title of this year counts, this year's too. ``confirmed`` holds the
    clerk's answers to questions without figures, by the key of the rule.
    """

    subject_kind: SubjectKind
    subject: str
    year: int
    years: tuple[PersonYear, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    awards: tuple[AwardGiven, ...] = ()
    collective: tuple[CollectiveYear, ...] = ()
    confirmed: Mapping[str, bool] = field(default_factory=dict)

    def person_in(self, year: int) -> PersonYear | None:
        """The person's year; None when nothing was entered for it."""
        return next((one for one in self.years if one.year == year), None)

    def collective_in(self, year: int) -> CollectiveYear | None:
        """The collective's year; None when nothing was entered for it."""
        return next((one for one in self.collective if one.year == year), None)

    def evaluation_in(self, year: int) -> int | None:
        """The rank of the subject's evaluation of that year; None when it is not known."""
        found = self.collective_in(year) if self.subject_kind == "tập thể" else self.person_in(year)
        return evaluation_rank(found.evaluation) if found else None

    def last_years(self, count: int) -> range:
        """The last ``count`` years, the year of the nomination included, in order."""
        return range(self.year - count + 1, self.year + 1)

    def run_of(self, at_least: Evaluation, or_in: Collection[int] = ()) -> int:
        """How many years running, back from the year of the nomination, the evaluation was at least so high.

        A year of ``or_in`` counts as well.
        """
        wanted = evaluation_rank(at_least) or 0
        years = self._back()
        return next(
            count for count, year in enumerate(years) if year not in or_in and (self.evaluation_in(year) or -1) < wanted
        )

    def _back(self) -> Iterator[int]:
        year = self.year
        while True:
            yield year
            year -= 1
