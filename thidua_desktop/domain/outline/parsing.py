"""``resources/outlines/*.toml`` → :class:`.templates.Outline`.

The texts are lines: "# I. TÊN PHẦN" begins a part of the first level, "## 1. Tên mục" one of the second;
"##= 1. Câu văn" is a numbered paragraph without a heading; "- …" and "+ …" are bullets. At the end of a line
"@khóa" says which target it states, "@việc" that it gives somebody work.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import MISSING, fields
from typing import Any, get_args

from ..plan.plans import Comparator, Direction, TargetKind
from ..toml_rows import shaped
from .templates import (
    BASES,
    COMMON_SLOTS,
    DIRECTIVES,
    SLOT,
    Outline,
    OutlineCommitment,
    OutlineLine,
    OutlineMovement,
    OutlinePhase,
    OutlineTarget,
    Question,
)

TASK = "việc"
_PART = re.compile(r"(?P<signs>#{1,4})(?P<plain>=?) (?P<marker>\S+(?: thứ \S+)?) (?P<text>\S.*)")
_TAG = re.compile(r"\s+@(\S+)$")
_TEXTS = ("opening", "body", "closing")
_LISTS: Mapping[str, type] = {
    "questions": Question,
    "targets": OutlineTarget,
    "movements": OutlineMovement,
    "phases": OutlinePhase,
    "commitments": OutlineCommitment,
}
_CHOICES = {"kind": get_args(TargetKind), "comparator": get_args(Comparator), "direction": get_args(Direction)}


def parse_outline(outline_id: str, table: Mapping[str, Any], slots: Collection[str]) -> Outline:
    """The outline of a file; ``slots`` are those it may use beside :data:`COMMON_SLOTS` and its own questions.

    Raises ``ValueError`` with a Vietnamese sentence that names the first bad place.
    """
    known = {field.name for field in fields(Outline)} - {"id"}
    for key in table:
        if key not in known:
            raise ValueError(f"không có mục “{key}”")
    read: dict[str, Any] = {key: _value(key, value) for key, value in table.items()}
    for field in fields(Outline):
        if field.name != "id" and field.default is MISSING and not read.get(field.name):
            raise ValueError(f"thiếu “{field.name}”")
    outline = Outline(outline_id, **read)
    if not outline.body[0].level:
        raise ValueError("“body” phải bắt đầu bằng một mục, ví dụ “# I. MỤC ĐÍCH”")
    _check_slots(outline, slots)
    _check_targets(outline)
    return outline


def _value(key: str, value: object) -> object:
    if key in _TEXTS:
        return _lines(key, value)
    if key in _LISTS:
        return _rows(key, _LISTS[key], value)
    return _words(key, value)


def _words(key: str, value: object) -> str | tuple[str, ...]:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value):
        return tuple(value)
    raise ValueError(f"“{key}” phải là chữ hoặc danh sách chữ trong ngoặc kép")


def _lines(key: str, value: object) -> tuple[OutlineLine, ...]:
    if not isinstance(value, str):
        raise ValueError(f"“{key}” phải là chữ trong ngoặc kép")
    return tuple(_line(f"“{key}”, dòng {number}", line.strip()) for number, line in _numbered(value))


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    return ((number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip())


def _line(place: str, line: str) -> OutlineLine:
    tag = _TAG.search(line)
    text = line[: tag.start()] if tag else line
    named = tag[1] if tag else ""
    tags: dict[str, Any] = {"is_task": named == TASK, "target": "" if named == TASK else named}
    if not text.startswith("#"):
        bullet = text[0] if re.match(r"[-+] ", text) else ""
        return OutlineLine(text[2:] if bullet else text, bullet=bullet, **tags)
    part = _PART.fullmatch(text)
    if part is None:
        raise ValueError(f"{place}: sau dấu # phải là số mục và tên mục, ví dụ “# I. MỤC ĐÍCH”")
    return OutlineLine(part["text"], len(part["signs"]), part["marker"], is_heading=not part["plain"], **tags)


def _rows(key: str, shape: type, value: object) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ValueError(f"“{key}” phải là danh sách [[{key}]]")
    return tuple(_row(f"“{key}”, dòng thứ {position}", shape, row) for position, row in enumerate(value, 1))


def _row(place: str, shape: type, row: object) -> Any:
    made: Any = shaped(shape, place, row)
    for name, allowed in _CHOICES.items() if shape is OutlineTarget else ():
        if getattr(made, name) not in allowed:
            raise ValueError(f"{place}: “{name}” không nhận “{getattr(made, name)}”")
    return made


def _check_slots(outline: Outline, slots: Collection[str]) -> None:
    known = {*COMMON_SLOTS, *slots, *(one.key for one in outline.questions)}
    for text in _texts(outline):
        for slot in SLOT.findall(text):
            if slot not in known and text not in (BASES, DIRECTIVES):
                raise ValueError(f"không có ô trống “{slot}” (trong câu “{text[:60]}”)")


def _texts(outline: Outline) -> Iterator[str]:
    """Every text of the outline, of lists too."""
    waiting: list[object] = [getattr(outline, field.name) for field in fields(Outline)]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, str):
            yield one
        elif isinstance(one, tuple):
            waiting.extend(one)
        elif hasattr(one, "__dataclass_fields__"):
            waiting.extend(getattr(one, name) for name in one.__dataclass_fields__)


def _check_targets(outline: Outline) -> None:
    stated = [line.target for line in outline.body if line.target]
    listed = [target.key for target in outline.targets]
    for key in (*stated, *(one.target for one in outline.commitments if one.target)):
        if key not in listed:
            raise ValueError(f"chỉ tiêu “{key}” không có trong [[targets]]")
    for key in listed:
        if stated.count(key) != 1:
            raise ValueError(f"chỉ tiêu “{key}” phải được nêu đúng một lần trong “body”")
