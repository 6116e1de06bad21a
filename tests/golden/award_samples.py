"""Made-up awards of xã Ví Dụ, as the papers of awards print them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from thidua_desktop.definitions import shipped_definitions
from thidua_desktop.domain.offices import Office, Signer
from thidua_desktop.domain.papers.award_bases import award_bases
from thidua_desktop.domain.papers.award_papers import bonuses_paper, decision_paper, submission_paper
from thidua_desktop.domain.papers.award_parts import AwardLine, AwardPaper
from thidua_desktop.domain.papers.blocks import Document
from thidua_desktop.domain.papers.forms import FormDefinition
from thidua_desktop.domain.rules.bonus import Bonus

OFFICE = Office("Ví Dụ", "xã", "Mẫu", "UBND TỈNH MẪU", "Ví Dụ")
LAW = shipped_definitions().law
LDTT, CERTIFICATE, PROVINCE = (LAW.award(name) for name in ("LĐTT", "Giấy khen", "Bằng khen tỉnh"))
CHAIR = Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN")
DEPUTY = Signer("Trần Thị Thí Dụ", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN")


def money(amount: int, coefficient: str = "0.3") -> Bonus:
    return Bonus(amount, Decimal(coefficient), 2_530_000, "")


def line(subject: str, award: str = "LĐTT", kind: str = "cá nhân", **known: object) -> AwardLine:
    entry = LAW.award(award)
    return AwardLine(subject, kind, entry.name if entry else award, entry, **known)  # type: ignore[arg-type]


PERSON = line("Lê Văn Giả", sex="nam", position="Chủ tịch Hội, Hội Nông dân xã", bonus=money(760_000), votes=9)
TEACHER = line("Trần Thị Thí", sex="nữ", bonus=money(760_000), votes=8)
BODY = line("Thôn 2", "Giấy khen", "tập thể", bonus=money(1_520_000, "0.6"))
HOUSE = line("Hộ ông Hoàng Văn Ví", "Giấy khen", "hộ gia đình", merit="Hiến 200 m2 đất làm đường")

PAPER = AwardPaper(
    2026,
    "Xét khen thưởng cuối năm",
    "công trạng",
    OFFICE,
    (PERSON, TEACHER, BODY, HOUSE),
    symbol="QĐ-UBND",
    number=7,
    day="2026-12-20",
    signer=CHAIR,
    bases=("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",),
    council_on="2026-12-15",
    present=9,
    members=11,
)


def award_documents(forms: dict[str, FormDefinition]) -> dict[str, Document]:
    """The decision about sixty people, its bonuses, and a tờ trình."""
    many = tuple(
        replace(PERSON, subject=f"Nguyễn Văn Mẫu {number}", position="Trưởng thôn, Thôn 1") for number in range(1, 61)
    )
    acts = shipped_definitions().legal_acts
    paper = replace(PAPER, lines=(*PAPER.lines, *many), bases=award_bases(acts, "2026-12-20"))
    upward = paper.only([line("Lê Văn Giả", "Bằng khen tỉnh", merit="02 lần liên tục đạt Chiến sĩ thi đua cơ sở")])
    chair = "Chủ tịch Ủy ban nhân dân cấp tỉnh"
    return {
        "decision": decision_paper(paper, forms["decision"]),
        "bonuses": bonuses_paper(paper, forms["bonuses"]),
        "submission": submission_paper(replace(upward, symbol="TTr-UBND"), forms["submission"], chair, "tỉnh"),
    }
