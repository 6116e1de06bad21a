"""The closed list of fields that each paper offers to its forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Names = Mapping[str, str]


def _names(**names: str) -> Names:
    return MappingProxyType(names)


@dataclass(frozen=True, slots=True)
class PaperFields:
    """What a form of one paper may use; every mapping goes from a field's name to what it holds, in Vietnamese.

    ``texts`` are slots ("{year}") and conditions; ``parts`` whole stretches of the paper that the program makes;
    ``rows`` the sources of tables, each with its columns.
    """

    paper: str
    title: str
    texts: Names
    parts: Names = field(default_factory=_names)
    rows: Mapping[str, Names] = field(default_factory=lambda: MappingProxyType({}))

    def knows(self, name: str) -> bool:
        """Whether ``name`` may stand in a condition."""
        return name in self.texts or name in self.parts or name in self.rows


_HEAD = {
    "superior": "dòng cơ quan cấp trên",
    "issuer": "cơ quan ban hành, mỗi dòng một phần",
    "number_symbol": "số và ký hiệu",
    "place": "địa danh",
    "date": "ngày … tháng … năm …",
    "place_date": "địa danh và ngày tháng",
    "year": "năm thi đua",
}
_SIGNATURE = {
    "authority": "dòng thẩm quyền ký",
    "position": "chức vụ người ký",
    "name": "họ và tên người ký",
    "recipients": "các dòng nơi nhận",
}

_TARGET_ROW = _names(
    stt="số thứ tự",
    group="lĩnh vực",
    indicator="chỉ tiêu",
    unit="đơn vị tính",
    values="giá trị kèm cấp giao, mỗi cấp một dòng",
    figures="giá trị, mỗi cấp một dòng",
    assigned_by="cấp giao, mỗi cấp một dòng",
    responsible="cơ quan phụ trách",
)
_TARGETS = MappingProxyType({"targets": _TARGET_ROW})

PLAN = PaperFields(
    "plan",
    "Kế hoạch phát động phong trào thi đua",
    MappingProxyType(
        _HEAD | _SIGNATURE | {"doc_type": "tên loại văn bản", "title": "trích yếu", "theme": "chủ đề thi đua"}
    ),
    _names(preamble="đoạn mở đầu và căn cứ", sections="các phần, mục", closing="đoạn kết"),
    MappingProxyType(
        {
            "targets": _TARGET_ROW,
            "movements": _names(stt="số thứ tự", name="tên phong trào", launcher="cơ quan phát động", kind="loại"),
            "phases": _names(
                stt="số thứ tự",
                name="đợt",
                start="từ ngày",
                end="đến ngày",
                report_deadline="hạn báo cáo",
                occasions="các ngày kỷ niệm",
            ),
            "tasks": _names(stt="số thứ tự", summary="việc", assignee="chủ trì", helpers="phối hợp", due="thời hạn"),
        }
    ),
)

TARGETS = PaperFields(
    "targets",
    "Bảng chỉ tiêu thi đua",
    MappingProxyType(_HEAD | _SIGNATURE | {"title": "trích yếu của kế hoạch", "plan_reference": "kế hoạch kèm theo"}),
    rows=_TARGETS,
)

PAPERS: Mapping[str, PaperFields] = MappingProxyType({paper.paper: paper for paper in (PLAN, TARGETS)})
