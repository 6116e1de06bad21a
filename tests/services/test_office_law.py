"""The office's own rules: taken when good, named by line when not, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.award_year import nominate, person, settle
from thidua_desktop import shipped
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.rules.bonus import bonus
from thidua_desktop.domain.rules.corrections import rows
from thidua_desktop.services import history
from thidua_desktop.services.awards import rule_corrections, verdicts, year_facts
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records

PACK = "2026-10-01"


def shipped_law(name: str) -> str:
    return (shipped.RESOURCES / "law" / f"{name}.toml").read_text(encoding="utf-8")


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def amount(desk: Workspace) -> int | None:
    return bonus(rule_corrections.law(desk), "LĐTT", "cá nhân", "2025-12-20").amount


def bonus_row(desk: Workspace) -> tuple[str, str]:
    """The row of the bonus of LĐTT in the period from 01/7/2025."""
    row = next(
        row
        for row in rows(rule_corrections.law(desk))
        if row.pack == "2025-07-01" and "LĐTT" in row.award and row.words.startswith("Tiền thưởng, số lần")
    )
    return row.key, row.value


def test_a_corrected_figure_counts_and_goes_back(desk: Workspace) -> None:
    key, value = bonus_row(desk)
    assert (value, amount(desk)) == ("0,3", 710_000)
    rule_corrections.correct(desk, "2025-07-01", key, "0,5", "đã đối chiếu", "Nghị quyết của tỉnh")
    assert amount(desk) == 1_170_000
    shown = next(row for row in rows(rule_corrections.law(desk)) if (row.pack, row.key) == ("2025-07-01", key))
    assert (shown.value, shown.office, shown.source) == ("0,5", True, "Nghị quyết của tỉnh")
    rule_corrections.correct(desk, "2025-07-01", key, "0,4", "đã đối chiếu")
    assert len(rule_corrections.corrections(desk)) == 1
    rule_corrections.uncorrect(desk, "2025-07-01", key)
    assert amount(desk) == 710_000
    history.undo(desk)
    assert amount(desk) == 940_000


def test_a_correction_that_does_not_fit_is_refused(desk: Workspace) -> None:
    key, _ = bonus_row(desk)
    with pytest.raises(BadInput, match="“nhiều” không phải là hệ số"):
        rule_corrections.correct(desk, "2025-07-01", key, "nhiều")
    with pytest.raises(BadInput, match="Không có dòng “khong-co”"):
        rule_corrections.correct(desk, "2025-07-01", "khong-co", "0,5")
    assert rule_corrections.corrections(desk) == ()


def test_a_correction_of_a_row_that_is_gone_is_left_out_and_named(desk: Workspace) -> None:
    with desk.file.act("Sửa một quy định"):
        records.insert(desk.file, "rule_corrections", {"pack": "2025-07-01", "rule": "da-bo", "value": "1"})
    assert amount(desk) == 710_000
    assert rule_corrections.law_problems(desk) == ("Không có dòng “da-bo” trong bộ quy định “2025-07-01”.",)


def test_a_newer_file_of_rules_is_taken_and_given_back(desk: Workspace, tmp_path: Path) -> None:
    text = shipped_law("base_salary").replace("2340000", "2500000")
    assert text != shipped_law("base_salary")
    rule_corrections.load_pack(desk, written(tmp_path, "base_salary.toml", text))
    assert rule_corrections.office_packs(desk) == ("base_salary",)
    assert amount(desk) == 750_000
    rule_corrections.remove_pack(desk, "base_salary")
    assert amount(desk) == 710_000
    history.undo(desk)
    assert amount(desk) == 750_000
    assert rule_corrections.law_problems(desk) == ()


def test_a_mistake_in_a_file_of_rules_is_named_by_its_line(desk: Workspace, tmp_path: Path) -> None:
    good = shipped_law("base_salary").replace("2340000", "2500000")
    rule_corrections.load_pack(desk, written(tmp_path, "base_salary.toml", good))
    lines = shipped_law("base_salary").splitlines()
    place = next(number for number, line in enumerate(lines) if "2340000" in line)
    lines[place] = 'amount = "hai triệu"'
    for text in ("\n".join(lines), "\n".join([*lines[:place], "amount = ", *lines[place + 1 :]])):
        with pytest.raises(KnownError) as refused:
            rule_corrections.load_pack(desk, written(tmp_path, "base_salary.toml", text))
        assert f"“base_salary.toml”, dòng {place + 1}" in refused.value.happened
        assert "vẫn giữ nguyên" in refused.value.advice
    assert amount(desk) == 750_000


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("quy-dinh-moi.toml", b"", "không cho biết là quy định nào"),
        ("2027-01-01.toml", 'name = "Kỳ mới"'.encode("utf-16"), "không phải tệp chữ UTF-8"),
        ("calendar.toml", b"[[deadlines]]\n", "calendar.toml"),
    ],
)
def test_a_file_that_is_no_file_of_rules_changes_nothing(
    desk: Workspace, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(KnownError, match=said):
        rule_corrections.load_pack(desk, path)
    with pytest.raises(KnownError, match="Không đọc được tệp"):
        rule_corrections.load_pack(desk, tmp_path / "2027-02-02.toml")
    assert rule_corrections.office_packs(desk) == ()


def test_a_stored_file_that_no_longer_fits_leaves_the_shipped_one(desk: Workspace) -> None:
    row = {"kind": "quy định", "name": "base_salary", "content": "[[base_salary]]\n"}
    with desk.file.act("Nạp quy định"):
        records.insert(desk.file, "office_definitions", row)
    assert amount(desk) == 710_000
    (problem,) = rule_corrections.law_problems(desk)
    assert "base_salary.toml" in problem


def test_what_the_office_set_itself_refuses_though_nobody_checked_it(desk: Workspace) -> None:
    row_id = nominate(desk, settle(desk), "Lê Văn Giả", "LĐTT")

    def months(worked: str) -> str:
        year_facts.set_person_year(desk, person(desk, "Lê Văn Giả"), 2026, "months_worked", worked)
        lines = verdicts.verdict(desk, row_id).verdict.lines
        return next(line.answer for line in lines if line.key == "duoi-6-thang")

    assert (months("8"), months("5")) == ("đạt", "lưu ý")
    rule_corrections.correct(desk, "2025-07-01", "duoi-6-thang", "9 tháng")
    assert (months("9"), months("8")) == ("đạt", "chưa đạt")
