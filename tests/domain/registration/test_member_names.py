"""Organisations as plans write them."""

from __future__ import annotations

import pytest

from thidua_desktop.definitions import shipped_definitions
from thidua_desktop.domain.registration.member_names import parse_member_names

NAMES = shipped_definitions().member_names


@pytest.mark.parametrize(
    ("ways", "full", "kind"),
    [
        (
            ("UBMTTQ xã", "UB MTTQ", "Mặt trận tổ quốc xã", "Ủy ban MTTQ Việt Nam xã Ví Dụ", "MTTQ", "mặt trận"),
            "Ủy ban Mặt trận Tổ quốc Việt Nam",
            "Mặt trận Tổ quốc",
        ),
        (("Hội CCB", "CCB xã", "Cựu chiến binh"), "Hội Cựu chiến binh", "Tổ chức chính trị - xã hội"),
        (("Hội LHPN", "LHPN xã", "hội phụ nữ"), "Hội Liên hiệp Phụ nữ", "Tổ chức chính trị - xã hội"),
        (("Hội Nông dân", "Hội ND", "ND"), "Hội Nông dân", "Tổ chức chính trị - xã hội"),
        (
            ("Đoàn Thanh niên", "Đoàn TN phường", "Đoàn xã", "TN", "Đoàn TNCS Hồ Chí Minh xã"),
            "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
            "Tổ chức chính trị - xã hội",
        ),
        (("BCH Quân sự phường", "Ban Chỉ huy quân sự xã", "Quân sự"), "Ban Chỉ huy Quân sự", "Quân sự"),
    ],
)
def test_one_organisation_is_written_in_many_ways(ways: tuple[str, ...], full: str, kind: str) -> None:
    assert {NAMES.key(way) for way in ways} == {NAMES.key(full)}
    assert {NAMES.kind(way) for way in ways} == {kind}
    assert all(NAMES.full(way).startswith(full) for way in ways)


def test_the_commune_stays_behind_the_full_name() -> None:
    assert NAMES.full("Hội CCB xã Ví Dụ") == "Hội Cựu chiến binh xã Ví Dụ"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hội Nông dân", "Hội Nông dân thôn 3"),
        ("Thôn 1", "Thôn 2"),
        ("Hợp tác xã Ví Dụ", "Hợp tác xã Thí Dụ"),
        ("Trường Tiểu học Ví Dụ", "Trường Mầm non Ví Dụ"),
    ],
)
def test_different_organisations_stay_apart(one: str, other: str) -> None:
    assert NAMES.key(one) != NAMES.key(other)


@pytest.mark.parametrize(
    ("written", "several"),
    [
        (
            "Hội làm vườn, hội người cao tuổi, hội khuyến học…",
            ("Hội làm vườn", "Hội người cao tuổi", "Hội khuyến học"),
        ),
        ("Công an, BCH Quân sự phường", ("Công an phường", "BCH Quân sự phường")),
        ("Công an xã Ví Dụ, Hội Nông dân", ("Công an xã Ví Dụ", "Hội Nông dân")),
        ("Hội LHPN và Hội Nông dân", ("Hội LHPN", "Hội Nông dân")),
        ("MTTQ, các đoàn thể", ("MTTQ",)),
        ("Mặt trận và các đoàn thể CT-XH phường", ("Mặt trận phường",)),
        ("Trung tâm Văn hóa, Thể thao và Truyền thông xã", ("Trung tâm Văn hóa, Thể thao và Truyền thông xã",)),
        ("Phòng Văn hóa - Xã hội", ("Phòng Văn hóa - Xã hội",)),
        ("Các thôn", ()),
        ("Trưởng các thôn", ()),
        ("Khối UBND xã", ()),
        ("UBND tỉnh", ()),
        ("Công an huyện", ()),
        ("Hội đồng TĐKT xã", ()),
        ("Lưu: VT", ()),
        ("Thôn", ()),
        ("", ()),
    ],
)
def test_a_name_may_list_several_or_none(written: str, several: tuple[str, ...]) -> None:
    assert NAMES.several(written) == several


def test_who_commits_counts_also_with_a_name_that_tells_no_kind() -> None:
    assert NAMES.committing("Nhà máy Thí Dụ") == ("Nhà máy Thí Dụ",)
    assert NAMES.several("Nhà máy Thí Dụ") == ()
    assert NAMES.committing("Các thôn") == NAMES.committing("UBND huyện Ví Dụ") == ()


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"member": [{"kind": "Công an", "also": []}]}, "khối [[member]] thứ 1: thiếu “name”"),
        ({"member": [{"name": "Hội A", "kind": "Hội", "also": []}]}, "“kind” phải là một trong"),
        ({"beginning": [{"kind": "", "words": "Các"}]}, "“words” phải là danh sách"),
    ],
)
def test_a_mistake_in_the_list_is_named(table: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match="khối") as caught:
        parse_member_names(table)
    assert said in str(caught.value)
