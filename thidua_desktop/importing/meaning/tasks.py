"""Who does what: the carrying-out part of a plan (tổ chức thực hiện)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...domain.plan.plans import Section, Task
from ...domain.plan.task_words import DAY_SET
from ...domain.richtext import Paragraph
from ...domain.vietnamese import fold
from ..patterns import QUARTER, enclosed, iso_date, masked, sentences, split_outside
from .organisations import asked_at, organisation_at, owner_at, until_verb
from .target_tables import is_row
from .task_labels import only_labels, with_labels
from .task_tables import due_day
from .zones import task_zones

_OTHER_PARTS = re.compile(r"\b(thoi gian|dot thi dua|khen thuong|kinh phi|che do bao cao)\b")
_NO_TASK = re.compile(
    r"^\W*(?:thoi gian|kinh phi|nguon kinh phi|doi tuong|pham vi|dia diem)(?: [a-z ]{2,20})?\s*(?::|\btu )"
)
_TOPIC_END = re.compile(r":\s+(?=(?:Giao|Đề nghị|Yêu cầu)\s)")  # "Phong trào “Vườn mẫu”: Giao Phòng Kinh tế chủ trì"
_HELPED_BY = re.compile(r"phối hợp (?:chặt chẽ )?(?:với|cùng)\s+(?=\S)", re.IGNORECASE)
_MONTH_SET = re.compile(
    r"(?:xong|hoàn thành|gửi|báo cáo)[^.;]{0,40}?\b(?:trước|trong|chậm nhất)\s+"
    rf"(?P<when>(?:đầu |cuối )?(?:tháng\s*\d{{1,2}}|quý\s+{QUARTER})(?:\s*(?:/|năm)\s*\d{{4}})?)",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"(?:Công chức|Phòng|Văn phòng|Bộ phận|Trung tâm|Kế toán|Ban)\s")
_FOR_AWARD = re.compile(r"\b(?:tang|xet|cong nhan|khen thuong|truy tang)\b")  # who is asked to award has no task
_EVERYBODY = re.compile(r"^(?:cac|toan the|tung|moi|tat ca)\b")
_LONGEST_SUMMARY = 300
_LONGEST_NAME = 100
_LONGEST_ASKING = 60  # "Giao", "Đề nghị", "Công tác tuyên truyền:" before the owner


def find_tasks(
    sections: tuple[Section, ...], closing: tuple[Paragraph, ...] = (), year: int | None = None
) -> tuple[Task, ...]:
    """The tasks of a plan in the order of its text; the assignee as written, None where the text names nobody.

    Outside the carrying-out part, and in the ``closing``, only who is asked by name has a task, not "các cơ quan, đơn
    vị". A day without its year is of ``year``.
    """
    zones = task_zones(sections)
    inside = {id(section) for zone in zones for section in zone.walk()}
    found: list[Task] = []
    for section in (section for root in sections for section in root.walk()):
        if any(section is zone for zone in zones):
            found += _below(section, None, year, top=True)
        elif id(section) not in inside:
            found += _asked(section.body, year, office=bool(_OTHER_PARTS.search(fold(section.heading or ""))))
    return (*found, *_asked(closing, year))


def _asked(paragraphs: tuple[Paragraph, ...], year: int | None, *, office: bool = False) -> Iterator[Task]:
    """The tasks outside the carrying-out part: of who is asked by name in a sentence of its own, and in a part on money
    or awards also of an ``office`` that does its own."""
    texts = [paragraph.text for paragraph in paragraphs if not is_row(paragraph)]
    for sentence in (part for text in texts for one in sentences(text) for part in _TOPIC_END.split(one)):
        own = owner_at(sentence) if asked_at(sentence) or (office and _OFFICE.match(sentence)) else None
        if own and not _EVERYBODY.match(fold(own)) and not _FOR_AWARD.search(fold(sentence)):
            yield _task(own, sentence, year)


def _below(section: Section, owner: str | None, year: int | None, *, top: bool = False) -> Iterator[Task]:
    heading = (section.heading or "").rstrip(" .:")
    named = owner_at(heading) if heading and not top else None
    if _OTHER_PARTS.search(fold(heading)) and not top and not named:
        yield from _asked(section.body, year, office=True)
        return
    owner = named or owner
    found: list[Task] = []
    for index, paragraph in enumerate(section.body):
        text = paragraph.text
        if found and not is_row(paragraph) and only_labels(text, deeper=paragraph.bullet == "+"):
            found[-1] = replace(with_labels(found[-1], text, year), summary=found[-1].summary)
            continue
        if is_row(paragraph) or not re.search(r"\w", text) or _NO_TASK.match(fold(text)):
            continue
        item = bool(paragraph.bullet) or (section.heading is None and index == 0)
        found += _of_paragraph(text, owner, year, item=item)
        if text.rstrip().endswith(":") and (index == 0 or paragraph.bullet != "+"):
            owner = owner_at(text) or owner
    yield from found
    for child in section.children:
        yield from _below(child, owner, year)


def _of_paragraph(text: str, owner: str | None, year: int | None, *, item: bool) -> Iterator[Task]:
    """One task for each who is spoken to; what goes on without a new name is of the one before."""
    own = owner_at(text)
    if own and text.rstrip().endswith(":") and len(text) <= len(own) + _LONGEST_ASKING:
        return
    for index, part in enumerate(_by_owner(text)):
        named = owner_at(part)
        if named or owner or (item and index == 0):
            yield with_labels(_task(named or owner, part, year), part, year)


def _by_owner(text: str) -> list[str]:
    """The text cut where a sentence, or a part after ";", speaks to another one."""
    out: list[str] = []
    position = 0
    for sentence in sentences(text):
        several = ";" in (owner_at(sentence) or "")  # "Giao Văn phòng; Văn hóa; Tài chính theo dõi"
        for number, part in enumerate([sentence] if several else split_outside(sentence, r";\s")):
            start = text.find(part, position)
            named = number == 0 or part[:1].isupper() or part.startswith(("các ", "trưởng "))
            speaks_to = owner_at(part) if named else organisation_at(part)
            speaks_to = None if only_labels(part, deeper=True) else speaks_to
            if not out or (speaks_to and len(speaks_to) <= _LONGEST_NAME):
                out.append(part)
            else:
                out[-1] += text[position:start] + part
            position = start + len(part)
    return out


def _task(owner: str | None, text: str, year: int | None) -> Task:
    summary = text.strip(" .;/")
    if owner and 0 <= (at := summary.find(owner)) <= _LONGEST_ASKING:
        summary = summary[at + len(owner) :].lstrip(" :,;")
    if len(summary) > _LONGEST_SUMMARY:
        summary = summary[:_LONGEST_SUMMARY].rsplit(" ", 1)[0] + "…"
    return Task(owner, summary, _helpers(text), _due(text, year))


def _helpers(text: str) -> str | None:
    """Who helps: the names after "phối hợp với"."""
    found = _HELPED_BY.search(masked(text, enclosed(text)))
    names = until_verb(text[found.end() :]) if found else ""
    return names if 2 < len(names) <= _LONGEST_NAME + 50 else None


def _due(text: str, year: int | None) -> str | None:
    """The day a task is to be done by: a day, or the last one of a month or quarter."""
    if day := DAY_SET.search(text):
        of_year = int(day[3]) if day[3] else year
        return iso_date(int(day[1]), int(day[2]), of_year) if of_year else None
    month = _MONTH_SET.search(text)
    return due_day(month["when"], year) if month else None
