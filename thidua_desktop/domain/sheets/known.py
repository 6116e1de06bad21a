"""What the data file holds of an organisation in a year, as the rows of its returned file are held against it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ..plan.plans import TargetValue
from .forms import Stamp


@dataclass(frozen=True, slots=True)
class KnownTitle:
    """A registered title; ``position`` is the person's in the directory."""

    id: int
    subject: str
    subject_kind: str
    award: str
    note: str = ""
    position: str = ""

    @property
    def told(self) -> str:
        """As a report shows it."""
        return " – ".join(filter(None, (self.subject, self.award, self.note)))


@dataclass(frozen=True, slots=True)
class KnownInitiative:
    """A registered initiative."""

    id: int
    name: str
    author: str = ""
    scope: str = ""
    note: str = ""

    @property
    def told(self) -> str:
        """As a report shows it."""
        return " – ".join(filter(None, (self.name, self.author, self.scope, self.note)))


@dataclass(frozen=True, slots=True)
class KnownMovement:
    """A movement that the organisation joins."""

    id: int
    name: str
    note: str = ""

    @property
    def told(self) -> str:
        """As a report shows it."""
        return " – ".join(filter(None, (self.name, self.note)))


Listed: TypeAlias = KnownTitle | KnownInitiative | KnownMovement


@dataclass(frozen=True, slots=True)
class KnownCommitment:
    """A commitment; ``results`` are value, proof and note of what was reported in the phase, by place of the figure.

    ``in_phase`` is whether its plan has the phase at all.
    """

    id: int
    quote: str
    values: tuple[TargetValue, ...] = ()
    deadline: str | None = None
    proof: str = ""
    target_id: int | None = None
    results: Mapping[int, tuple[float | None, str, str]] | None = None
    in_phase: bool = True


@dataclass(frozen=True, slots=True)
class KnownTarget:
    """A target of the plan that a commitment may go towards."""

    id: int
    indicator: str
    values: tuple[TargetValue, ...] = ()


def _nobody(_: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Known:
    """Everything a returned file is held against.

    ``award`` gives the name in law of a title however it is written, None for one that the law does not know;
    ``subjects`` the kinds of subject that a title is for; ``subject_kind`` what a name and its title are. ``brought``
    are the rows (kind, id) that earlier files of the organisation brought, ``earlier`` is the name of the newest of
    them. ``kept`` are the commitments that were handed in: they are adjusted, not changed. ``present`` are the tables
    that the file holds; ``culture`` are the figures of Gia đình văn hóa of a thôn, None for another organisation.
    ``stamp`` is its stamp when its keys may be believed. ``other_body`` gives the name of another organisation that a
    text is, "" for the own one, None for none. ``is_whole``: the file is a form that says everything, not a list that
    may add to another. ``person`` gives the name, as the directory spells it, of the one person of the organisation
    that a name means, None for nobody or several.
    """

    award: Callable[[str], str | None]
    subjects: Callable[[str], tuple[str, ...]]
    subject_kind: Callable[[str, str], str]
    titles: tuple[KnownTitle, ...] = ()
    initiatives: tuple[KnownInitiative, ...] = ()
    movements: tuple[KnownMovement, ...] = ()
    commitments: tuple[KnownCommitment, ...] = ()
    targets: tuple[KnownTarget, ...] = ()
    brought: frozenset[tuple[str, int]] = frozenset()
    earlier: str = ""
    present: frozenset[str] = frozenset()
    kept: frozenset[int] = frozenset()
    culture: Mapping[str, int | None] | None = None
    stamp: Stamp | None = None
    other_body: Callable[[str], str | None] = _nobody
    person: Callable[[str], str | None] = _nobody
    is_whole: bool = True


def row_key(letter: str, row_id: int, figure: int | None = None) -> str:
    """The key of a filled row: "t12", of a commitment's figure "c12.0"."""
    return f"{letter}{row_id}" if figure is None else f"{letter}{row_id}.{figure}"


def read_key(key: str, letter: str) -> tuple[int, int] | None:
    """Id and figure of a key of that letter, figure 0 when it names none; None for another key."""
    number, _, figure = key[1:].partition(".")
    if key[:1] != letter or not number.isdecimal() or not (figure or "0").isdecimal():
        return None
    return int(number), int(figure or 0)
