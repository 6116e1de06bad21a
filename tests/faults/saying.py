"""What the clerk may read when something goes wrong."""

from __future__ import annotations

import re

# Words of Python, SQLite and the operating system; and a name between quotation marks may be anything.
_MACHINE = re.compile(
    r"traceback|error|errno|exception|winerror|sqlite|database|permission|no such|is a directory|no space|disk|failed"
    r"|\bline \d|\.py\b|<class|\bNone\b|\{\w*\}",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”")
_NOTHING_LOST = re.compile(
    r"còn nguyên|giữ nguyên|vẫn còn|vẫn nằm|không thay đổi|không sửa gì|chưa đổi gì|chưa ghi gì|bị thay đổi"
)
_WHAT_NEXT = re.compile(r"(Hãy|Mở|Xin|Chép|Đóng|Kiểm tra|Đổi|Đặt|Bỏ|Chọn|Gõ|Gỡ|Ghi|Nên) ")


def is_clear(text: str) -> bool:
    """Whether a message is for the clerk: whole Vietnamese sentences, nothing lost, what to do next, no machine words."""
    said = _QUOTED.sub("", text)
    assert not _MACHINE.search(said), text
    assert _NOTHING_LOST.search(said), text
    assert _WHAT_NEXT.search(said), text
    assert text == " ".join(text.split()), text
    assert len(text) < 500, text
    assert text.endswith((".", "…", "”")), text
    return True
