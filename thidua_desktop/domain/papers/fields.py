"""The closed list of fields that each paper offers to its forms."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from . import fields_awards, fields_pledges, fields_registration, fields_reports, fields_scoring
from .field_names import HEAD, SIGNATURE, PaperFields, names

__all__ = ["PAPERS", "PaperFields"]

_TARGET_ROW = names(
    stt="số thứ tự",
    group="lĩnh vực",
    indicator="chỉ tiêu",
    unit="đơn vị tính",
    values="giá trị kèm cấp giao, mỗi cấp một dòng",
    figures="giá trị, mỗi cấp một dòng",
    assigned_by="cấp giao, mỗi cấp một dòng",
    last_year="số đạt được năm trước",
    responsible="cơ quan phụ trách",
)
_TARGETS = MappingProxyType({"targets": _TARGET_ROW})

PLAN = PaperFields(
    "plan",
    "Kế hoạch phát động phong trào thi đua",
    MappingProxyType(
        HEAD
        | SIGNATURE
        | {
            "doc_type": "tên loại văn bản",
            "title": "trích yếu",
            "theme": "chủ đề thi đua",
            "draft_mark": "chữ DỰ THẢO khi đang lấy ý kiến",
        }
    ),
    names(preamble="đoạn mở đầu và căn cứ", sections="các phần, mục", closing="đoạn kết"),
    MappingProxyType(
        {
            "targets": _TARGET_ROW,
            "movements": names(stt="số thứ tự", name="tên phong trào", launcher="cơ quan phát động", kind="loại"),
            "phases": names(
                stt="số thứ tự",
                name="đợt",
                start="từ ngày",
                end="đến ngày",
                report_deadline="hạn báo cáo",
                occasions="các ngày kỷ niệm",
            ),
            "tasks": names(stt="số thứ tự", summary="việc", assignee="chủ trì", helpers="phối hợp", due="thời hạn"),
        }
    ),
)

TARGETS = PaperFields(
    "targets",
    "Bảng chỉ tiêu thi đua",
    MappingProxyType(
        HEAD
        | SIGNATURE
        | {
            "title": "trích yếu của kế hoạch",
            "plan_reference": "kế hoạch kèm theo",
            "previous_year": "năm trước năm thi đua",
        }
    ),
    rows=_TARGETS,
)

PAPERS: Mapping[str, PaperFields] = MappingProxyType(
    {
        paper.paper: paper
        for paper in (
            PLAN,
            TARGETS,
            *fields_registration.PAPERS,
            *fields_pledges.PAPERS,
            *fields_scoring.PAPERS,
            *fields_awards.PAPERS,
            *fields_reports.PAPERS,
        )
    }
)
