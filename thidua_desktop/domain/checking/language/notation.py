"""One way of writing through the whole paper: quotation marks, figures, numbering."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ..findings import Finding
from ..paper import NUMBER, Paper

_STRAIGHT = re.compile(r'"(?=\w)[^"“”\n]{1,120}(?<=\S)"')
_OTHER_QUOTES = {
    "« »": re.compile(r"«[ \t]?(?P<words>[^«»\n]{1,200}?)[ \t]?»"),
    "hai nháy đơn": re.compile(r"(?<![\w'’])(?:''|’’|‘‘)(?=\S)(?P<words>[^'‘’\n]{1,200})(?:''|’’)(?!\w)"),
    "nháy đơn": re.compile(r"(?<![\w'‘’])[‘'](?=\w)(?P<words>[^'‘’\n]{3,200})(?<=\w)[’'](?![\w'’])"),
}
_TOLD_ONE_BY_ONE = 5  # more of one slip is a habit, told once
_CURLY = re.compile(r"“[^“”\"\n]{1,300}”")
_SPLIT_MARKER = re.compile(r"^[ \t]*(\d{1,2}\.[ \t]+\d{1,2}\.)[ \t]*[^\W\d_]+", re.MULTILINE)
_APART_MARKER = re.compile(r"^[ \t]*((?:[IVX]{1,5}|\d{1,2})[ \t]+\.)[ \t]*[^\W\d_]+", re.MULTILINE)
_GLUED_MARKER = re.compile(r"^[ \t]*((?:[IVX]{1,5}|\d{1,2})\.[^\W\d_a-zđ][^\W\d_]+)", re.MULTILINE)
_LETTER_MARK = r"[a-eđgh](?:\.|/|[ \t]?-(?=[ \t]))"
_NUMBER_STROKE = r"(?:[IVX]{1,5}|\d{1,2})/(?=[ \t]+[^\W\d_])"
_LETTER_DOT = re.compile(
    rf"^[ \t]*(?P<first>(?P<marker>{_LETTER_MARK}|{_NUMBER_STROKE})(?P<gap>[ \t]*)"
    r"(?:(?<=[ \t])\S+|[^\W\d_][^\W_]+))",
    re.MULTILINE,
)


def quote_mix(paper: Paper) -> Iterator[Finding]:
    """Straight and curly quotation marks do not stand in one paper; the rarer kind is told."""
    straight, curly = list(_STRAIGHT.finditer(paper.text)), list(_CURLY.finditer(paper.text))
    yield from _other_quotes(paper, [*straight, *curly])
    if not straight or not curly:
        return
    rare, kind = (straight, "thẳng") if len(straight) <= len(curly) else (curly, "cong")
    told = rare if len(rare) <= _TOLD_ONE_BY_ONE else rare[:1]
    more = f" Còn {len(rare) - 1} chỗ nữa." if len(told) < len(rare) else ""
    for found in told:
        wrong = [found] if rare is straight and not more else straight
        yield paper.finding(
            "QUOTE_MIX",
            "warning",
            found.span(),
            f"Dấu ngoặc kép {kind}, trong khi các chỗ khác trong văn bản dùng loại kia.{more}",
            "Dùng thống nhất dấu ngoặc kép cong “ ”.",
            fixes=[(one.span(), f"“{one.group()[1:-1]}”") for one in wrong],
        )


def _other_quotes(paper: Paper, usual: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """Marks of another kind beside the usual ones; single marks within a quotation are right."""
    for kind, pattern in _OTHER_QUOTES.items() if usual else ():
        found = [
            one
            for one in pattern.finditer(paper.text)
            if not any(whole.start() < one.start() < whole.end() for whole in usual)
        ]
        told = found if len(found) <= _TOLD_ONE_BY_ONE else found[:1]
        more = f" Còn {len(found) - 1} chỗ nữa." if len(told) < len(found) else ""
        for one in told:
            yield paper.finding(
                "QUOTE_MIX",
                "warning",
                one.span(),
                f"Dấu {kind}, trong khi các chỗ khác trong văn bản dùng dấu ngoặc kép.{more}",
                "Dùng thống nhất dấu ngoặc kép cong “ ”.",
                fixes=[(place.span(), f"“{place['words']}”") for place in (found if more else [one])],
            )


def number_format_mix(paper: Paper) -> Iterator[Finding]:
    """Decimal commas, per cent signs and units are written alike; each odd way is told once."""
    units = "|".join(map(re.escape, sorted(paper.rules.units, key=len, reverse=True)))
    if not units:
        return
    yield from _odd_one(
        paper,
        rf"(?<![\d.,])\d+\.\d{{1,2}}[ \t]?(?:[%‰]|(?:{units})\b)",
        rf"(?<![\d.,])\d+,\d+[ \t]?(?:[%‰]|(?:{units})\b)",
        "Số thập phân viết bằng dấu chấm, các chỗ khác viết bằng dấu phẩy.",
        "Viết dấu phẩy ở phần thập phân.",
        lambda odd: odd.replace(".", ",", 1),
    )
    things = "|".join(map(re.escape, paper.rules.counted_things))
    if things:
        yield from _odd_one(
            paper,
            rf"(?<![\d.,])[1-9]\d{{0,2}}(?:,\d{{3}})+[ \t]?(?:{things})\b",
            r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,/])",
            "Hàng nghìn viết bằng dấu phẩy, các chỗ khác viết bằng dấu chấm.",
            "Viết dấu chấm giữa các hàng nghìn.",
            lambda odd: odd.replace(",", "."),
        )
    yield from _odd_one(
        paper,
        rf"(?<![\d.,]){NUMBER}[ \t]+[%‰]",
        rf"(?<![\d.,]){NUMBER}[%‰]",
        "Có dấu cách trước dấu %, các chỗ khác viết liền.",
        "Viết liền số với dấu %.",
        lambda odd: re.sub(r"[ \t]+", "", odd),
    )
    yield from _odd_one(
        paper,
        rf"(?<![\w.,/]){NUMBER}(?:{units})(?!\w)",
        rf"(?<![\w.,/]){NUMBER}[ \t]+(?:{units})(?!\w)",
        "Số viết liền với đơn vị, các chỗ khác có dấu cách.",
        "Để một dấu cách giữa số và đơn vị.",
        lambda odd: re.sub(rf"^({NUMBER})", r"\1 ", odd),
    )


def _odd_one(
    paper: Paper, odd: str, usual: str, message: str, advice: str, right: Callable[[str], str]
) -> Iterator[Finding]:
    """The first place of the odd way, when the usual way is there as well."""
    places = list(re.finditer(odd, paper.text))
    if places and re.search(usual, paper.text):
        others = list(dict.fromkeys(found.group() for found in places[1:]))
        more = (
            f" Còn {len(places) - 1} chỗ: {'; '.join(others[:5])}{' …' if len(others) > 5 else ''}." if others else ""
        )
        fixes = [(found.span(), right(found.group())) for found in places]
        yield paper.finding("NUMFMT_MIX", "warning", places[0].span(), message + more, advice, fixes=fixes)


def heading_spacing(paper: Paper) -> Iterator[Finding]:
    """Numbers of headings are written "2.2. Về …": no blank within, one blank after."""
    for found in (*_SPLIT_MARKER.finditer(paper.text), *_APART_MARKER.finditer(paper.text)):
        where = "ở giữa" if found.re is _SPLIT_MARKER else "trước dấu chấm"
        yield paper.finding(
            "HEADING_SPACING",
            "warning",
            (found.start(1), found.end()),
            f"Số mục “{found[1]}” có dấu cách {where}.",
            f"Viết “{''.join(found[1].split())}”.",
            fixes=[(found.span(1), "".join(found[1].split()))],
        )
    for found in _GLUED_MARKER.finditer(paper.text):
        yield paper.finding(
            "HEADING_SPACING",
            "hint",
            found.span(1),
            "Thiếu dấu cách sau số mục.",
            "Thêm một dấu cách sau dấu chấm của số mục.",
            fix=found[1].replace(".", ". ", 1),
        )


def enum_style(paper: Paper) -> Iterator[Finding]:
    """Points are lettered "a)" (Nghị định 30/2020, Phụ lục I); told once."""
    found = list(_LETTER_DOT.finditer(paper.text))
    if found:
        yield paper.finding(
            "ENUM_STYLE",
            "hint",
            found[0].span("first"),
            f"Số mục ghi “{found[0]['marker']}”; Nghị định 30/2020/NĐ-CP ghi “{_right_marker(found[0])}”.",
            "Đổi “a.”, “b.” … thành “a)”, “b)” …; “I/”, “1/” thành “I.”, “1.”.",
            fixes=[(one.span("marker"), _right_marker(one) + ("" if one["gap"] else " ")) for one in found],
        )


def _right_marker(found: re.Match[str]) -> str:
    mark = found["marker"].rstrip("./- \t")
    return f"{mark})" if mark.islower() else f"{mark}."
