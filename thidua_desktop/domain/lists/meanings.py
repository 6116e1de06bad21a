"""What the columns of a list may mean, and which meaning their headings propose.

A proposal is only that: the clerk sees it with the words of the column beside it, and changes it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..registers.directory import ORGANISATIONS, PEOPLE
from ..registers.parts import Register
from ..sheets.cells import letters

ListKind = Literal["people", "organisations"]
REGISTERS: dict[ListKind, Register] = {"people": PEOPLE, "organisations": ORGANISATIONS}
SKIP = ""
FAMILY, GIVEN = "family_name", "given_name"
MALE, FEMALE = "male", "female"
ADDRESSED = "addressed_as"
POSITION_AND_HOME = "position_and_organisation"
TO_NOTE = "to_note"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column means: a column of the register, or a part of one. ``written`` are folded headings."""

    key: str
    title: str
    written: tuple[str, ...] = ()


_NUMBERS = ("stt", "tt", "so tt", "so thu tu", "so", "no")
_BORN = ("nam sinh", "ngay sinh", "ngay thang nam sinh", "sinh nam", "gioi tinh", "phai", "sinh ngay")
_ALSO: dict[tuple[ListKind, str], tuple[str, ...]] = {
    ("people", "full_name"): (
        *("ho va ten", "ho ten", "ten ca nhan", "ho va ten can bo", "ho ten can bo", "ho va ten khai sinh", "ca nhan"),
        *("ten dang vien", "ho va ten dang vien", "ho va ten doan vien", "ho va ten hoi vien", "ho va ten chu ho"),
    ),
    ("people", "sex"): ("gioi", "nam nu", "gioi tinh nam nu", "gt"),
    ("people", "birth_date"): (*_BORN[:4], "sinh ngay", "ngay thang nam", "ns", "ngay thang sinh"),
    ("people", "position"): (
        "chuc vu hien nay",
        "chuc vu cong tac",
        "chuc vu chuc danh",
        "chuc danh chuc vu",
        "vi tri viec lam",
        "cong viec",
        "nhiem vu",
    ),
    ("people", "organisation_id"): (
        *("co quan", "co quan don vi", "don vi cong tac hien nay", "noi lam viec", "phong ban", "bo phan", "thon"),
        *("to chuc", "ten don vi", "ten to chuc", "co quan cong tac", "chi hoi", "thon to dan pho", "truong"),
    ),
    ("people", "person_class"): ("phan loai", "doi tuong khen thuong", "loai doi tuong", "ngach"),
    ("people", "started_on"): ("cong tac tu ngay", "ngay ve co quan", "ngay nhan cong tac", "ngay bo nhiem"),
    ("people", "employed_on"): ("ngay vao bien che", "ngay tuyen dung", "ngay hop dong", "thoi gian tuyen dung"),
    ("people", "party_member"): ("dang", "la dang vien", "ngay vao dang", "dang vien x"),
    ("people", "unions"): ("doan vien", "hoi vien", "to chuc doan the", "cong doan", "doan the tham gia"),
    ("people", "identity_number"): (
        *("cmnd", "so cmnd", "cmnd cccd", "so cmnd cccd", "cccd cmnd", "so dinh danh", "so dinh danh ca nhan"),
        *("so can cuoc cong dan", "can cuoc cong dan", "ma dinh danh", "so the can cuoc", "so giay to"),
    ),
    ("people", "note"): ("ghi chu", "ghi chu khac"),
    ("organisations", "name"): (
        *("ten to chuc don vi", "co quan don vi", "ten co quan don vi", "ten cac don vi", "don vi thi dua"),
        *("ten don vi to chuc", "to chuc thanh vien", "thon to dan pho", "ten thon", "ten truong", "danh sach don vi"),
    ),
    ("organisations", "short_name"): ("ten viet tat", "goi tat", "ky hieu"),
    ("organisations", "kind"): ("phan loai", "loai to chuc", "loai don vi", "nhom"),
    ("organisations", "parent_id"): ("co quan cap tren", "co quan chu quan", "truc thuoc don vi"),
    ("organisations", "head"): (
        *("ho va ten thu truong", "ho ten nguoi dung dau", "ho va ten nguoi dung dau", "dai dien", "nguoi dai dien"),
        *("ho va ten", "ho ten", "lanh dao", "truong thon", "hieu truong", "thu truong don vi", "ten thu truong"),
    ),
    ("organisations", "head_position"): ("chuc danh", "chuc vu thu truong", "chuc vu nguoi dung dau"),
    ("organisations", "contact"): (
        *("dien thoai lien he", "so dien thoai lien he", "dt", "so dt", "di dong", "thong tin lien he", "dtdd"),
        "dien thoai email",
    ),
    ("organisations", "precedence"): ("thu tu", "thu tu uu tien"),
    ("organisations", "must_register"): ("dang ky thi dua",),
    ("organisations", "active_from"): ("nam thanh lap", "thanh lap nam"),
}
_EXTRA: dict[ListKind, tuple[Meaning, ...]] = {
    "people": (
        Meaning(
            FAMILY,
            "Họ và tên đệm",
            ("ho", "ho va", "ho dem", "ho va dem", "ho va ten dem", "ho chu dem", "ho lot", "ho va chu lot"),
        ),
        Meaning(GIVEN, "Tên (tách riêng)"),
        Meaning(MALE, "Nam (dấu, ngày sinh)", ("nam", *(f"{born} nam" for born in _BORN))),
        Meaning(FEMALE, "Nữ (dấu, ngày sinh)", ("nu", *(f"{born} nu" for born in _BORN))),
        Meaning(
            ADDRESSED,
            "Cách gọi (Ông/Bà)",
            ("ong ba", "ten goi", "ten goi ong ba", "danh xung", "ong", "ong ba chuc danh"),
        ),
        Meaning(
            POSITION_AND_HOME,
            "Chức vụ và tổ chức",
            (
                *("chuc vu don vi", "chuc vu don vi cong tac", "chuc vu noi cong tac", "chuc danh don vi cong tac"),
                *("chuc vu va don vi cong tac", "chuc vu noi cong tac hien nay", "chuc vu co quan", "chuc vu to chuc"),
                *(
                    "chuc danh chuc vu don vi cong tac",
                    "chuc vu va to chuc",
                    "chuc vu co quan don vi",
                    "chuc vu don vi cong tac hien nay",
                ),
            ),
        ),
        Meaning(TO_NOTE, "Chép vào ghi chú"),
    ),
    "organisations": (),
}
_NOT_ALIASES = {("organisations", "precedence"): _NUMBERS, ("people", "full_name"): ("ten",)}
_FIRST_NAME = "ten"
_LOOSE = 3  # words of a known heading that a longer one may begin with
_MOST_SAMPLES = 30


def meanings(kind: ListKind) -> tuple[Meaning, ...]:
    """What a column may mean, in the order of the drop-down; the first one leaves the column out."""
    register = REGISTERS[kind]
    own = []
    for column in register.columns:
        said = dict.fromkeys(map(heading_words, (column.heading, *column.aliases, *_ALSO.get((kind, column.key), ()))))
        refused = _NOT_ALIASES.get((kind, column.key), ())
        own.append(Meaning(column.key, column.heading, tuple(one for one in said if one not in refused)))
    extra = _EXTRA[kind]
    return (Meaning(SKIP, "(Bỏ qua)", _NUMBERS), *own[:1], *extra[:2], *own[1:2], *extra[2:5], *own[2:], *extra[5:])


def heading_words(text: str) -> str:
    """A heading without marks, brackets, numbers and capitals: "Họ và tên (1)" and "HỌ VÀ TÊN:" are one."""
    bare = re.sub(r"\([\d*+=\s]*\)", " ", text)
    if letters_with_marks(bare) in ("năm", "số"):  # "năm" is no man, and "số" no number of a row
        return f"{letters(bare)}?"
    return " ".join(word for word in letters(bare).split() if not word.isdigit())


def letters_with_marks(text: str) -> str:
    """The words of a text in small letters, their marks kept."""
    return " ".join(re.findall(r"\w+", text.lower()))


def propose(kind: ListKind, headings: Sequence[str], samples: Sequence[Sequence[str]] = ()) -> tuple[str, ...]:
    """A meaning for each column, :data:`SKIP` for those that say nothing; no meaning twice.

    ``samples`` are texts that stand in each column: a name in two columns under one heading is known by them.
    """
    known = {words: one.key for one in reversed(meanings(kind)) for words in one.written}
    words = [heading_words(text) for text in headings]
    found = [known.get(text, "") if text else "" for text in words]
    taken = set(found)
    for at, text in enumerate(words):
        if not found[at] and text not in _NUMBERS and (key := _loose(known, text)) and key not in taken:
            found[at] = key
            taken.add(key)
    if kind == "people":
        _part_names(found, words, samples)
    seen: set[str] = set()
    for at, key in enumerate(found):
        if key in seen:
            found[at] = SKIP
        seen.add(key)
    return tuple(found)


def _loose(known: dict[str, str], text: str) -> str:
    """The meaning of the longest known heading of several words that the text begins with."""
    fits = [one for one in known if len(one.split()) >= _LOOSE and f"{text} ".startswith(f"{one} ")]
    return known[max(fits, key=len)] if fits else ""


def _part_names(found: list[str], words: Sequence[str], samples: Sequence[Sequence[str]]) -> None:
    """A name that stands in two columns: "Họ" | "Tên", or one heading "Họ và tên" over both."""
    for at, text in enumerate(words):
        if text == _FIRST_NAME:
            found[at] = GIVEN if FAMILY in found[:at] else "full_name" if "full_name" not in found else SKIP
    if "full_name" not in found or GIVEN in found:
        return
    name = found.index("full_name")
    after = name + 1
    if after < len(words) and (not words[after] or words[after] == words[name]) and _are_single(samples, after):
        found[name], found[after] = FAMILY, GIVEN


def _are_single(samples: Sequence[Sequence[str]], at: int) -> bool:
    texts = [text for text in (samples[at] if at < len(samples) else ())[:_MOST_SAMPLES] if text]
    single = sum(len(text.split()) == 1 and text.replace(".", "").isalpha() for text in texts)
    return bool(texts) and single * 2 > len(texts)
