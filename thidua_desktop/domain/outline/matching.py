"""Sections known again after the text was edited: which of the old ones each of the new ones is."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from ..plan.plans import Section

Sections = tuple[Section, ...]
ALIKE = 0.4  # from here on two sections whose words differ are taken for one that was edited
_COMPARED = 400  # characters of a section that are compared


def known_again(before: Sections, after: Sections) -> Sections:
    """``after`` with the ids of the sections of ``before`` that they are; 0 for those that were not there.

    What stands unchanged between unchanged neighbours is the same, and so is what only moved. Between these, as many
    new sections as old ones are the old ones edited, one by one; else the most alike.
    """
    old = [section for top in before for section in top.walk()]
    new = [section for top in after for section in top.walk()]
    ids = _matched(old, new)
    return _with_ids(after, iter(ids))


def _with_ids(sections: Sections, ids: Iterable[int]) -> Sections:
    ids = iter(ids)
    made = []
    for section in sections:
        own = next(ids)
        made.append(replace(section, id=own, children=_with_ids(section.children, ids)))
    return tuple(made)


def _words(section: Section) -> tuple[str | None, tuple[str, ...]]:
    return section.heading, tuple(paragraph.text for paragraph in section.body)


def _matched(old: Sequence[Section], new: Sequence[Section]) -> list[int]:
    ids = [0] * len(new)
    matcher = SequenceMatcher(None, [_words(one) for one in old], [_words(one) for one in new], autojunk=False)
    gaps = []
    for tag, start, end, from_, to in matcher.get_opcodes():
        if tag == "equal":
            ids[from_:to] = [one.id for one in old[start:end]]
        else:
            gaps.append((list(range(start, end)), list(range(from_, to))))
    _moved(old, new, ids, gaps)
    for olds, news in gaps:
        _edited(old, new, ids, olds, news)
    return ids


def _moved(
    old: Sequence[Section], new: Sequence[Section], ids: list[int], gaps: list[tuple[list[int], list[int]]]
) -> None:
    """Gives their ids to those that stand elsewhere, unchanged or under the same heading, and takes them out."""
    for told in (_words, _heading):
        left: dict[Hashable, tuple[int, list[int]]] = {}
        for olds, _ in gaps:
            for at in olds:
                left.setdefault(told(old[at]), (at, olds))
        for _, news in gaps:
            for at in list(news):
                found = left.pop(told(new[at]), None) if told(new[at]) else None
                if found is not None:
                    ids[at] = old[found[0]].id
                    found[1].remove(found[0])
                    news.remove(at)


def _heading(section: Section) -> str | None:
    return section.heading


def _edited(old: Sequence[Section], new: Sequence[Section], ids: list[int], olds: list[int], news: list[int]) -> None:
    if len(olds) == len(news):
        for one, other in zip(olds, news, strict=True):
            ids[other] = old[one].id
        return
    pairs = sorted(((_likeness(old[one], new[other]), -one, -other) for one in olds for other in news), reverse=True)
    taken: set[int] = set()
    for likeness, one, other in pairs:
        if likeness >= ALIKE and -one not in taken and not ids[-other]:
            ids[-other] = old[-one].id
            taken.add(-one)


def _likeness(one: Section, other: Section) -> float:
    if one.heading and one.heading == other.heading:
        return 1.0
    matcher = SequenceMatcher(None, _compared(one), _compared(other), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def _compared(section: Section) -> str:
    return " ".join((section.heading or "", *(paragraph.text for paragraph in section.body)))[:_COMPARED]
