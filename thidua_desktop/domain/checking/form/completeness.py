"""What a plan lacks: symbol, theme, signer, recipients, owners, measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...plan.plans import Target, Task
from ...vietnamese import fold, one_line
from ..findings import Finding, Place
from ..paper import Paper

_THEME = re.compile(r"\W*chủ đề(?: thi đua| năm| của năm)*(?: \d{4})?\W*", re.IGNORECASE)
_OF_THE_YEAR = re.compile(r"\bchủ đề (?:thi đua|(?:công tác |của )?năm)\b")
_THEME_NAMED = re.compile(r"chủ đề[^“”\"\n]{0,40}[“\"]([^“”\"\n]{8,})[”\"]", re.IGNORECASE)
_SHORT_LAUNCH = ("dot thi dua", "cao diem", "chuyen de", "chao mung")
_PHASE = re.compile(r"[\s*+-]*(?:đợt|giai đoạn)\s+(?:thi đua\s+)?(?:\d|[IVX]+\b|đầu|cuối)", re.IGNORECASE)


def head_missing(paper: Paper) -> Iterator[Finding]:
    """A paper has a symbol (Nghị định 30/2020, Điều 8); no article asks for a theme, so only where one is expected."""
    plan = paper.plan
    if not plan.symbol and plan.sections:
        yield paper.finding(
            "SYMBOL_MISSING",
            "warning",
            None,
            "Kế hoạch chưa có ký hiệu.",
            "Ghi ký hiệu ở phần đầu, ví dụ KH-UBND.",
            place=Place("head", "số, ký hiệu", field="symbol"),
        )
    if not plan.theme and _expects_theme(paper):
        yield paper.finding(
            "THEME_MISSING",
            "hint",
            None,
            "Kế hoạch chưa nêu chủ đề thi đua của năm.",
            "Thêm chủ đề, nếu năm nay có.",
            place=Place("head", "chủ đề", field="theme"),
        )


def theme_otherwise(paper: Paper) -> Iterator[Finding]:
    """The theme that the text names between quotation marks is that of the plan: the year has one."""
    theme, found = paper.plan.theme, _THEME_NAMED.search(paper.text)
    if theme and found and one_line(fold(theme)) not in one_line(fold(paper.text)):
        yield paper.finding(
            "THEME_OTHERWISE",
            "warning",
            found.span(1),
            "Chủ đề trong lời văn khác chủ đề ở Thông tin chung.",
            f"Thông tin chung ghi “{theme}”; sửa cho hai nơi như nhau.",
        )


def _expects_theme(paper: Paper) -> bool:
    """Whether the plan speaks of the year's theme, or launches the year's economic and social tasks.

    Of the five launches looked at the two for the tasks of the economy, with targets of two levels, have a theme; the
    one by organisations and their commitments, and those for a movement alone, have none.
    """
    plan = paper.plan
    if _OF_THE_YEAR.search(paper.lowered) or any(_THEME.fullmatch(one.heading or "") for one in plan.all_sections()):
        return True
    title = fold(plan.full_title)
    levels = {value.assigned_by for target in plan.targets for value in target.values if value.assigned_by}
    launched = "phat dong" in title and not any(words in title for words in _SHORT_LAUNCH)
    return launched and bool(plan.targets) and ("kinh te" in title or len(levels) > 1)


def foot_missing(paper: Paper) -> Iterator[Finding]:
    """A paper names who signs it and who is sent it, the archive too (Nghị định 30/2020, Phụ lục I)."""
    plan = paper.plan
    if not plan.sections:
        return
    if not plan.signer.name:
        yield paper.finding(
            "SIGNER_BLANK",
            "hint",
            None,
            "Chưa có họ tên người ký.",
            "Ghi họ tên người ký.",
            place=Place("foot", "người ký", field="signer_name"),
        )
    if not plan.recipients:
        yield paper.finding(
            "RECIPIENTS_MISSING",
            "hint",
            None,
            "Kế hoạch chưa có nơi nhận.",
            "Thêm nơi nhận: cơ quan cấp trên, đơn vị thực hiện, lưu văn thư.",
            place=Place("plan_recipients", "nơi nhận"),
        )
    elif not any(fold(one.name).strip().startswith("luu") for one in plan.recipients):
        yield paper.finding(
            "ARCHIVE_MISSING",
            "hint",
            paper.find(plan.recipients[-1].name, last=True),
            "Nơi nhận chưa có dòng “Lưu: VT”.",
            "Thêm dòng “Lưu: VT” và đơn vị soạn thảo ở cuối nơi nhận.",
            place=Place("plan_recipients", "nơi nhận", row=len(plan.recipients) - 1),
        )


def task_without_owner(paper: Paper) -> Iterator[Finding]:
    """Every task of the plan is somebody's; those that are nobody's are told once."""
    named = [(row, task) for row, task in enumerate(paper.plan.tasks) if task.summary.strip()]
    named = [(row, task) for row, task in named if not _PHASE.match(task.summary)]
    open_ones = [
        (row, task) for row, task in named if not (task.assignee or "").strip() and not _begins_with_owner(paper, task)
    ]
    if not open_ones:
        return
    row, task = open_ones[0]
    yield paper.finding(
        "TASK_NO_ASSIGNEE",
        "hint",
        paper.find(" ".join(task.summary.split()[:6])),
        f"Việc này chưa ghi đơn vị chủ trì.{_more(len(open_ones), 'việc')}",
        "Ghi rõ đơn vị chủ trì và thời hạn, ngay trong câu hoặc ở bảng việc.",
        place=Place("plan_tasks", "bảng việc", row=row),
    )


def _begins_with_owner(paper: Paper, task: Task) -> bool:
    """Whether the task's words begin with an office or a person; "Tổ chức …" begins with what is to be done."""
    words = task.summary.split()
    if " ".join(words[:2]) in paper.rules.owner_words:
        return True
    begins_a_word = len(words) > 1 and paper.rules.compounds.knows(words[0], words[1].strip(",;:."))
    return bool(words) and words[0] in paper.rules.owner_words and not begins_a_word


def _more(count: int, what: str) -> str:
    return f" Còn {count - 1} {what} nữa." if count > 1 else ""


def target_without_measure(paper: Paper) -> Iterator[Finding]:
    """A target that refers to a figure without giving it cannot be measured; told once."""
    targets = paper.plan.targets
    parents = {target.parent for target in targets}
    levels = (*paper.rules.higher_levels, *paper.rules.commune_levels)
    words = tuple(fold(word) for word in (*paper.rules.referring_words, *(f"{level} giao" for level in levels)))
    open_ones = [
        (row, target)
        for row, target in enumerate(targets)
        if not target.values and row not in parents and _refers(target, words)
    ]
    if not open_ones:
        return
    row, target = open_ones[0]
    yield paper.finding(
        "TARGET_NO_VALUE",
        "hint",
        paper.find(target.quote),
        f"Chỉ tiêu dẫn theo mức được giao mà không ghi số, cuối năm khó đánh giá.{_more(len(open_ones), 'chỉ tiêu')}",
        "Ghi con số được giao vào câu và vào bảng chỉ tiêu.",
        place=None if paper.find(target.quote) else Place("plan_targets", "bảng chỉ tiêu", row=row),
    )


def _refers(target: Target, words: Sequence[str]) -> bool:
    folded = fold(target.quote)
    return not re.search(r"\d", folded) and any(re.search(rf"\b{re.escape(word)}\b", folded) for word in words)


def target_without_owner(paper: Paper) -> Iterator[Finding]:
    """Where most targets are given to somebody, one that is nobody's was forgotten; told once."""
    targets = [(row, target) for row, target in enumerate(paper.plan.targets) if target.parent is None]
    open_ones = [(row, target) for row, target in targets if not (target.responsible or "").strip()]
    if not open_ones or len(open_ones) * 2 >= len(targets):
        return
    row, target = open_ones[0]
    yield paper.finding(
        "TARGET_NO_OWNER",
        "hint",
        paper.find(target.quote),
        f"Chỉ tiêu “{target.indicator}” chưa giao cho ai phụ trách.{_more(len(open_ones), 'chỉ tiêu')}",
        "Chọn người phụ trách ở bảng chỉ tiêu.",
        place=Place("plan_targets", "bảng chỉ tiêu", row=row),
    )
