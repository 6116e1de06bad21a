"""A place in a TOML file is found by its line, however its lists are written."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.toml_lines import line_of

TEXT = """\
# [[block]] trong lời ghi chú không tính
paper = "plan"

[page]
left = 30

[[block]]
type = "signature"
recipients = ["{recipients}", "text = {"]

[block.right]
name = "{name}"

[[block]]
type = "table"
columns = [
  { field = "stt", heading = "Năm {year}", width = 10 },
  { field = "name", heading = "Tên",
    width = 20 },
]

[[block]]
type = "table"

[[block.columns]]
field = "stt"

[[block.columns]]
field = "name"
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ([("paper", 0)], 2),
        ([("page", 0), ("left", 0)], 5),
        ([("block", 1)], 7),
        ([("block", 1), ("right", 0), ("name", 0)], 12),
        ([("block", 2), ("columns", 0), ("columns", 1), ("heading", 0)], 17),
        ([("block", 2), ("columns", 0), ("columns", 2), ("width", 0)], 19),
        ([("block", 3), ("columns", 0), ("columns", 2), ("field", 0)], 29),
        ([("block", 3), ("size", 0)], 22),  # what is not there: the block that lacks it
        ([("block", 4)], 0),
        ([], 0),
    ],
)
def test_the_line_of_a_place(path: list[tuple[str, int]], line: int) -> None:
    assert line_of(TEXT, path) == line
