"""Where a section goes when the clerk moves it by one step; what the move does is :mod:`.outline`'s."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .plans import Section


class Move(NamedTuple):
    """The new place: child number ``position`` of ``parent_id`` (None: of the plan), counted without the moved one."""

    parent_id: int | None
    position: int


class _Seat(NamedTuple):
    siblings: tuple[Section, ...]
    position: int
    parent_id: int | None


def up(sections: tuple[Section, ...], section_id: int) -> Move | None:
    """Before its elder sibling; None when it is the first."""
    seat = _seat(sections, section_id)
    return Move(seat.parent_id, seat.position - 1) if seat.position else None


def down(sections: tuple[Section, ...], section_id: int) -> Move | None:
    """After its younger sibling; None when it is the last."""
    seat = _seat(sections, section_id)
    return Move(seat.parent_id, seat.position + 1) if seat.position + 1 < len(seat.siblings) else None


def inwards(sections: tuple[Section, ...], section_id: int) -> Move | None:
    """One level deeper, as the last part of its elder sibling; None when it has none."""
    seat = _seat(sections, section_id)
    if not seat.position:
        return None
    elder = seat.siblings[seat.position - 1]
    return Move(elder.id, len(elder.children))


def outwards(sections: tuple[Section, ...], section_id: int) -> Move | None:
    """One level higher, right after what held it; None when it stands at the top."""
    seat = _seat(sections, section_id)
    if seat.parent_id is None:
        return None
    holder = _seat(sections, seat.parent_id)
    return Move(holder.parent_id, holder.position + 1)


def after(sections: tuple[Section, ...], section_id: int) -> Move:
    """The place of a new section right after this one, at its level."""
    seat = _seat(sections, section_id)
    return Move(seat.parent_id, seat.position + 1)


def _seat(sections: tuple[Section, ...], section_id: int) -> _Seat:
    for seat in _seats(sections, None):
        if seat.siblings[seat.position].id == section_id:
            return seat
    raise KeyError(section_id)


def _seats(siblings: tuple[Section, ...], parent_id: int | None) -> Iterator[_Seat]:
    for position, section in enumerate(siblings):
        yield _Seat(siblings, position, parent_id)
        yield from _seats(section.children, section.id)
