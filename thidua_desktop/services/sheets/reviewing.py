"""Returned files before anything is stored: whose they are, which one counts, and what each row would do."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import cast

from ...domain.errors import KnownError
from ...domain.plan.plans import SourceFile
from ...domain.sheets.cells import letters
from ...domain.sheets.file_report import FileReport
from ...domain.sheets.finding import AnswerRow
from ...domain.sheets.forms import SheetKind
from ...domain.sheets.judging import judged_initiatives, judged_movements, judged_titles
from ...domain.sheets.judging_commitments import judged_commitments
from ...domain.sheets.judging_culture import judged_culture
from ...domain.sheets.judging_results import judged_results
from ...domain.sheets.known import Known
from ...domain.sheets.questions import FILLED_BY, FILLED_ON, PERSON
from ...domain.sheets.report import RowReport
from ...domain.sheets.returned import MOST_ROWS, NEVER_SAVED, ReturnedFile
from ...domain.sheets.understood import Understood, understood
from ...domain.vietnamese import format_date, format_number, one_line
from ...storage import records
from ...storage.records import Row
from ..plan.plans import plan_of_year
from ..registration.kept import kept
from ..workspace import Workspace
from . import phases
from .known_rows import YearRows, all_taken, registration_of
from .matching import Match, Matcher
from .taking import CAME_IN

Returned = tuple[SourceFile, ReturnedFile | Understood | KnownError]
"""A file as it was read, or why it could not be."""


def review(
    workspace: Workspace,
    year: int,
    files: Sequence[Returned],
    *,
    owners: Mapping[int, int] | None = None,
    phase_id: int | None = None,
) -> tuple[FileReport, ...]:
    """A report for each file, in their order; nothing is stored.

    ``owners`` are organisations that the clerk chose, by the number of the file. ``phase_id`` is the phase of result
    files that do not name theirs, the awaited one when it is None. Of several files of one organisation and form the
    one saved last counts; when nobody can say which that is, none of them is ready.
    """
    held, matcher = YearRows(workspace, year), Matcher(workspace, year)
    reports = [
        _report(held, matcher, (owners or {}).get(number), replace(blank, number=number), read, phase_id)
        for number, (blank, read) in enumerate((FileReport(source, "refused"), read) for source, read in files)
    ]
    return tuple(_idle(one) for one in _ranked(reports))


def _report(
    held: YearRows,
    matcher: Matcher,
    owner: int | None,
    blank: FileReport,
    read: ReturnedFile | Understood | KnownError,
    phase_id: int | None,
) -> FileReport:
    if isinstance(read, KnownError):
        return replace(blank, problem=str(read))
    file = understood(read) if isinstance(read, ReturnedFile) else read
    match = matcher.match(file)
    if owner is not None and not match.problem:
        match = _owned(match, owner)
    made = replace(
        blank,
        kind=match.kind,
        how=match.how,
        saved_at=file.read.saved_at,
        remarks=match.remarks,
        problem=match.problem,
        filled_by=_filled_by(match),
        filled_on=_filled_on(match),
    )
    if match.problem:
        return made
    if match.organisation_id is None:
        return replace(made, state="choose", problem="Chưa rõ tệp của đơn vị nào: chọn đơn vị rồi nhận.")
    return _judged(held, matcher, made, match, phase_id)


def _owned(match: Match, owner: int) -> Match:
    """The clerk's word goes before the file's; the keys of another organisation's form are not believed."""
    stamp = match.stamp if match.stamp and match.organisation_id == owner else None
    return replace(match, organisation_id=owner, how="cán bộ chọn", stamp=stamp)


def _filled_by(match: Match) -> str:
    said = match.answers.get(PERSON.key if match.kind == "cá nhân" else FILLED_BY.key)
    return one_line(said) if isinstance(said, str) else ""


def _filled_on(match: Match) -> str:
    said = match.answers.get(FILLED_ON.key)
    return said.isoformat() if isinstance(said, date) else ""


def _judged(held: YearRows, matcher: Matcher, made: FileReport, match: Match, phase_id: int | None) -> FileReport:
    workspace, year = held.workspace, held.year
    assert match.kind is not None
    assert match.organisation_id is not None
    organisation = str(records.get(workspace.file, "organisations", match.organisation_id)["name"])
    made = replace(made, state="ready", organisation_id=match.organisation_id, organisation=organisation)
    phase = None
    if match.kind == "kết quả":
        phase, said = _phase(workspace, year, match, phase_id)
        if phase is None:
            return replace(made, state="refused", problem=said)
        name = phases.phase_names(workspace, year)[phase]
        made = replace(made, phase_id=phase, phase=name, remarks=(*made.remarks, *filter(None, (said,))))
    answers = [row for rows in match.rows for row in rows]
    if any(len(table.grid.rows) >= MOST_ROWS for table in match.tables):
        made = replace(made, remarks=(*made.remarks, f"Mỗi trang chỉ đọc {format_number(MOST_ROWS)} dòng đầu."))
    known = held.known(match.organisation_id, phase, match.kind)
    handed_in = kept(workspace, [one.id for one in known.commitments])
    other_body = partial(matcher.other_body, match.organisation_id)
    known = replace(
        known,
        present=_present(match),
        stamp=match.stamp,
        kept=handed_in,
        other_body=other_body,
        is_whole=match.stamp is not None or match.code is not None,
    )
    rows = _rows(match.kind, _believed(answers, match), known)
    if match.kind in ("đăng ký", "gia đình văn hóa"):
        rows += judged_culture(match.answers, known)
    if plan_of_year(workspace, year) is None:
        rows = [_without_plan(row, year) for row in rows]
    made = replace(made, rows=tuple(rows))
    return _against_taken(workspace, year, made)


def _present(match: Match) -> frozenset[str]:
    """The tables whose rows the file is to hold all of: the paper of one person says nothing of the others, and only
    our spreadsheet lists households among the people.
    """
    if match.kind == "cá nhân":
        return frozenset()
    held = {table.table.key for table in match.tables}
    return frozenset(held | {"families"} if match.stamp and "people" in held else held)


def _believed(answers: Sequence[AnswerRow], match: Match) -> list[AnswerRow]:
    """Keys of rows count only on a form of this organisation; one that was copied with its row counts once."""
    if not match.stamp:
        return [replace(row, key="") for row in answers]
    met: set[tuple[str, str]] = set()
    found = []
    for row in answers:
        again = bool(row.key) and (row.table, row.key) in met
        met.add((row.table, row.key))
        if not (again and row.emptied):
            found.append(replace(row, key="") if again else row)
    return found


def _rows(kind: SheetKind, answers: Sequence[AnswerRow], known: Known) -> list[RowReport]:
    if kind == "kết quả":
        return list(judged_results(answers, known))
    own = [row for row in answers if kind == "cá nhân" and row.table == "commitments"]
    return [
        *judged_titles(answers, known),
        *judged_initiatives(answers, known),
        *judged_movements(answers, known),
        *judged_commitments([] if own else answers, known),
        *(RowReport(row.table, row.place, str(row.cells.get("quote") or ""), "refused", (_OF_PERSON,)) for row in own),
    ]


_OF_PERSON = "Việc một cá nhân cam kết không ghi thành cam kết của đơn vị; xem lại ở tệp gốc."


def _without_plan(row: RowReport, year: int) -> RowReport:
    """A commitment stands in a plan: a year without one cannot take it."""
    if row.change is None or row.change.kind != "commitments" or row.change.row_id:
        return row
    reason = f"Năm {year} chưa có kế hoạch nên chưa ghi được cam kết."
    return replace(row, state="refused", reasons=(reason,), change=None)


def _phase(workspace: Workspace, year: int, match: Match, phase_id: int | None) -> tuple[int | None, str]:
    """The phase that the file names; of one that names none, or several, the one asked for, else the awaited one. With
    it what is to be said: that it is a guess, or why there is none.
    """
    names = phases.phase_names(workspace, year)
    if match.phase:
        found = next((one for one, name in names.items() if name == match.phase), None)
        return found, "" if found else _PHASE_GONE.format(f"của “{match.phase}”", year)
    if not names:
        return None, f"Kế hoạch năm {year} chưa chia đợt nên chưa nhận được kết quả."
    if match.code and (place := match.code.phase):
        found = phases.at_place(workspace, year, place)
        return found, "" if found else _PHASE_GONE.format(f"ghi mã của đợt thứ {place}", year)
    said = [one for one, name in names.items() if f" {letters(name)} " in match.words]
    if len(said) == 1:
        return said[0], ""
    found = (phase_id if phase_id in names else None) or phases.current(workspace, year)
    return found, _GUESSED.format("ghi nhiều đợt" if said else "không ghi đợt nào", names[found]) if found else ""


_GUESSED = "Tệp {}: hiểu là “{}”. Nếu là đợt khác thì ghi tên đợt ở đầu tệp rồi nhận lại."
_PHASE_GONE = "Phiếu này {}, kế hoạch năm {} nay không còn đợt đó nên chưa nhận được."


def _against_taken(workspace: Workspace, year: int, made: FileReport) -> FileReport:
    """How the file stands to the one of the same form that was taken last."""
    listed = registration_of(workspace, year, cast(int, made.organisation_id))
    assert made.kind is not None
    taken = all_taken(workspace, int(listed["id"] or 0), made.kind, made.phase_id) if listed else []
    if made.kind == "cá nhân":  # the others are those of other people
        taken = [one for one in taken if _same_content(workspace, one, made.source.content)]
    if not taken:
        return made
    earlier = taken[0]
    day = format_date(str(earlier["taken_at"])[:10])
    called = f"tệp “{earlier['name']}” đã nhận ngày {day}"
    if _same_content(workspace, earlier, made.source.content):
        return replace(made, state="taken", problem=f"Đúng là {called}, không có gì khác.")
    tied = made.saved_at == str(earlier["saved_at"])
    says_more = not tied or any(row.change for row in made.rows)
    if made.saved_at and earlier["saved_at"] and made.saved_at <= str(earlier["saved_at"]) and says_more:
        problem = f"Bản này lưu {'cùng lúc với' if tied else 'trước'} {called}. {_TICK}"
        return replace(made, state="tied" if tied else "older", problem=problem, replaces=str(earlier["name"]))
    return replace(made, replaces=str(earlier["name"]), remarks=(*made.remarks, f"Thay cho {called}."))


def _same_content(workspace: Workspace, taken: Row, content: bytes) -> bool:
    kept = records.find(workspace.file, "attachments", int(taken["attachment_id"] or 0))
    return kept is not None and kept["sha256"] == hashlib.sha256(content).hexdigest()


_TICK = "Đánh dấu tệp này nếu đúng là bản cần lấy."


def _ranked(reports: Sequence[FileReport]) -> list[FileReport]:
    """Of several files of one organisation and form the one saved last is ready, the others are older; of those saved
    in one second none is, unless they say the same.
    """
    forms: dict[tuple[object, ...], list[FileReport]] = {}
    for one in reports:
        if one.state == "ready":
            forms.setdefault(one.form, []).append(one)
    return [_behind(one, forms.get(one.form, ())) if one.state == "ready" else one for one in reports]


def _behind(one: FileReport, alike: Sequence[FileReport]) -> FileReport:
    """How a file stands to the others ``alike`` of its form."""
    last = max((other.saved_at for other in alike), default="")
    newest = [other for other in alike if other.saved_at == last]
    if one.saved_at < last:
        problem = f"Có bản lưu sau của cùng đơn vị: “{newest[0].source.name}”. Bản đó được lấy, bản này thì không."
        return replace(one, state="older", problem=problem)
    first = next(other for other in newest if _says_the_same(other, one))
    if first is not one:
        how = "Giống hệt" if first.source.content == one.source.content else "Nội dung như nhau với"
        return replace(one, state="idle", problem=f"{how} tệp “{first.source.name}” trong danh sách này.")
    others = [other for other in newest if not _says_the_same(other, one)]
    if not others:
        return one
    problem = f"Lưu cùng lúc với “{others[0].source.name}” của cùng đơn vị nên không biết bản nào sau. {_TICK}"
    return replace(one, state="tied", problem=problem)


def _says_the_same(one: FileReport, other: FileReport) -> bool:
    """Whether it makes no difference which of the two is taken."""
    return one.source.content == other.source.content or (bool(one.rows) and one.rows == other.rows)


def _idle(one: FileReport) -> FileReport:
    """A file that nobody filled in, or that says only what an earlier one said, waits for the clerk's tick."""
    if one.state != "ready":
        return one
    if one.saved_at == NEVER_SAVED:
        return replace(one, state="idle", problem=f"Tệp chưa được lưu lại từ khi phát phiếu. {_STILL}")
    if any(row.change for row in one.rows):
        return one
    if not any(row.state == "same" for row in one.rows):
        return replace(one, state="idle", problem=f"Không có dòng nào lấy được từ tệp này. {_STILL}")
    if one.replaces or one.kind not in CAME_IN:
        return replace(one, state="idle", problem=f"Mọi dòng đều như đã có. {_STILL}")
    return one


_STILL = "Đánh dấu tệp này nếu vẫn muốn nhận."
