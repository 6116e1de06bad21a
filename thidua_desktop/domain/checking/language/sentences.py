"""Sentences: capitals after a stop, brackets left open, a line that breaks off, words that do not fit together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...vietnamese import CAPITAL, SMALL
from ..findings import Finding
from ..paper import Paper, Span

_AFTER_SEMICOLON = re.compile(
    rf"(?<=[^\W\d_])(?:[”\")][ \t]*)?;[ \t]+(?P<word>[{CAPITAL}][{SMALL}]+(?:[ \t]+[{SMALL}]+)?)"
)
_BASIS = re.compile(r"^[ \t-]*(?:Căn cứ|Thực hiện)\b")
_AFTER_PERIOD = re.compile(r"(?<=[^\W\d_]{2})\.[ \t]+(?P<word>[^\W\d_]{2,})")
_LAST_WORD = re.compile(r"[^\W\d_]{2,}\Z")
_SHORTENED = re.compile(r"\b(?:tp|tx|tt|st|tr|kts|gs|ts|ths|bs|nxb)\Z", re.IGNORECASE)
_MARKER = re.compile(r"[ \t]*(?:[-+*•–|]|[IVXLC]{1,5}[.)]|\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zđ][.)])[ \t]+")
_BREAKS_OFF = 40  # characters of a line that may break off; shorter ones are headings and signatures
_WRAPPED = 0.15  # of the lines broken in mid-sentence: then the whole text is wrapped and none is told


def case_after_semicolon(paper: Paper) -> Iterator[Finding]:
    """After a semicolon within a sentence the next task begins small."""
    verbs = set(paper.rules.task_verbs)
    start, end = paper.body
    for found in _AFTER_SEMICOLON.finditer(paper.text, start, end):
        word = found["word"]
        verb = next((verb for verb in (word, word.split()[0]) if verb in verbs), None)
        line = paper.text[slice(*paper.line_span(found.start()))]
        if verb is None or _BASIS.match(line):
            continue
        before = re.search(r"\S+(?:[ \t]+\S+)?\Z", paper.text[max(0, found.start() - 30) : found.start()])
        at = found.start("word")
        yield paper.finding(
            "CASE_AFTER_SEMICOLON",
            "warning",
            (found.start() - len(before.group() if before else ""), found.end("word")),
            f"Sau dấu chấm phẩy viết hoa “{verb}”.",
            "Viết thường, hoặc đổi dấu chấm phẩy thành dấu chấm.",
            fixes=[((at, at + 1), word[0].lower())],
        )


def case_after_period(paper: Paper) -> Iterator[Finding]:
    """A sentence begins with a capital (Nghị định 30/2020, Phụ lục II, mục I)."""
    start, end = paper.body
    for found in _AFTER_PERIOD.finditer(paper.text, start, end):
        before = _LAST_WORD.search(paper.text[max(0, found.start() - 20) : found.start()])
        word = before.group() if before else ""
        if not (word.islower() and found["word"].islower()) or _SHORTENED.search(word):
            continue
        yield paper.finding(
            "CASE_AFTER_PERIOD",
            "hint",
            (found.start() - len(word), found.end()),
            f"Sau dấu chấm viết thường “{found['word']}”.",
            "Viết hoa chữ đầu câu, hoặc bỏ dấu chấm nếu câu chưa hết.",
        )


def impossible_pair(paper: Paper) -> Iterator[Finding]:
    """Little words that never stand side by side: one is too much, or something is missing between them."""
    if not paper.rules.impossible_pairs:
        return
    pairs = "|".join(r"[ \t]+".join(map(re.escape, pair.split())) for pair in paper.rules.impossible_pairs)
    for found in re.finditer(rf"(?<!\w)(?:{pairs})(?!\w|[ \t]+(?:cải|nả)\b)", paper.text):
        yield paper.finding(
            "EXTRA_WORD",
            "warning",
            _between_words(paper, found.span()),
            f"“{' '.join(found.group().split())}” không đứng liền nhau được: thừa hoặc thiếu chữ.",
            "Đọc lại câu, bỏ chữ thừa hoặc thêm chữ thiếu.",
        )


def lone_syllable(paper: Paper) -> Iterator[Finding]:
    """A syllable that is half of a word only ("thực", "triển") has its other half beside it."""
    if not paper.rules.bound_words:
        return
    start, end = paper.body
    words = "|".join(map(re.escape, paper.rules.bound_words))
    for found in re.finditer(rf"(?<![\w.,/“\"–-])(?:{words})(?![\w/–-])", paper.text[:end]):
        if found.start() < start:
            continue
        word, others = found.group(), paper.rules.bound_words[found.group()]
        before = re.search(r"([^\W\d_]+)[ \t]+\Z", paper.text[max(0, found.start() - 20) : found.start()])
        after = re.match(r"[ \t]+([^\W\d_]+)", paper.text[found.end() : found.end() + 20])
        pairs = [(before[1], word)] if before else []
        pairs += [(word, after[1])] if after else []
        beside = {part.lower() for pair in pairs for part in pair}
        compounds = paper.rules.compounds
        if len(pairs) < 2 or beside & set(others):
            continue
        if any(compounds.knows(*pair) or compounds.meant_by(*pair) for pair in pairs):
            continue  # a word, or a mistyped one that is told as such
        yield paper.finding(
            "EXTRA_WORD",
            "hint",
            _between_words(paper, found.span()),
            f"Chữ “{word}” không đứng một mình: thừa chữ này, hoặc thiếu chữ đi cùng.",
            "Đọc lại câu, bỏ chữ thừa hoặc thêm chữ thiếu.",
        )


def _between_words(paper: Paper, span: Span) -> Span:
    """The place with a word at each side."""
    before = re.search(r"[^\W\d_]+[ \t]+\Z", paper.text[max(0, span[0] - 20) : span[0]])
    after = re.match(r"[ \t]+[^\W\d_]+", paper.text[span[1] : span[1] + 20])
    return span[0] - len(before.group() if before else ""), span[1] + (after.end() if after else 0)


def left_open(paper: Paper) -> Iterator[Finding]:
    """A bracket or a quotation mark that is opened in a paragraph is closed in it, and none is closed unopened."""
    start, end = paper.body
    place = 0
    for line in paper.text.split("\n"):
        at, place = place, place + len(line) + 1
        if at < start or at >= end or not line:
            continue
        marker = _MARKER.match(line)
        body = line[marker.end() :] if marker else line
        for opening, closing, name in (("(", ")", "ngoặc đơn"), ("“", "”", "ngoặc kép")):
            odd = _odd_one(body, opening, closing)
            if odd is not None:
                where = at + len(line) - len(body) + odd
                yield paper.finding(
                    "BRACKET_OPEN",
                    "hint",
                    _with_following(paper, where, body[odd] == opening),
                    f"Dấu {name} {'mở mà không đóng' if body[odd] == opening else 'đóng mà không mở'} trong đoạn này.",
                    f"Thêm dấu {name} còn thiếu hoặc bỏ dấu thừa.",
                )


def _odd_one(line: str, opening: str, closing: str) -> int | None:
    """Where the first sign without its partner stands; "a)", "1)" within a line are markers, not brackets."""
    open_at: list[int] = []
    for found in re.finditer(re.escape(opening) + "|" + re.escape(closing), line):
        if found.group() == opening:
            open_at.append(found.start())
        elif open_at:
            open_at.pop()
        elif not re.search(r"(?:^|[\s;:.,])(?:[a-zđ]|\d{1,2}|[ivx]{1,4})\Z", line[: found.start()]):
            return found.start()
    return open_at[0] if open_at else None


def _with_following(paper: Paper, place: int, opens: bool) -> Span:
    if opens:
        after = re.match(r".\S*(?:[ \t]+\S+){0,2}", paper.text[place : place + 60])
        return place, place + (after.end() if after else 1)
    before = re.search(r"\S+(?:[ \t]+\S+){0,2}\Z", paper.text[max(0, place - 40) : place])
    return place - len(before.group() if before else ""), place + 1


def page_break_split(paper: Paper) -> Iterator[Finding]:
    """A paragraph that ends in mid-sentence and goes on in the next one: a page break was typed by hand."""
    yield from _joined(paper)
    start, end = paper.body
    lines: list[tuple[int, str]] = []
    place = 0
    for line in paper.text.split("\n"):
        if start <= place < end and line.strip() and "|" not in line:
            lines.append((place, line))
        place += len(line) + 1
    found = [(at, line) for (at, line), (_, after) in pairwise(lines) if _breaks_off(line) and _goes_on(after)]
    if len(found) > max(2, _WRAPPED * len(lines)):
        return
    for at, line in found:
        last = re.search(r"\S+(?:[ \t]+\S+){0,4}[ \t]*\Z", line)
        yield paper.finding(
            "PAGE_BREAK_SPLIT",
            "hint",
            (at + (last.start() if last else 0), at + len(line.rstrip())),
            "Câu bị ngắt giữa chừng, phần sau nằm ở đoạn khác.",
            "Nối hai đoạn lại thành một.",
        )


def _joined(paper: Paper) -> Iterator[Finding]:
    title = " ".join(paper.plan.title.split())
    for words in paper.joined:
        last = " ".join(words.split()[-5:])
        place = paper.find(last)
        if place is None or last in title or place[0] < paper.body[0]:
            continue  # a title may stand in several lines
        yield paper.finding(
            "PAGE_BREAK_SPLIT",
            "hint",
            place,
            "Trong tệp gốc câu này bị ngắt giữa chừng; khi đọc đã nối lại.",
            "Xem lại chỗ nối.",
        )


def _breaks_off(line: str) -> bool:
    return len(line) >= _BREAKS_OFF and bool(re.search(r"[^\W_][,]?[ \t]*\Z", line)) and not line.isupper()


def _goes_on(line: str) -> bool:
    return not _MARKER.match(line) and line.lstrip()[:1].islower()
