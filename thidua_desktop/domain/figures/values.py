"""The figures of a target as one line of text, and back without loss.

The line is a list of figures with ";" between. One figure is, in this order::

    [assigner giao] [comparator] [value[–value]] [unit]

    ≥ 96%; thị xã giao 10 ha; HĐND xã giao 6 ha; 1–2 nhà; giảm 4 hộ; thành phố giao chưa có số dự toán

No comparator means "=". A figure without a number has a blank in its place ("tỉnh giao … triệu đồng"); where its unit
is what it is compared with ("dự toán") that stands alone, where it has none, "chưa có số". A name or unit that would be
read otherwise stands in “ ”, in which a closing mark is doubled. Reading also takes other ways offices write: ">=",
"tối thiểu", "không quá", "từ 96% trở lên", "1 - 2", "1 đến 2", "..".
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..bad_input import BadInput
from ..plan.plans import Comparator, TargetValue
from ..vietnamese import format_number, nfc, parse_number

NO_NUMBER = "chưa có số"
BLANK = "…"
_COMPARED = ("dự toán", "kế hoạch", "chỉ tiêu")  # no units of a number but what the result is held against
LARGEST = 10**15
"""From here on a figure would not come out of the data file as it went in: a float keeps 15 digits."""

SIGNS: dict[str, Comparator] = {"≥": ">=", ">=": ">=", "≤": "<=", "<=": "<=", ">": ">", "<": "<"}
WORDS: dict[str, Comparator] = {
    "giảm xuống còn": "còn",
    "giảm còn": "còn",
    "xuống còn": "còn",
    "còn": "còn",
    "giảm": "giảm",
    "khoảng": "khoảng",
    "đạt và vượt": ">=",
    "không thấp hơn": ">=",
    "không dưới": ">=",
    "ít nhất": ">=",
    "tối thiểu": ">=",
    "không vượt quá": "<=",
    "không quá": "<=",
    "tối đa": "<=",
    "trên": ">",
    "dưới": "<",
}
"""How offices write a comparator before a figure."""
_LEADS: dict[str, Comparator] = WORDS | SIGNS | {"=": "=", "từ": "=", "đạt": "="}
_TAILS: dict[str, Comparator] = {"trở lên": ">=", "trở xuống": "<="}
_SHOWN: dict[Comparator, str] = {"=": "", ">=": "≥ ", "<=": "≤ "}

_NUMBER = r"[+\-−]?\d(?:[\d.,]*\d)?"
_NONE = rf"{NO_NUMBER}|{BLANK}|\.\.+"
_QUOTED = r"“(?:[^”]|””)*”"
_COMPARATOR = re.compile(
    rf"(?P<sign>{'|'.join(SIGNS)}|=)\s*|(?P<word>{'|'.join(WORDS)}|từ|đạt)\s+(?={_NUMBER}|{_NONE})", re.IGNORECASE
)
_VALUE = re.compile(rf"(?P<low>{_NUMBER})(?:\s*(?:[-–—]|đến\s)\s*(?P<high>{_NUMBER}))?|{_NONE}", re.IGNORECASE)
_ASSIGNER = re.compile(rf"(?P<name>{_QUOTED}|.+?)\s+giao(?:\s*:\s*|\s+|$)", re.IGNORECASE)
_FIGURE_START = re.compile(rf"{_COMPARATOR.pattern}|{_NUMBER}|{_NONE}|“", re.IGNORECASE)


def with_unit(figure: str, unit: str) -> str:
    """A figure with its unit after it: "62 triệu đồng"; a sign of per cent or per mille touches the figure."""
    return f"{figure}{'' if unit[:1] in ('%', '‰') else ' '}{unit}".strip()


def span(low: float | None, high: float | None) -> str:
    """A number, or a range of two: "1", "1–2"."""
    return format_number(low) + (f"–{format_number(high)}" if high is not None else "")


def split_list(text: str) -> list[str]:
    """The items between ";", trimmed, without the empty ones; a ";" inside “ ” does not part."""
    items = [""]
    for token in re.findall(rf"{_QUOTED}|.", text, re.DOTALL):
        if token == ";":
            items.append("")
        else:
            items[-1] += token
    return [item.strip() for item in items if item.strip()]


def quoted(text: str) -> str:
    """The text inside “ ”, closing marks within it doubled."""
    return "“" + text.replace("”", "””") + "”"


def unquoted(text: str) -> str:
    """The reverse of :func:`quoted`; a text that is not wholly inside one pair of marks comes back as it is."""
    return text[1:-1].replace("””", "”") if re.fullmatch(_QUOTED, text) else text


def join_list(items: tuple[str, ...]) -> str:
    """Texts as one line with ";" between, such that :func:`read_list` gives the same texts again."""
    return "; ".join(item if read_list(item) == (item,) and not _left_open(item) else quoted(item) for item in items)


def read_list(text: str) -> tuple[str, ...]:
    """The reverse of :func:`join_list`."""
    return tuple(unquoted(item) for item in split_list(text))


def parse_values(text: str) -> tuple[TargetValue, ...]:
    """The figures in a line; raises :class:`BadInput` naming the first part that cannot be read."""
    return tuple(_parse_figure(part) for part in split_list(nfc(text)))


def format_values(values: tuple[TargetValue, ...]) -> str:
    """The line that :func:`parse_values` reads as the same figures (of those whose range, if any, has a beginning)."""
    return "; ".join(_format_figure(value) for value in values)


def given_by(assigner: str | None) -> str:
    """Whose figure it is, in words: "tỉnh giao"; "" when nobody is named."""
    return f"{assigner} giao" if assigner else ""


def _parse_figure(part: str) -> TargetValue:
    assigned_by, rest = _take_assigner(part)
    comparator: Comparator = "="
    if found := _COMPARATOR.match(rest):
        comparator = _LEADS[(found["sign"] or found["word"]).lower()]
        rest = rest[found.end() :]
    low, high = None, None
    if found := _VALUE.match(rest):
        low, high = _number(found["low"], part), _number(found["high"], part)
        rest = rest[found.end() :].strip()
        _refuse_glued(rest, part)
        for tail, meaning in _TAILS.items():
            if low is not None and comparator == "=" and rest.lower().endswith(tail):
                comparator, rest = meaning, rest[: -len(tail)].rstrip()
    return TargetValue(low, unquoted(rest), comparator, assigned_by, high)


def _take_assigner(part: str) -> tuple[str | None, str]:
    """Who assigns the figure, and the rest. The first "giao" with a figure after it counts, else the first one."""
    if _COMPARATOR.match(part) or _VALUE.match(part):
        return None, part
    found = first = _ASSIGNER.match(part)
    while found and not _FIGURE_START.match(part, found.end()):
        found = re.compile(rf"(?P<name>.{{{found.end() - 1},}}?)\s+giao(?:\s*:\s*|\s+|$)", re.IGNORECASE).match(part)
    found = found or first
    return (unquoted(found["name"]), part[found.end() :]) if found else (None, part)


def _number(digits: str | None, part: str) -> float | None:
    if digits is None:
        return None
    value = parse_number(digits.replace("−", "-"))
    if value is None:
        raise _unreadable(part)
    return value


def _refuse_glued(unit: str, part: str) -> None:
    """6/6, 5/2/2026 and 7,46E+09, which lost its digits in a narrow cell, are neither a figure nor a unit."""
    if re.match(r"[\d/.,+\-–—]|e[+\-]\d", unit, re.IGNORECASE):
        raise _unreadable(part)


def _unreadable(part: str) -> BadInput:
    return BadInput(f"“{part}” không đọc được thành số.", "Gõ theo dạng: ≥ 96%; thị xã giao 10 ha; 1–2 nhà.")


def _format_figure(value: TargetValue) -> str:
    """The plainest text that reads back as the same figure, as far as its digits are shown."""
    value = replace(value, value=_as_shown(value.value), value_to=_as_shown(value.value_to))
    givers = [value.assigned_by] if value.assigned_by is None else [value.assigned_by, quoted(value.assigned_by)]
    units = [value.unit, quoted(value.unit)] if value.unit else [""]
    numbers = [NO_NUMBER]
    if value.unit:
        numbers = ["" if value.unit in _COMPARED else BLANK, "", NO_NUMBER]
    tries = [_written(value, giver, unit, number) for unit in units for number in numbers for giver in givers]
    return next((text for text in tries if _reads_as(text, value)), tries[-1])


def _as_shown(number: float | None) -> float | None:
    return None if number is None else parse_number(format_number(number))


def _written(value: TargetValue, assigned_by: str | None, unit: str, no_number: str) -> str:
    giver = f"{assigned_by} giao " if assigned_by is not None else ""
    number = no_number if value.value is None else format_number(value.value)
    if value.value_to is not None:
        number += f"–{format_number(value.value_to)}"
    gap = "" if not number or not unit or unit[0] in "%‰" else " "
    return f"{giver}{_SHOWN.get(value.comparator, value.comparator + ' ')}{number}{gap}{unit}"


def _left_open(text: str) -> bool:
    """Whether an opening mark is never closed, so that it could swallow what follows in the line."""
    return "“" in re.sub(_QUOTED, "", text)


def _reads_as(text: str, value: TargetValue) -> bool:
    try:
        return parse_values(text) == (value,) and not _left_open(text)
    except BadInput:
        return False
