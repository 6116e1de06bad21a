"""What kinds of documents are cited, in the register and in plans."""

from __future__ import annotations

from .registers.parts import same

# Kinds of legal documents (Luật Ban hành văn bản quy phạm pháp luật 2025) and of administrative documents
# (Nghị định 30/2020/NĐ-CP, Điều 7) and Party documents that plans cite.
ACT_KINDS = same(
    "Hiến pháp",
    "Luật",
    "Pháp lệnh",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông tư",
    "Thông tư liên tịch",
    "Chỉ thị",
    "Quy chế",
    "Quy định",
    "Hướng dẫn",
    "Kế hoạch",
    "Chương trình",
    "Đề án",
    "Kết luận",
    "Thông báo",
    "Công văn",
    "Văn bản hợp nhất",
)
