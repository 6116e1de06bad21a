"""What the clerk calls the single values of a plan."""

from __future__ import annotations

LABELS = {
    "doc_type": "tên loại văn bản",
    "title": "trích yếu",
    "issuer": "cơ quan ban hành",
    "symbol": "ký hiệu",
    "number": "số",
    "place": "địa danh",
    "day": "ngày",
    "month": "tháng",
    "date_year": "năm ban hành",
    "year": "năm thi đua",
    "theme": "chủ đề",
    "signer_authority": "thẩm quyền ký",
    "signer_title": "chức vụ người ký",
    "signer_name": "người ký",
}
