"""The fields of the papers of scoring."""

from __future__ import annotations

from types import MappingProxyType

from .field_names import HEAD, SIGNATURE, PaperFields, names

_CRITERION_ROW = names(
    stt="số thứ tự trong phần",
    criterion="tiêu chí",
    base="điểm chuẩn; của điểm thưởng là mức nhiều nhất, của điểm trừ là mức mỗi lần",
    unit="đơn vị tính",
    planned="kế hoạch",
    achieved="thực hiện",
    reckoned="điểm tính theo số liệu",
    own="điểm tự chấm",
    bonus="điểm thưởng vì vượt",
    council="điểm Hội đồng chấm",
    counts="điểm được tính",
    reason="lý do đổi điểm",
    note="cách chấm",
)
_SHEET = {
    "set_name": "tên bộ tiêu chí",
    "base_points": "tổng điểm chuẩn",
    "total_own": "tổng điểm tự chấm",
    "total_bonus": "tổng điểm thưởng vì vượt",
    "total_council": "tổng điểm Hội đồng chấm",
    "total": "tổng điểm được tính",
    "rules": "cách tính điểm thưởng, điểm trừ vì chậm, các mức chất lượng",
    "source": "nguồn của cách tính",
    "missing": "còn bao nhiêu tiêu chí chưa có điểm, bao nhiêu điểm đổi chưa ghi lý do",
}
_CRITERIA = MappingProxyType({"criteria": _CRITERION_ROW})

SCORE_SHEET = PaperFields(
    "score-sheet",
    "Bảng chấm điểm của đơn vị",
    MappingProxyType(
        HEAD
        | SIGNATURE
        | _SHEET
        | {
            "period": "năm thi đua hoặc năm học",
            "organisation": "tên đơn vị",
            "committee": "nơi nhận: Ủy ban nhân dân xã …",
            "block": "khối thi đua",
        }
    ),
    rows=_CRITERIA,
)

COMMUNE_SCORE_SHEET = PaperFields(
    "commune-score-sheet",
    "Bảng chấm điểm của xã trong cụm",
    MappingProxyType(HEAD | SIGNATURE | _SHEET | {"organisation": "tên xã", "cluster": "cụm, khối thi đua của xã"}),
    rows=_CRITERIA,
)

SCORE_RANKING = PaperFields(
    "score-ranking",
    "Bảng xếp hạng thi đua",
    MappingProxyType(
        HEAD
        | SIGNATURE
        | {
            "set_name": "tên bộ tiêu chí",
            "source": "nguồn của cách tính",
            "missing": "còn bao nhiêu đơn vị chưa chấm hoặc chưa chấm đủ",
        }
    ),
    rows=MappingProxyType(
        {
            "ranked": names(
                stt="số thứ tự",
                organisation="tên đơn vị",
                base="điểm của các tiêu chí, không kể thưởng",
                bonus="điểm thưởng vì vượt và điểm thưởng khác",
                taken_off="điểm trừ",
                points="tổng điểm",
                points_bonus="tổng điểm, trong ngoặc là phần thưởng: 96,4 (+ 4)",
                rank="xếp hạng trong khối",
                rank_over_all="xếp hạng trong tất cả các đơn vị",
                note="tiêu chí chưa có điểm",
            )
        }
    ),
)

PAPERS: tuple[PaperFields, ...] = (SCORE_SHEET, COMMUNE_SCORE_SHEET, SCORE_RANKING)
