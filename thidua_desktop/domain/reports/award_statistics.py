"""What was given in a year, counted by award, kind of subject, class of person, type and level.

Of a person's award the class and the sex are what stood in the data when it was given; an award without them is
counted as "chưa ghi", never guessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..awards import AwardDef
from ..registers.awards import AWARD_TYPES, LEVELS
from ..registers.directory import PERSON_CLASSES
from ..vietnamese import fold, sort_key

if TYPE_CHECKING:
    from ..rules.packs import Law

PERSON, COLLECTIVE, HOUSEHOLD = "cá nhân", "tập thể", "hộ gia đình"
CLASSES = tuple(choice.value for choice in PERSON_CLASSES)
TYPES = tuple(choice.value for choice in AWARD_TYPES)
LEVELS_OF_DECISION = tuple(choice.value for choice in LEVELS)
LEADER = CLASSES[0]
UNSAID = "chưa ghi"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAward:
    """One award of the year as the statistics need it; ``decided_on`` is ISO, ``bonus`` đồng, None when not known."""

    subject: str
    subject_kind: str
    award: str
    award_type: str = "công trạng"
    level: str = "xã"
    organisation: str = ""
    person_class: str = ""
    sex: str = ""
    decision_number: str = ""
    decided_on: str | None = None
    bonus: int | None = None
    merit: str = ""

    @property
    def lacks_bonus(self) -> bool:
        """Whether the office that pays it has not entered it: each level pays what it decides itself."""
        return self.bonus is None and self.level == "xã"


@dataclass(frozen=True, slots=True)
class AwardGroup:
    """All that was given of one award; ``entry`` is its entry of the catalogue, None for a name it does not know."""

    name: str
    entry: AwardDef | None
    awards: tuple[GivenAward, ...]

    @property
    def kind(self) -> str:
        """Danh hiệu thi đua or hình thức khen thưởng, "" when not known."""
        return self.entry.kind if self.entry else ""

    @property
    def total(self) -> int:
        """How often it was given."""
        return len(self.awards)

    def of_kind(self, subject_kind: str) -> int:
        """How often to this kind of subject."""
        return sum(award.subject_kind == subject_kind for award in self.awards)

    def of_class(self, person_class: str) -> int:
        """How often to people of this class; :data:`UNSAID` counts those of no listed class."""
        return sum(listed_class(award) == person_class for award in self.awards if award.subject_kind == PERSON)

    @property
    def women(self) -> int:
        """How often to women."""
        return sum(award.subject_kind == PERSON and award.sex == "nữ" for award in self.awards)

    def of_type(self, award_type: str) -> int:
        """How often for this loại hình khen thưởng."""
        return sum(award.award_type == award_type for award in self.awards)

    def of_level(self, level: str) -> int:
        """How often by a decision of this level."""
        return sum(award.level == level for award in self.awards)

    @property
    def decisions(self) -> int:
        """By how many decisions."""
        return count_decisions(self.awards)

    @property
    def bonus(self) -> int:
        """The bonuses together, in đồng."""
        return sum(award.bonus or 0 for award in self.awards)


def listed_class(award: GivenAward) -> str:
    """The class a person is counted in: one of :data:`CLASSES`, "khác" for other words, :data:`UNSAID` for none."""
    if not award.person_class:
        return UNSAID
    return award.person_class if award.person_class in CLASSES else CLASSES[-1]


def count_decisions(awards: Iterable[GivenAward]) -> int:
    """How many decisions these come from; those that name none are not counted."""
    return len({(award.level, fold(award.decision_number)) for award in awards if award.decision_number})


def grouped(awards: Sequence[GivenAward], law: Law) -> tuple[AwardGroup, ...]:
    """The awards by name in the order of the catalogue; what it does not know stands last, by its name."""
    entries = {name: law.award(name) for name in {award.award for award in awards}}
    held: dict[tuple[int, str], list[GivenAward]] = {}
    for award in awards:
        entry = entries[award.award]
        key = (law.awards.index(entry), "") if entry else (len(law.awards), sort_key(award.award))
        held.setdefault(key, []).append(award)
    return tuple(_group(held[key], entries[held[key][0].award]) for key in sorted(held))


def _group(awards: Sequence[GivenAward], entry: AwardDef | None) -> AwardGroup:
    return AwardGroup(entry.name if entry else awards[0].award, entry, tuple(awards))


def counted(words: Iterable[str]) -> list[tuple[str, int]]:
    """Each word with how often it stands there, the most frequent first, equals in their order."""
    return Counter(words).most_common()
