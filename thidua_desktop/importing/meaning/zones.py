"""Which sections of a plan speak of targets, commitments, phases and tasks: by their captions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ...domain.plan.plans import Section
from ...domain.vietnamese import fold

_LONGEST_CAPTION = 90
_TARGETS = re.compile(r"\bchi tieu\b")
_AIMS = re.compile(
    r"\bmuc tieu (cu the|thi dua|phan dau|chu yeu|den|nam)|\bcac muc tieu\b|^muc tieu\b|danh hieu phan dau"
)
_NO_AIMS = re.compile(r"muc tieu (chung|tong quat)|muc dich")
_COMMITMENTS = re.compile(
    r"\b(cam ket|giao uoc|dang ky (thi dua|chi tieu|danh hieu|thuc hien|giao uoc|cua)|cong trinh, phan viec)\b"
)
_TASKS = re.compile(
    r"\b(to chuc thuc hien|phan cong|trach nhiem|to chuc trien khai|nhiem vu (cua|cu the)|tien do thuc hien)\b"
    r"|^thuc hien$"
)
_WAYS = re.compile(r"\b(bien phap|giai phap)\b")  # who does what may stand there, in a plan that has no part for it
_FIELD = re.compile(
    r"^(?:ve|linh vuc) |\b(?:quoc phong|qp|qpan|an ninh|xay dung dang|he thong chinh tri|doan the|mttq"
    r"|mat tran|moi truong)\b"
)
_MORE_THAN_TARGETS = re.compile(r"\b(noi dung|muc tieu|nhiem vu|giai phap|phong trao|thi dua hoan thanh)\b")
_TARGETS_FIRST = re.compile(r"(?:cac |mot so |he thong )?(?:muc tieu(?: va|,)? )?chi tieu\b")
_TO_REACH = re.compile(r"(?:thi dua|phan dau|day manh|hoan thanh|tap trung|quyet tam|thuc hien)\b")
_NO_TARGETS = re.compile(
    r"giai phap|bien phap|to chuc thuc hien|phan cong|thoi gian|cam ket|giao uoc|khen thuong|kinh phi|noi dung thi dua"
)

_CONTENT = re.compile(
    r"\b(noi dung|nhiem vu|linh vuc|kinh te|van hoa|xa hoi|quoc phong|an ninh|nong nghiep|nong thon moi|trong tam)\b"
)
_NO_CONTENT = re.compile(
    r"\b(khen thuong|muc dich|yeu cau|kinh phi|thoi gian|to chuc|doi tuong|ket qua|danh gia|ho so)\b"
)

Test = Callable[[str], bool]


def caption(section: Section) -> str:
    """The heading, or what stands before the first ":" of a numbered paragraph, folded."""
    if section.heading is not None:
        return fold(section.heading)
    first = section.body[0].text if section.body and not section.body[0].bullet else ""
    lead = first.split(":", 1)[0] if ":" in first else ""
    return fold(lead) if len(lead) <= _LONGEST_CAPTION else ""


def target_zones(sections: tuple[Section, ...]) -> list[Section]:
    """The narrowest sections whose caption speaks of targets; those of aims (mục tiêu) when none does."""
    found = list(_of_targets(sections))
    if found:
        return found
    return list(_narrowest(sections, lambda text: bool(_AIMS.search(text)) and not _NO_AIMS.search(text)))


def _of_targets(sections: tuple[Section, ...]) -> Iterator[Section]:
    """A part for targets alone ("CHỈ TIÊU THI ĐUA") whole; of one for contents and targets what is for the targets."""
    begun = False  # "I. Chỉ tiêu về kinh tế" is followed by "II. Về quốc phòng"
    for section in sections:
        words = caption(section)
        goes_on = begun and section.heading is not None and bool(_FIELD.search(words)) and not _NO_TARGETS.search(words)
        speaks = goes_on or (bool(_TARGETS.search(words)) and not is_commitment_caption(words))
        speaks = speaks and (section.heading is not None or bool(_TARGETS_FIRST.match(words)))
        below = [] if speaks and not _MORE_THAN_TARGETS.search(words) else list(_of_targets(section.children))
        if below or not speaks:
            yield from below
        else:
            begun = begun or bool(_TARGETS_FIRST.match(words))
            yield section


def content_zones(sections: tuple[Section, ...]) -> list[Section]:
    """The widest sections whose caption speaks of what the thi đua is about: a plan without targets of its own has them
    there."""
    return list(_widest(sections, lambda text: bool(_CONTENT.search(text)) and not _NO_CONTENT.search(text)))


def commitment_zones(sections: tuple[Section, ...]) -> list[Section]:
    """The sections whose caption speaks of commitments of organisations."""
    return list(_narrowest(sections, is_commitment_caption))


def task_zones(sections: tuple[Section, ...]) -> list[Section]:
    """The widest sections whose caption speaks of carrying out and who does it."""
    found = list(_widest(sections, lambda text: bool(_TASKS.search(text))))
    return found or list(_widest(sections, lambda text: bool(_WAYS.search(text))))


def is_commitment_caption(text: str) -> bool:
    """Whether a folded caption speaks of commitments."""
    return bool(_COMMITMENTS.search(text))


def leaves_targets(section: Section) -> bool:
    """Whether a section below a target caption speaks of something else; "Rút ngắn thời gian …: 30%" does not."""
    words = caption(section)
    return bool(_NO_TARGETS.search(words) if section.heading is not None else _NO_TARGETS.match(words))


def names_targets(zone: Section) -> bool:
    """Whether a section is the plan's part for targets, not one aim among others ("Thi đua hoàn thành …")."""
    return not _TO_REACH.match(caption(zone))


def _narrowest(sections: tuple[Section, ...], test: Test) -> Iterator[Section]:
    for section in sections:
        below = list(_narrowest(section.children, test))
        if below:
            yield from below
        elif test(caption(section)):
            yield section


def _widest(sections: tuple[Section, ...], test: Test) -> Iterator[Section]:
    for section in sections:
        if test(caption(section)):
            yield section
        else:
            yield from _widest(section.children, test)
