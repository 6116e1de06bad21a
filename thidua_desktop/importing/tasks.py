"""Who does what: the carrying-out part of a plan (tổ chức thực hiện)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..domain.plans import Section, Task
from ..domain.task_words import DAY_SET
from ..domain.vietnamese import fold
from .organisations import owner_at
from .patterns import SMALL, iso_date, sentences
from .target_tables import is_row
from .zones import task_zones

_OTHER_PARTS = re.compile(r"\b(thoi gian|dot thi dua|khen thuong|kinh phi|che do bao cao)\b")
_HELPERS = re.compile(
    rf"phối hợp (?:chặt chẽ )?(?:với|cùng)\s+(?P<who>[^.;:]{{3,100}}?)(?=\s+(?:và [{SMALL}]|để |trong |tổ chức|tham mưu"
    r"|thực hiện|xây dựng|hướng dẫn|triển khai|kiểm tra|đẩy mạnh|tuyên truyền|theo dõi)|[.;,:]|$)"
)
_LONGEST_SUMMARY = 300
_LONGEST_ASKING = 20  # "Giao", "Đề nghị", "Yêu cầu" before the owner


def find_tasks(sections: tuple[Section, ...]) -> tuple[Task, ...]:
    """The tasks of a plan in the order of its text; the assignee as written, None where the text names nobody."""
    return tuple(task for zone in task_zones(sections) for task in _below(zone, None, top=True))


def _below(section: Section, owner: str | None, *, top: bool = False) -> Iterator[Task]:
    if _OTHER_PARTS.search(fold(section.heading or "")) and not top:
        return
    if section.heading and not top:
        owner = owner_at(section.heading.rstrip(" .:")) or owner
    for index, paragraph in enumerate(section.body):
        if is_row(paragraph) or not re.search(r"\w", paragraph.text):
            continue
        item = bool(paragraph.bullet) or (section.heading is None and index == 0)
        yield from _of_paragraph(paragraph.text, owner, item=item)
        if section.heading is None and index == 0 and paragraph.text.rstrip().endswith(":"):
            owner = owner_at(paragraph.text) or owner
    for child in section.children:
        yield from _below(child, owner)


def _of_paragraph(text: str, owner: str | None, *, item: bool) -> Iterator[Task]:
    own = owner_at(text)
    if own and text.rstrip().endswith(":") and len(text) <= len(own) + 20:
        return
    if own or owner or item:
        yield _task(own or owner, text)
    for sentence in sentences(text)[1:]:
        other = owner_at(sentence)
        if other and other != own and len(other) <= 80:
            yield _task(other, sentence)


def _task(owner: str | None, text: str) -> Task:
    helpers = _HELPERS.search(text)
    due = DAY_SET.search(text)
    summary = text.strip(" .;")
    if owner and 0 <= (at := summary.find(owner)) <= _LONGEST_ASKING:
        summary = summary[at + len(owner) :].lstrip(" :,")
    if len(summary) > _LONGEST_SUMMARY:
        summary = summary[:_LONGEST_SUMMARY].rsplit(" ", 1)[0] + "…"
    day = iso_date(int(due[1]), int(due[2]), int(due[3])) if due else None
    return Task(owner, summary, helpers["who"].strip() if helpers else None, day)
