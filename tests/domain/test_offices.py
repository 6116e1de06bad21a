import pytest

from thidua_desktop.domain.offices import Office, office_of
from thidua_desktop.domain.plan.plans import Plan


@pytest.mark.parametrize(
    ("issuer", "header", "office"),
    [
        (
            "Ủy ban nhân dân xã Ví Dụ",
            ("UBND TỈNH MẪU", "ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ"),
            Office("xã Ví Dụ", "xã", superior_line="UBND TỈNH MẪU", place_name="Ví Dụ"),
        ),
        (
            "Ủy ban nhân dân phường Mẫu",
            ("ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU"),
            Office("phường Mẫu", "phường", place_name="Ví Dụ"),
        ),
        ("Ủy ban nhân dân xã Mẫu", ("UBND XÃ MẪU",), Office("xã Mẫu", "xã", place_name="Ví Dụ")),
        ("Hội đồng Thi đua - Khen thưởng", (), None),
        ("", (), None),
    ],
)
def test_the_office_that_issued_a_plan(issuer, header, office):
    assert office_of(Plan(2026, issuer=issuer, header=header, place="Ví Dụ")) == office
