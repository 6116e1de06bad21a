"""The law as this office applies it: what ships, newer files it was given, and its own corrections.

A period's file that the office takes replaces the shipped one of the same name. Both it and the corrections live in the
data file, so a backup holds them and undo takes them back.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from ...definitions import Definitions
from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.errors import KnownError
from ...domain.legal_acts import UNCHECKED_MARK
from ...domain.rules.corrections import Correction, corrected
from ...domain.rules.packs import Law
from ...domain.rules.row_reading import LawError, LawFile
from ...domain.toml_lines import stopped_at
from ...storage import records
from ..office import office_definitions
from ..workspace import Workspace

KIND: office_definitions.Kind = "quy định"
_ADVICE = "Sửa chỗ đó trong tệp rồi nạp lại; quy định đang dùng vẫn giữ nguyên."
_Files = Mapping[str, LawFile | None]


def law(workspace: Workspace) -> Law:
    """The rules of every period with the office's own in them; what cannot be applied is left out."""
    return _assembled(workspace)[0]


def law_problems(workspace: Workspace) -> tuple[str, ...]:
    """What is wrong with the files and corrections that were left out, a sentence each."""
    _, problems = workspace.definitions.law_with_problems()
    return (*(problem.happened for problem in problems), *_assembled(workspace)[1])


def corrections(workspace: Workspace) -> tuple[Correction, ...]:
    """What the office put in place of rows of the law."""
    return tuple(
        Correction(str(row["pack"]), str(row["rule"]), str(row["value"]), str(row["mark"]), str(row["source"]))
        for row in records.page(workspace.file, "rule_corrections")
    )


def correct(
    workspace: Workspace, pack: str, rule: str, value: str = "", mark: str = UNCHECKED_MARK, source: str = ""
) -> Changes:
    """Puts the office's value, mark and source in place of a row's; "" leaves a value or source as it is.

    ``pack`` and ``rule`` are those of :class:`~..domain.rules.corrections.RuleRow`. Raises :class:`BadInput` for a
    value that does not fit.
    """
    row: records.Row = {"pack": pack, "rule": rule, "value": value.strip(), "mark": mark, "source": source.strip()}
    corrected(law(workspace), [Correction(pack, rule, value, mark, source)])
    with workspace.file.act("Sửa một quy định theo cơ quan") as act:
        if stored := records.page(workspace.file, "rule_corrections", where={"pack": pack, "rule": rule}):
            records.update(workspace.file, "rule_corrections", int(stored[0]["id"] or 0), row)
        else:
            records.insert(workspace.file, "rule_corrections", row)
    return act.changes


def uncorrect(workspace: Workspace, pack: str, rule: str) -> Changes:
    """Gives a row its original value back; empty changes when the office had put nothing in its place."""
    stored = records.page(workspace.file, "rule_corrections", where={"pack": pack, "rule": rule})
    with workspace.file.act("Trả một quy định về bản gốc") as act:
        records.delete(workspace.file, "rule_corrections", [int(row["id"] or 0) for row in stored])
    return act.changes


def office_packs(workspace: Workspace) -> tuple[str, ...]:
    """The names of the files that the office took in place of shipped ones, or besides them."""
    return tuple(office_definitions.contents(workspace, KIND))


def load_pack(workspace: Workspace, path: Path) -> Changes:
    """Takes a file of rules, called like those of ``resources/law`` ("2026-10-01.toml").

    Raises :class:`KnownError` that names the first mistake by its line; the rules in use stay as they are.
    """
    from ...domain.rules.pack_parsing import is_law_file

    name = path.stem
    if not is_law_file(name):
        raise BadInput(
            f"Tên tệp “{path.name}” không cho biết là quy định nào; chưa nạp gì.",
            "Đặt tên theo ngày bắt đầu của thời kỳ, ví dụ 2026-10-01.toml (hoặc awards, base_salary, calendar).",
        )
    text = office_definitions.read_text(path)
    files, _ = _files(workspace.definitions, tuple(office_definitions.contents(workspace, KIND).items()))
    try:
        _with_file(files, name, text)
    except LawError as error:
        raise KnownError(f"Chưa nạp được quy định: {error}.", _ADVICE) from error
    return office_definitions.store(workspace, KIND, name, text, f"Nạp quy định “{name}” từ tệp")


def remove_pack(workspace: Workspace, name: str) -> Changes:
    """Drops a file the office took, so that the shipped one holds again; empty changes when there is none."""
    return office_definitions.remove(workspace, KIND, name, f"Bỏ quy định “{name}” đã nạp")


def _assembled(workspace: Workspace) -> tuple[Law, tuple[str, ...]]:
    packs = tuple(office_definitions.contents(workspace, KIND).items())
    return _applied(workspace.definitions, packs, corrections(workspace))


@lru_cache(maxsize=8)
def _applied(
    definitions: Definitions, packs: tuple[tuple[str, str], ...], changed: tuple[Correction, ...]
) -> tuple[Law, tuple[str, ...]]:
    """The law of these files and corrections, and a sentence for each that was left out."""
    from ...domain.rules.pack_parsing import parse_law

    found, _ = definitions.law_with_problems()
    problems: tuple[str, ...] = ()
    if packs:
        files, problems = _files(definitions, packs)
        found, _ = parse_law(files)
    for correction in changed:
        try:
            found = corrected(found, [correction])
        except BadInput as error:
            problems += (error.happened,)
    return found, problems


def _files(definitions: Definitions, packs: tuple[tuple[str, str], ...]) -> tuple[_Files, tuple[str, ...]]:
    """The shipped files with the office's in their place; one that no longer fits is left out and named."""
    files: _Files = definitions.law_files
    problems: list[str] = []
    for name, text in packs:
        try:
            files = _with_file(files, name, text)
        except LawError as error:
            problems.append(f"{error}.")
    return files, tuple(problems)


def _with_file(files: _Files, name: str, text: str) -> _Files:
    """The files with one more, or another; :class:`LawError` when it brings a mistake that was not there before."""
    from ...domain.rules.pack_parsing import parse_law

    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets without end
        raise LawError(f"{name}.toml", stopped_at(error)[0], "", "sai cách viết TOML") from error
    changed = {**files, name: LawFile(name, table, text)}
    known = {str(problem) for problem in parse_law(files)[1]}
    for problem in parse_law(changed)[1]:
        if str(problem) not in known:
            raise problem
    return changed
