"""Where a section goes when the clerk moves it by one step; what the move does is :mod:`.sections`'s."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..plan.plans import Section
from . import sections as outline


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


def stepped(sections: tuple[Section, ...], section_ids: Sequence[int], step: str) -> tuple[Section, ...]:
    """The outline with these sections, in reading order, each moved by the step ("up", "down", "inwards", "outwards");
    as it was when the first of them to go has no way.
    """
    order = list(section_ids) if step in ("up", "inwards") else list(reversed(section_ids))
    moved = sections
    for section_id in order:
        to = STEPS[step](moved, section_id)
        if to is None:
            return sections
        moved = outline.moved(moved, section_id, *to)
    return moved


def put(sections: tuple[Section, ...], section_ids: Sequence[int], place: Move) -> tuple[Section, ...]:
    """The outline with these sections one after the other from ``place`` on, counted without them."""
    before = sections if place.parent_id is None else outline.find(sections, place.parent_id).children
    left = [section.id for section in before if section.id not in section_ids]
    moved = sections
    for number, section_id in enumerate(section_ids):
        siblings = moved if place.parent_id is None else outline.find(moved, place.parent_id).children
        ids = [section.id for section in siblings if section.id != section_id]
        ahead = section_ids[number - 1] if number else (left[place.position - 1] if place.position else 0)
        moved = outline.moved(moved, section_id, place.parent_id, ids.index(ahead) + 1 if ahead else 0)
    return moved


def _seat(sections: tuple[Section, ...], section_id: int) -> _Seat:
    for seat in _seats(sections, None):
        if seat.siblings[seat.position].id == section_id:
            return seat
    raise KeyError(section_id)


def _seats(siblings: tuple[Section, ...], parent_id: int | None) -> Iterator[_Seat]:
    for position, section in enumerate(siblings):
        yield _Seat(siblings, position, parent_id)
        yield from _seats(section.children, section.id)


STEPS = {"up": up, "down": down, "inwards": inwards, "outwards": outwards}
