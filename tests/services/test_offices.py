from __future__ import annotations

import unicodedata
from contextlib import nullcontext
from dataclasses import replace

import pytest

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.offices import Office, Signer
from thidua_desktop.domain.years import FIRST_YEAR, LAST_YEAR
from thidua_desktop.services import history
from thidua_desktop.services.office import offices, years
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records
from thidua_desktop.storage.errors import BadValue

VI_DU = Office("Ví Dụ", "phường", "tỉnh Mẫu", "", "Ví Dụ")


def test_a_new_file_has_no_office(new: Workspace) -> None:
    assert offices.office(new) is None
    assert years.years(new) == []


def test_the_first_start_is_one_act_that_undo_does_not_take_back(new: Workspace) -> None:
    changes = offices.found_office(new, VI_DU, [Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH")], 2026)
    assert changes.touches("office") and changes.touches("signers", "years", "legal_acts")
    assert offices.office(new) == replace(VI_DU, id=1)
    assert years.years(new) == [2026]
    assert [row.cells[:2] for row in registers.page(new, "signers")] == [("Nguyễn Văn Mẫu", "CHỦ TỊCH")]
    assert registers.count(new, "legal_acts") == len(new.definitions.legal_acts) > 20

    assert history.undo_text(new) == ""
    assert not history.undo(new)
    assert offices.office(new) == replace(VI_DU, id=1)


def test_what_was_typed_is_kept_composed_and_without_stray_blanks(new: Workspace) -> None:
    typed = unicodedata.normalize("NFD", "  Ví   Dụ ")
    offices.found_office(
        new, replace(VI_DU, name=typed), [Signer(f" {typed}", "KT. CHỦ TỊCH\n\n PHÓ  CHỦ TỊCH ")], 2026
    )
    stored = offices.office(new)
    assert stored is not None and stored.name == "Ví Dụ"
    assert registers.page(new, "signers")[0].cells[:2] == ("Ví Dụ", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH")


@pytest.mark.parametrize(
    ("office", "signers", "year", "said"),
    [
        (replace(VI_DU, name="  "), [], 2026, "Chưa có tên cơ quan"),
        (VI_DU, [Signer(" ", "CHỦ TỊCH")], 2026, "chưa có họ tên"),
        (VI_DU, [], 26, "26 không phải là năm"),
    ],
)
def test_a_first_start_that_cannot_be(
    new: Workspace, office: Office, signers: list[Signer], year: int, said: str
) -> None:
    with pytest.raises(BadInput, match=said):
        offices.found_office(new, office, signers, year)
    assert offices.office(new) is None


def test_a_file_is_founded_once(desk: Workspace) -> None:
    with pytest.raises(KnownError, match="đã có thông tin cơ quan"):
        offices.found_office(desk, VI_DU, [], 2027)
    assert years.years(desk) == [2026]


def test_the_office_is_changed_and_put_back(desk: Workspace) -> None:
    before = offices.office(desk)
    assert offices.set_office(desk, VI_DU).kinds == {"office"}
    assert offices.office(desk) == replace(VI_DU, id=1)
    assert not offices.set_office(desk, VI_DU)
    history.undo(desk)
    assert offices.office(desk) == before
    with pytest.raises(BadInput):
        offices.set_office(desk, replace(VI_DU, name=""))


def test_years_are_added_once_newest_first(desk: Workspace) -> None:
    assert years.add_year(desk, 2028).kinds == {"years"}
    years.add_year(desk, 2027)
    assert not years.add_year(desk, 2027)
    assert years.years(desk) == [2028, 2027, 2026]
    with pytest.raises(BadInput, match="không phải là năm thi đua"):
        years.add_year(desk, 20260)


def test_the_data_file_takes_the_years_that_the_program_takes(new: Workspace) -> None:
    for year, taken in ((FIRST_YEAR - 1, False), (FIRST_YEAR, True), (LAST_YEAR, True), (LAST_YEAR + 1, False)):
        with nullcontext() if taken else pytest.raises(BadInput):
            years.add_year(new, year)
        with nullcontext() if taken else pytest.raises(BadValue), new.file.act("Năm"):
            records.insert(new.file, "organisations", {"name": f"Hội {year}", "active_from": year})
    assert years.years(new) == [LAST_YEAR, FIRST_YEAR]
