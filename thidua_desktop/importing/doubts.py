"""What the reader was not sure of, in sentences for the clerk."""

from __future__ import annotations

from ..domain.plan.plans import Plan
from .layout.frame import Frame
from .meaning.zones import target_zones


def doubts(plan: Plan, parts: Frame) -> tuple[str, ...]:
    """One sentence for each thing a plan usually has and this one was not found to have."""
    return tuple(sentence for missing, sentence in _checks(plan, parts) if missing)


def _checks(plan: Plan, parts: Frame) -> list[tuple[bool, str]]:
    zones = target_zones(plan.sections)
    captions = ", ".join(f"“{zone.marker} {zone.heading or ''}”".replace(" ”", "”") for zone in zones)
    return [
        (parts.title is None, "Không thấy tên loại văn bản (KẾ HOẠCH, PHÁT ĐỘNG …) và trích yếu."),
        (not plan.header, "Không thấy phần đầu văn bản (cơ quan ban hành, quốc hiệu, số, ngày)."),
        (not plan.issuer, "Không thấy tên cơ quan ban hành."),
        (not plan.sections, "Không thấy mục, phần nào; toàn bộ nội dung nằm ở phần mở đầu."),
        (not plan.legal_bases, "Không thấy văn bản căn cứ nào."),
        (not plan.targets and bool(zones), f"Không thấy chỉ tiêu nào trong phần {captions}."),
        (not plan.targets and not zones, "Không thấy phần nào nói về chỉ tiêu."),
        (not plan.movements, "Không thấy tên phong trào hay cuộc vận động nào."),
        (not plan.phases, "Không thấy đợt thi đua nào có ngày bắt đầu và kết thúc."),
        (not plan.tasks, "Không thấy việc nào được giao cho ai."),
        (not plan.recipients, "Không thấy nơi nhận."),
        (not plan.signer.name, "Không thấy họ tên người ký."),
        (bool(parts.tail.signs), f"Bỏ chữ chỉ việc đã ký ở phần ký: {'; '.join(parts.tail.signs)}."),
        (bool(parts.tail.left), f"Chữ ở phần ký chưa rõ là gì: {'; '.join(parts.tail.left)}."),
    ]
