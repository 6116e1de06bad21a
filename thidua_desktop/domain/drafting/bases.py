"""Which acts of the office's register stand in force in place of a named one, and how a plan cites them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..checking.rules import Amendment
from ..legal_acts import LegalAct
from ..papers.award_bases import citation
from ..plan.plans import LegalBasis
from ..vietnamese import date_in_words


@dataclass(frozen=True, slots=True)
class ActRegister:
    """The register of acts with what amended them, as it stands on ``day`` (ISO)."""

    acts: Sequence[LegalAct]
    amendments: Sequence[Amendment]
    day: str

    def named(self, number: str) -> LegalAct | None:
        """The act of that number, None for one the register does not know."""
        return next((act for act in self.acts if act.number == number), None)

    def is_over(self, act: LegalAct) -> bool:
        """Whether the day lies after the last one on which the act may be cited."""
        return bool(act.valid_to and act.valid_to < self.day)

    def in_force(self, number: str) -> LegalAct | None:
        """The act of that number, or what took its place, or what it took the place of: the one to cite on the day."""
        act, seen = self.named(number), set[str]()
        while act and act.number not in seen:
            seen.add(act.number)
            if self.is_over(act):
                act = self.named(act.replaced_by)
            elif (act.valid_from or act.date or self.day) > self.day:
                act = next((one for one in self.acts if one.replaced_by == act.number), None)
            else:
                return act
        return None

    def cited(self, act: LegalAct) -> str:
        """The act as a basis names it in full, with what amended it by the day."""
        return f"{citation(act)}{self.amended(act)}"

    def amended(self, act: LegalAct) -> str:
        """ ", được sửa đổi, bổ sung ngày 23 tháng 4 năm 2026"; "" for an act that was not amended by the day."""
        for one in self.amendments:
            if one.number == act.number and one.since <= self.day:
                by = self.named(one.by)
                return f", {one.wording}{f' {_dated(by.date)}' if by and by.date else f' bởi số {one.by}'}"
        return ""

    def basis(self, act: LegalAct) -> LegalBasis:
        """The act as a row of the plan's bases, quoted from its line as the reader of a file quotes it: up to its day,
        so that what amended it or who issued it makes no difference when the paper comes back."""
        quote = citation(act)
        if act.issuer and f" của {act.issuer} " in quote:
            quote = quote.split(f" của {act.issuer} ")[0]
        return LegalBasis(act.kind, act.number, act.date, act.issuer or None, quote)


def _dated(iso: str) -> str:
    year, month, day = map(int, iso.split("-"))
    return date_in_words(day, month, year)
