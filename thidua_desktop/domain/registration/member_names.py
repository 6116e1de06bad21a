"""Which organisation is meant by a name as a plan writes it: "UBMTTQ xã", "Mặt trận Tổ quốc", "MTTQ" are one.

The names, their abbreviations and kinds are data (``resources/organisations.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..registers.directory import ORGANISATION_KINDS
from ..vietnamese import fold, nfc, one_line

# "xã Ví Dụ" at the end of a name; not in "hợp tác xã", "văn hóa - xã hội".
_PLACE = re.compile(r"(?<!hợp tác)\s+(?:xã(?!\s+hội)|phường|đặc khu|thị trấn)(?:\s(.*))?$", re.IGNORECASE)
_BEHIND = re.compile(r"[,;(]|\s[-–]\s|(?:^|\s)(?:tỉnh|huyện|thành phố|thị xã|quận)\s", re.IGNORECASE)  # the commune
_NATION = re.compile(r"\s+việt nam$", re.IGNORECASE)
_ABOVE = re.compile(r"\s(?:tỉnh|huyện|quận|thị xã|thành phố|trung ương|TW)\b", re.IGNORECASE)
_PARTING = re.compile(r"\s*(?:[,;]|\s+và\s+|\s+-\s+(?=hội\b))\s*", re.IGNORECASE)
_ENDS = " .,;:…-–"


@dataclass(frozen=True, slots=True)
class Member:
    """An organisation that every commune has: its full ``name``, its kind, and the folded ways to write it."""

    name: str
    kind: str
    written: frozenset[str]


@dataclass(frozen=True, slots=True)
class MemberNames:
    """How organisations are recognised; ``beginnings`` are first words with the kind they tell, the longest first."""

    members: tuple[Member, ...]
    beginnings: tuple[tuple[str, str], ...]

    def known(self, name: str) -> Member | None:
        """The organisation of the list that the name means, None for another one."""
        bare = _letters(bare_name(name))
        return next((member for member in self.members if bare in member.written), None)

    def key(self, name: str) -> str:
        """The same for two names of one organisation."""
        member = self.known(name)
        return _letters(member.name if member else bare_name(name))

    def kind(self, name: str) -> str:
        """Its kind by its words, "" for what is no member organisation: a group, a superior, the committee itself."""
        if _ABOVE.search(name):
            return ""
        member = self.known(name)
        return member.kind if member else self._begun(name) or ""

    def full(self, name: str) -> str:
        """The full name with the place as it was written: "Hội CCB xã" → "Hội Cựu chiến binh xã"."""
        member = self.known(name)
        if member is None:
            return tidy_name(name)
        place = _PLACE.search(tidy_name(name))
        return f"{member.name}{place[0] if place else ''}"

    def several(self, name: str) -> tuple[str, ...]:
        """The organisations that a name lists: "Hội làm vườn, hội khuyến học…" are two; groups among them are dropped.

        A part that does not begin as an organisation belongs to the one before ("Trung tâm Văn hóa, Thể thao"). The
        commune behind the last is that of those before it: "Công an, Ban Chỉ huy Quân sự phường".
        """
        text = nfc(name)
        starts = [0, *(found.end() for found in _PARTING.finditer(text) if self._begins(text[found.end() :]))]
        ends = [*starts[1:], len(text)]
        parts = [text[start:end].removesuffix("và ") for start, end in zip(starts, ends, strict=True)]
        place = _PLACE.search(tidy_name(parts[-1]))
        return tuple(self._placed(tidy_name(part), place[0] if place else "") for part in parts if self.kind(part))

    def committing(self, name: str) -> tuple[str, ...]:
        """As :meth:`several` for one who commits to something: a name that says nothing of its kind counts, too."""
        unknown = self._begun(name) is None and not _ABOVE.search(name)
        return self.several(name) or ((tidy_name(name),) if unknown and tidy_name(name) else ())

    def _placed(self, name: str, place: str) -> str:
        """An organisation that every commune has, with the commune behind its name where it names none."""
        return f"{name}{place}" if place and self.known(name) and not _PLACE.search(name) else name

    def _begins(self, text: str) -> bool:
        """Whether a new organisation or a group begins here."""
        return self._begun(text) is not None or self.known(_PARTING.split(text)[0]) is not None

    def _begun(self, name: str) -> str | None:
        """The kind that the first words tell, None when they tell nothing; a word alone ("Thôn") names a group."""
        text = tidy_name(name).lower()
        found = (kind for words, kind in self.beginnings if re.match(rf"{re.escape(words)}(?!\w)", text))
        kind = next(found, None)
        return kind if kind is None or " " in text else ""


def tidy_name(name: str) -> str:
    """The name in one line, without dots at its end, its first letter a capital."""
    text = one_line(name).strip(_ENDS)
    return text[:1].upper() + text[1:]


def bare_name(name: str) -> str:
    """The name without the commune at its end: "Hội LHPN xã Ví Dụ" → "Hội LHPN"."""
    text = tidy_name(name)
    return _NATION.sub("", _PLACE.sub("", text)) or text


def place_of(name: str) -> str:
    """The folded name of the commune at the end of a name: "Hội LHPN xã Ví Dụ, tỉnh Mẫu" → "vi du"; "" for "Hội LHPN
    xã".
    """
    place = _PLACE.search(tidy_name(name))
    return _letters(_BEHIND.split(place[1] or "")[0]) if place else ""


def _letters(text: str) -> str:
    """The folded words alone: "Văn hóa - Xã hội" and "văn hoá-xã hội" are one."""
    return " ".join(re.findall(r"\w+", fold(text)))


def parse_member_names(table: Mapping[str, Any]) -> MemberNames:
    """The names from ``resources/organisations.toml``; ``ValueError`` names the first bad place in Vietnamese."""
    members = tuple(_member(number, one) for number, one in enumerate(table.get("member", ()), 1))
    beginnings: list[tuple[str, str]] = []
    for number, one in enumerate(table.get("beginning", ()), 1):
        place = f"khối [[beginning]] thứ {number}"
        kind = _kind(place, one, empty=True)
        beginnings += [(words.lower(), kind) for words in _texts(place, one, "words")]
    return MemberNames(members, tuple(sorted(beginnings, key=lambda begun: -len(begun[0]))))


def _member(number: int, one: Mapping[str, Any]) -> Member:
    place = f"khối [[member]] thứ {number}"
    name = one.get("name")
    if not isinstance(name, str) or not name.strip():
        raise ValueError(f"{place}: thiếu “name”")
    written = frozenset(_letters(bare_name(text)) for text in (name, *_texts(place, one, "also")))
    return Member(name, _kind(place, one), written)


def _kind(place: str, one: Mapping[str, Any], *, empty: bool = False) -> str:
    kinds = [choice.value for choice in ORGANISATION_KINDS] + [""] * empty
    kind = one.get("kind")
    if not isinstance(kind, str) or kind not in kinds:
        raise ValueError(f"{place}: “kind” phải là một trong: {', '.join(filter(None, kinds))}")
    return kind


def _texts(place: str, one: Mapping[str, Any], key: str) -> Sequence[str]:
    texts = one.get(key)
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise ValueError(f"{place}: “{key}” phải là danh sách chữ trong dấu nháy")
    return texts
