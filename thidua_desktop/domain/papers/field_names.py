"""What the fields of a paper are, and those that every paper has at its head and foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Names = Mapping[str, str]


def names(**held: str) -> Names:
    """Field → what it holds."""
    return MappingProxyType(held)


@dataclass(frozen=True, slots=True)
class PaperFields:
    """What a form of one paper may use; every mapping goes from a field's name to what it holds, in Vietnamese.

    ``texts`` are slots ("{year}") and conditions; ``parts`` whole stretches of the paper that the program makes;
    ``rows`` the sources of tables, each with its columns.
    """

    paper: str
    title: str
    texts: Names
    parts: Names = field(default_factory=names)
    rows: Mapping[str, Names] = field(default_factory=lambda: MappingProxyType({}))

    def knows(self, name: str) -> bool:
        """Whether ``name`` may stand in a condition."""
        return name in self.texts or name in self.parts or name in self.rows


HEAD = {
    "superior": "dòng cơ quan cấp trên",
    "issuer": "cơ quan ban hành, mỗi dòng một phần",
    "number_symbol": "số và ký hiệu",
    "place": "địa danh",
    "date": "ngày … tháng … năm …",
    "place_date": "địa danh và ngày tháng",
    "year": "năm thi đua",
}
CODE = {"code": "mã phiếu, ví dụ ĐK-2026-017"}
"""Of the papers that go out and come back (:mod:`..registration.paper_codes`)."""
SIGNATURE = {
    "authority": "dòng thẩm quyền ký",
    "position": "chức vụ người ký",
    "name": "họ và tên người ký",
    "recipients": "các dòng nơi nhận",
}
