"""The items of a section of targets: what stands in a list, below what, and who answers for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ...domain.plan.plans import Section
from ...domain.vietnamese import fold
from .clauses import is_assigned
from .figures import assigner_in
from .organisations import organisation_at
from .target_tables import is_row
from .zones import leaves_targets

_INTRODUCES = re.compile(r"(nhu sau|sau day|cu the|gom|sau)\s*:?\s*$|:\s*$")
_NO_TOPIC = re.compile(
    r"(?:phan dau|cac|ve|mot so|chi tieu|cu the|linh vuc|cong tac|thi dua|tap trung|thuc hien|hoan thanh|doi voi"
    r"|noi dung|muc tieu|toan)\b|.*\b(?:nhu sau|sau day|cu the|gom|sau|chi tieu|trong do)\W*$"
)
_FOR_WHOM = re.compile(r"^(?:đối với|về phía|của)\s+|\s*:(?=:$)", re.IGNORECASE)
_SPEAKS_OF_TARGETS = re.compile(r"chỉ tiêu|mục tiêu", re.IGNORECASE)
_BRACKETED = re.compile(r"^\(\d{1,2}\)\s*")
_LONGEST_TOPIC = 60
_LONGEST_ITEM = 220
_LONGEST_STRIVING = 350
_STRIVES = re.compile(r"\bphan dau (?!hoan thanh)")
_FEWEST_ITEMS = 2  # so many short paragraphs without a dash are a list too
_RANKS = {"": 0, "-": 1, "+": 2}


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a target section.

    ``listed`` says that it stands in a list, ``group`` is the caption above it, ``owner`` the organisation that
    answers for it, ``below`` the place of the item it is set below ("+" below "-"). ``topic`` says that it only names
    what those below it are of ("Trồng trọt:"), whose ``lead`` it is. ``assigned_of`` is what a line such as "Tỉnh giao:
    95%" gives the figure of, ``level`` who assigns all below a caption such as "Chỉ tiêu tỉnh giao".
    """

    text: str
    listed: bool
    group: str | None
    owner: str | None = None
    below: int | None = None
    topic: bool = False
    lead: str = ""
    assigned_of: str = ""
    level: str | None = None


def target_items(section: Section) -> list[Item]:
    """The paragraphs of a target section and what is below it, without parts that speak of something else."""
    out: list[Item] = []
    _collect(out, section, Item("", False, None))
    return out


def introduces(text: str) -> bool:
    """Whether a paragraph only leads to what follows: "… như sau:"."""
    return bool(_INTRODUCES.search(fold(text.strip())))


def _collect(out: list[Item], section: Section, around: Item) -> None:
    """Adds the items of a section; ``around`` has what the sections around it give to all in them."""
    heading = section.heading or ""
    around = replace(
        around,
        group=f"{section.marker} {heading}".strip() if heading else around.group,
        owner=organisation_at(_FOR_WHOM.sub("", f"{heading}:")) or around.owner,
        level=assigner_in(heading) or around.level,
    )
    running = sum(not p.bullet and _is_item(p.text) for p in section.body)
    captions: dict[int, int] = {}  # the last item with ":" of each rank
    for index, paragraph in enumerate(section.body):
        if is_row(paragraph):
            continue
        text = _BRACKETED.sub("", paragraph.text)
        listed = bool(paragraph.bullet) or (section.heading is None and index == 0) or text != paragraph.text
        listed = listed or (running >= _FEWEST_ITEMS and _is_item(text)) or _strives(text)
        rank = _RANKS.get(paragraph.bullet, 1)
        captions = {other: place for other, place in captions.items() if other < rank}
        below = captions[max(captions)] if captions else None
        item = _below(out, below, replace(around, text=text, listed=listed), heading)
        if text.rstrip().endswith(":"):
            captions[rank] = len(out)
            item = replace(item, owner=organisation_at(text) or item.owner, level=assigner_in(text) or item.level)
        out.append(item)
    _mark_topics(out)
    for child in section.children:
        if not leaves_targets(child):
            _collect(out, child, around)


def _below(out: list[Item], below: int | None, item: Item, heading: str) -> Item:
    """The item with what it takes from the caption it stands below."""
    above = out[below] if below is not None else None
    caption = above.text.strip(" :.;") if above else "" if _SPEAKS_OF_TARGETS.search(heading) else heading.strip(" :.;")
    if is_assigned(item.text):
        return replace(item, below=below, owner=above.owner if above else item.owner, assigned_of=caption)
    if above is None:
        return item
    lead = caption if _names_topic(above) else ""
    return replace(item, below=below, owner=above.owner, level=above.level, lead=lead)


def _mark_topics(out: list[Item]) -> None:
    for item in list(out):
        if item.lead and item.below is not None:
            out[item.below] = replace(out[item.below], topic=True)


def _names_topic(item: Item) -> bool:
    words = item.text.strip()
    named = words.endswith(":") and len(words) <= _LONGEST_TOPIC and not re.search(r"\d", words)
    return named and not _NO_TOPIC.match(fold(words)) and not organisation_at(words)


def _strives(text: str) -> bool:
    """ "Ngoài các chỉ tiêu trên, phấn đấu …" is an item wherever it stands."""
    return len(text) <= _LONGEST_STRIVING and bool(_STRIVES.search(fold(text))) and not introduces(text)


def _is_item(text: str) -> bool:
    """Whether a paragraph without a dash is as short as an item of a list, and introduces none."""
    return len(text) <= _LONGEST_ITEM and not introduces(text)
