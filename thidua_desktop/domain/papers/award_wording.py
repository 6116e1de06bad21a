"""How papers speak of awards: "danh hiệu “Lao động tiên tiến”", what they are given for, and to how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from ..awards import AwardDef
from ..vietnamese import enumerated, fold

_CERTIFICATE = "Giấy khen"
KIND_TITLES: Mapping[str, str] = {"tập thể": "Tập thể", "cá nhân": "Cá nhân", "hộ gia đình": "Hộ gia đình"}
"""The kinds of subject in the order in which lists print them, with their headings."""

# What an award is given for, by the loại hình of the round (Luật 06/2022/QH15, Điều 8).
_MERITS: Mapping[str, str] = {
    "công trạng": "đã có thành tích xuất sắc trong thực hiện nhiệm vụ năm {year}",
    "phong trào thi đua": "đã có thành tích xuất sắc trong phong trào thi đua năm {year}",
    "đột xuất": "đã lập được thành tích đột xuất năm {year}",
    "cống hiến": "đã có quá trình cống hiến",
    "niên hạn": "đã có thời gian công tác theo quy định",
    "đối ngoại": "đã có đóng góp vào công tác đối ngoại năm {year}",
}


def award_phrase(name: str, entry: AwardDef | None) -> str:
    """An award in the middle of a sentence: "danh hiệu" before a title, the chair's Giấy khen by that word alone."""
    written = written_in_list(name, entry)
    return f"danh hiệu {written}" if entry and entry.kind == "danh hiệu thi đua" else written


def written_in_list(name: str, entry: AwardDef | None) -> str:
    """An award in a list of the office's own papers."""
    if entry is None:
        return name
    return _CERTIFICATE if is_certificate(entry) else entry.written


def is_certificate(entry: AwardDef | None) -> bool:
    """Whether the award is a Giấy khen of the commune's chair, which the office prints itself."""
    return entry is not None and entry.level == "xã" and fold(entry.name).startswith(fold(_CERTIFICATE))


def merit_phrase(award_type: str, year: int) -> str:
    """What the awards of a round are given for."""
    return _MERITS.get(award_type, _MERITS["công trạng"]).format(year=year)


def about_phrase(awards: Sequence[AwardDef | None], year: int) -> str:
    """What a decision or tờ trình does with these awards: one is named, several are called by what they are."""
    entries = list(dict.fromkeys(awards))
    if len(entries) == 1 and entries[0] is not None:
        return f"tặng {award_phrase(entries[0].name, entries[0])} năm {year}"
    kinds = {entry.kind if entry else "hình thức khen thưởng" for entry in entries}
    if kinds == {"danh hiệu thi đua"}:
        return f"tặng danh hiệu thi đua năm {year}"
    return f"khen thưởng năm {year}" if len(kinds) == 1 else f"tặng danh hiệu thi đua và khen thưởng năm {year}"


def post_at(position: str, body: str) -> str:
    """A person's post and organisation: "Giáo viên, Trường Tiểu học Ví Dụ".

    Words that end the one and begin the other are written once: "Chủ tịch Hội" and "Hội Nông dân xã" make "Chủ tịch Hội
    Nông dân xã".
    """
    post, place = position.split(), body.split()
    for length in range(min(len(post), len(place)), 0, -1):
        if [word.lower() for word in post[-length:]] == [word.lower() for word in place[:length]]:
            return " ".join((*post, *place[length:]))
    return ", ".join(part for part in (" ".join(post), " ".join(place)) if part)


def counted(kinds: Iterable[str], again: Collection[str] = ()) -> str:
    """How many subjects of each kind: "05 tập thể, 04 cá nhân và 02 hộ gia đình"; numbers below 10 carry a zero.

    Of the kinds ``again``, some subjects are there more than once: "05 lượt tập thể".
    """
    numbers = Counter(kinds)
    called = {kind: f"lượt {kind}" if kind in again else kind for kind in KIND_TITLES}
    return enumerated([f"{numbers[kind]:02d} {called[kind]}" for kind in KIND_TITLES if numbers[kind]])
