"""Every shipped outline, filled in for a made-up office of each kind."""

from __future__ import annotations

from datetime import date

from thidua_desktop.definitions import shipped_definitions
from thidua_desktop.domain.drafting.bases import ActRegister
from thidua_desktop.domain.offices import Office, Signer
from thidua_desktop.domain.outline.filling import Filling, filled
from thidua_desktop.domain.outline.templates import Outline
from thidua_desktop.domain.plan.plans import Plan

TO_FILL_IN = {"NUMBER_BLANK", "DATE_BLANK", "BLANK_LEFT", "LEGAL_NO_NUMBER"}
"""Remarks on what only the office can know."""

DEFINITIONS = shipped_definitions()
OFFICES = {
    "xã": Office("Ví Dụ", "xã", "tỉnh Mẫu", "UBND TỈNH MẪU", "Ví Dụ"),
    "phường": Office("Thí Dụ", "phường", "thành phố Mẫu", "", "Thí Dụ"),
    "đặc khu": Office("Đảo Mẫu", "đặc khu", "tỉnh Mẫu", "", "Đảo Mẫu"),
}


def register(day: date) -> ActRegister:
    return ActRegister(DEFINITIONS.legal_acts, DEFINITIONS.check_rules.amendments, day.isoformat())


def filling(kind: str = "xã", day: date = date(2027, 1, 15), **answers: str) -> Filling:
    signer = Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN")
    return Filling(day.year, day, DEFINITIONS.drafting, register(day), OFFICES[kind], signer, answers=answers)


def outline(outline_id: str) -> Outline:
    return next(one for one in DEFINITIONS.outlines if one.id.startswith(outline_id))


def draft(outline_id: str, kind: str = "xã", day: date = date(2027, 1, 15), **answers: str) -> Plan:
    return filled(outline(outline_id), filling(kind, day, **answers))
