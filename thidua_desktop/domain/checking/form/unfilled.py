"""What a draft leaves to be filled in: figures that only the office knows, written "…"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Finding
from ..paper import Paper

# A blank stands alone before what it counts: "… hộ", "…%". In "trường, trạm…" and "v.v…" it ends an enumeration.
_BLANK = re.compile(r"(?:^|(?<=[ \t(]))…(?=[%‰]|[ \t]+[^\W\d_A-ZĐ])")


def blanks_left(paper: Paper) -> Iterator[Finding]:
    """Each line of a draft that still has a blank in the place of a figure."""
    if not paper.is_draft:
        return
    told: set[int] = set()
    for found in _BLANK.finditer(paper.text, *paper.body):
        line, end = paper.line_span(found.start())
        if line in told:
            continue
        told.add(line)
        count = len(_BLANK.findall(paper.text[line:end]))
        what = "Còn một chỗ để trống" if count == 1 else f"Còn {count} chỗ để trống"
        words = re.compile(r"…\S*(?:[ \t]+[^\W\d_]+)?").match(paper.text, found.start())
        yield paper.finding(
            "BLANK_LEFT",
            "hint",
            (found.start(), words.end() if words else found.end()),
            f"{what} trong câu này.",
            "Điền con số của cơ quan, hoặc bỏ câu này nếu không dùng.",
        )
