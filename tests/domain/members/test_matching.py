"""A name as somebody wrote it, and which organisation of the directory it means."""

from __future__ import annotations

import pytest

from thidua_desktop.definitions import shipped_definitions
from thidua_desktop.domain.members.matching import KnownNames, Match, NamedOrganisation

VETERANS, WOMEN_A, WOMEN_B, EAST, EAST_1, EAST_2, SCHOOL = range(1, 8)


@pytest.fixture(scope="module")
def known() -> KnownNames:
    return KnownNames(
        (
            NamedOrganisation(VETERANS, ("Hội Cựu chiến binh xã Ví Dụ", "Hội CCB", "HỘI CỰU CHIẾN BINH XÃ VÍ DỤ")),
            NamedOrganisation(WOMEN_A, ("Hội Liên hiệp Phụ nữ xã Ví Dụ", "")),
            NamedOrganisation(WOMEN_B, ("Hội Liên hiệp Phụ nữ xã Mẫu", "")),
            NamedOrganisation(EAST, ("Thôn Đông Sơn", ""), ("Xóm Đông", "Thôn Hạ")),
            NamedOrganisation(EAST_1, ("Tổ dân phố số 1", "TDP 1")),
            NamedOrganisation(EAST_2, ("Tổ dân phố số 2", "TDP 2")),
            NamedOrganisation(SCHOOL, ("Trường Trung học cơ sở Ví Dụ", "THCS Ví Dụ", "Trường THCS Ví Dụ")),
        ),
        shipped_definitions().member_names.key,
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Hội Cựu chiến binh xã Ví Dụ", VETERANS),
        ("hoi cuu chien binh xa vi du", VETERANS),
        ("Hội CCB xã", VETERANS),
        ("CCB", VETERANS),
        ("Trường THCS Ví Dụ", SCHOOL),
        ("Xóm Đông", EAST),
        ("thon ha", EAST),
        ("Thôn Đông Son", EAST),
        ("  Thôn   Đông Sơn ", EAST),
    ],
)
def test_one_organisation_is_meant(known: KnownNames, written: str, meant: int) -> None:
    assert known.find(written) == Match(meant)


@pytest.mark.parametrize(
    ("written", "candidates"),
    [
        ("Hội LHPN", (WOMEN_A, WOMEN_B)),  # two former communes, each with its own
        ("Thôn Đong Sơnn", (EAST,)),
        ("Trường Trung học cơ sở", (SCHOOL,)),
        ("Tổ dân phố 1", (EAST_1,)),
    ],
)
def test_what_it_may_mean_is_for_the_clerk_to_say(known: KnownNames, written: str, candidates: tuple[int, ...]) -> None:
    assert known.find(written) == Match(doubtful=candidates)


@pytest.mark.parametrize("written", ["", "  ", "Tổ dân phố số 3", "Hội Làm vườn", "Công an"])
def test_none_is_meant(known: KnownNames, written: str) -> None:
    assert known.find(written) == Match()


def test_a_former_name_that_another_one_has_now_is_that_one() -> None:
    known = KnownNames(
        (NamedOrganisation(1, ("Thôn Một",), ("Thôn Hai",)), NamedOrganisation(2, ("Thôn Hai",))),
        shipped_definitions().member_names.key,
    )
    assert known.find("Thôn Hai") == Match(2)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Thôn Hạ", Match(1)),
        ("thôn hà", Match(2)),
        ("thon ha", Match(doubtful=(1, 2))),
        ("Thôn Há", Match(doubtful=(1, 2))),
        ("Thôn Hoà", Match(3)),  # another way to put the tone
        ("Thôn Hoa", Match(3)),
        ("Thôn Hoá", Match(doubtful=(3,))),
    ],
)
def test_other_marks_are_another_name(written: str, meant: Match) -> None:
    listed = enumerate(("Thôn Hạ", "Thôn Hà", "Thôn Hòa"), 1)
    known = KnownNames((NamedOrganisation(*one) for one in ((at, (name,)) for at, name in listed)), str.lower)
    assert known.find(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Hội ND xã Một", Match(1)),
        ("Hội ND xã Một, huyện Cũ", Match(1)),
        ("Hội ND xã Một tỉnh Mẫu", Match(1)),
        ("Hội ND xã Hai", Match(doubtful=(1,))),
        ("Hội ND xã Cũ", Match(1)),  # it was called so
        ("Công an", Match(2)),
        ("Công an xã", Match(2)),
        ("Công an xã Mới", Match(2)),  # our own
        ("Công an xã Hai", Match(doubtful=(2,))),
    ],
)
def test_the_same_of_another_commune_is_another_one(written: str, meant: Match) -> None:
    listed = (NamedOrganisation(1, ("Hội Nông dân xã Một",), ("HND xã Cũ",)), NamedOrganisation(2, ("Công an",)))
    known = KnownNames(listed, shipped_definitions().member_names.key, "moi")
    assert known.find(written) == meant
