"""What the papers of awards are made from, and the texts and rows that they share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..awards import AwardDef
from ..offices import Office, Signer
from ..plan.plans import PartialDate
from ..rules.bonus import Bonus
from ..rules.row_types import decimal_text
from ..vietnamese import date_in_words, format_number
from .award_wording import KIND_TITLES, about_phrase, award_phrase, counted, merit_phrase, written_in_list
from .forms import ROW_HEADING
from .heads import COMMITTEE, head_issuer, number_symbol, office_issuer, place_date, signature_texts

_ROMAN = ("I", "II", "III")
_NOT_KNOWN = "theo quy định"
_MR_MRS = {"nam": "Ông", "nữ": "Bà"}
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AwardLine:
    """One subject and its award. ``entry`` is the award in the catalogue, None for one that is not there.

    ``position`` is the person's post and organisation; ``answer`` the verdict's; ``votes`` None before the meeting.
    """

    subject: str
    subject_kind: str
    award: str
    entry: AwardDef | None = None
    position: str = ""
    sex: str = ""
    merit: str = ""
    answer: str = ""
    votes: int | None = None
    bonus: Bonus | None = None

    @property
    def written(self) -> str:
        """The award as a list writes it."""
        return written_in_list(self.award, self.entry)

    @property
    def called(self) -> str:
        """The name with Ông or Bà before a person's, when the directory knows which."""
        word = _MR_MRS.get(self.sex, "") if self.subject_kind == "cá nhân" else ""
        return f"{word} {self.subject}".strip()


@dataclass(frozen=True, slots=True)
class AwardPaper:
    """One paper about a round: its lines, and number, day (ISO) and signer as far as they are known.

    ``symbol`` is that of the paper ("QĐ-UBND"); ``bases`` are its căn cứ; of the Council's meeting ``council_on`` is
    the day, ``present`` and ``members`` the numbers.
    """

    year: int
    round: str
    award_type: str
    office: Office | None
    lines: tuple[AwardLine, ...]
    symbol: str = ""
    number: int | None = None
    day: str | None = None
    signer: Signer | None = None
    title: str = ""
    bases: tuple[str, ...] = ()
    council_on: str | None = None
    present: int | None = None
    members: int | None = None

    @property
    def date(self) -> PartialDate:
        """The paper's date; of one without a day only the year, the rest is left to the pen."""
        if not self.day:
            return PartialDate(None, None, self.year)
        year, month, day = (int(part) for part in self.day.split("-"))
        return PartialDate(day, month, year)

    @property
    def place(self) -> str:
        """What the office is called: "xã Ví Dụ"."""
        return self.committee.removeprefix(f"{COMMITTEE} ")

    @property
    def committee(self) -> str:
        """ "Ủy ban nhân dân xã Ví Dụ"."""
        return office_issuer(self.office) if self.office else COMMITTEE

    def only(self, lines: Iterable[AwardLine]) -> AwardPaper:
        """The same paper about these lines."""
        return replace(self, lines=tuple(lines))


def head_texts(paper: AwardPaper, *, personal: bool = False) -> dict[str, str]:
    """The texts at the head and the foot; a ``personal`` paper of the chair is signed without "TM."

    Source: an award decision is the chair's own power (Luật 06/2022/QH15, Điều 80), unlike a paper of the committee.
    """
    superior, issuer = head_issuer(paper.committee, paper.office)
    dated = place_date(paper.office.place_name if paper.office else "", paper.date)
    signature = signature_texts(paper.signer)
    return {
        "superior": superior,
        "issuer": "\n".join(issuer),
        "number_symbol": number_symbol(paper.number, paper.symbol),
        "place": paper.office.place_name if paper.office else "",
        "date": dated.split(", ", 1)[1],
        "place_date": dated,
        "year": str(paper.year),
        **signature,
        "authority": "" if personal else signature["authority"],
        "office": paper.place,
        "round": paper.round,
        "about": about_phrase([line.entry for line in paper.lines], paper.year),
        "counts": _subjects(paper.lines),
        "council": _council(paper),
    }


def authority_line(paper: AwardPaper) -> str:
    """Who decides, as printed above the bases: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VÍ DỤ"."""
    return f"Chủ tịch {paper.committee}".upper()


def reference(paper: AwardPaper, doc_type: str, by: str) -> str:
    """The line that ties a list to its paper: "(Kèm theo Quyết định số 05/QĐ-UBND ngày … của …)".

    The day is in words, as on the paper itself (Nghị định 30/2020/NĐ-CP, Phụ lục I, mẫu phụ lục văn bản).
    """
    dated = date_in_words(paper.date.day, paper.date.month, paper.date.year)
    return f"(Kèm theo {doc_type} số {number_symbol(paper.number, paper.symbol)} {dated} của {by})"


def grouped_rows(lines: Sequence[AwardLine], members: int | None = None) -> tuple[Row, ...]:
    """The lines as rows under "I. Tập thể", "II. Cá nhân", "III. Hộ gia đình", numbered within each.

    Votes are told of the Council's ``members``, when their number is known.
    """
    return tuple(_grouped(lines, members))


def _grouped(lines: Sequence[AwardLine], members: int | None) -> Iterator[Row]:
    kinds = [(kind, [line for line in lines if line.subject_kind == kind]) for kind in KIND_TITLES]
    found = [(kind, group) for kind, group in kinds if group]
    for numeral, (kind, group) in zip(_ROMAN, found, strict=False):
        yield {ROW_HEADING: f"{numeral}. {KIND_TITLES[kind]}"}
        yield from (_row(number, line, members) for number, line in enumerate(group, 1))


def _row(number: int, line: AwardLine, members: int | None) -> Row:
    money, of_all = line.bonus, f"/{members}" if members else ""
    amount = money.amount if money else None
    return {
        "stt": str(number),
        "subject": line.subject,
        "called": line.called,
        "position": line.position,
        "award": line.written,
        "merit": line.merit,
        "answer": line.answer[:1].upper() + line.answer[1:],
        "votes": "" if line.votes is None else f"{line.votes}{of_all}",
        "coefficient": decimal_text(money.coefficient) if money and money.coefficient is not None else "",
        "base": format_number(money.base) if money and money.base is not None and amount is not None else "",
        "amount": format_number(amount) if amount is not None else _NOT_KNOWN,
        "signed": "",
    }


def items(lines: Sequence[AwardLine]) -> str:
    """Each award with how many are given it, a line each: "- Danh hiệu “Lao động tiên tiến”: 12 cá nhân;"."""
    groups: dict[str, list[AwardLine]] = {}
    for line in lines:
        groups.setdefault(line.award, []).append(line)
    said = []
    for award, group in groups.items():
        phrase = award_phrase(award, group[0].entry)
        said.append(f"- {phrase[:1].upper()}{phrase[1:]}: {counted(line.subject_kind for line in group)}")
    return "\n".join(f"{line}{end}" for line, end in zip(said, ";" * (len(said) - 1) + ".", strict=False))


def awarding(paper: AwardPaper) -> str:
    """What is given to whom and for what: "danh hiệu … cho 12 cá nhân đã có thành tích … (có Danh sách kèm theo)"."""
    merit = common_merit(paper)
    awards = list(dict.fromkeys(line.award for line in paper.lines))
    entry = paper.lines[0].entry if paper.lines else None
    what = award_phrase(awards[0], entry) if len(awards) == 1 else "các danh hiệu, hình thức khen thưởng sau"
    return f"{what} cho {_subjects(paper.lines)} {merit}"


def _subjects(lines: Sequence[AwardLine]) -> str:
    """How many are named; who is named for several awards is counted for each, and "lượt" says so."""
    awards: dict[tuple[str, str, str], set[str]] = {}
    for line in lines:
        awards.setdefault((line.subject_kind, line.subject, line.position), set()).add(line.award)
    again = {kind for (kind, *_), own in awards.items() if len(own) > 1}
    return counted((line.subject_kind for line in lines), again)


def common_merit(paper: AwardPaper) -> str:
    """What all are given their award for: the merit that every line has, else that of the round's kind."""
    merits = {line.merit.strip().rstrip(".") for line in paper.lines}
    said = merits.pop() if len(merits) == 1 else ""
    return merit_of(said, paper)


def merit_of(merit: str, paper: AwardPaper) -> str:
    """A merit as it follows a name: "đã có thành tích …"; the phrase of the round's kind when there is none."""
    words = " ".join(merit.split()).rstrip(".")
    if not words:
        return merit_phrase(paper.award_type, paper.year)
    lowered = words[:1].lower() + words[1:]
    return lowered if lowered.startswith(("đã ", "vì ", "có ")) else f"đã có thành tích: {words}"


def total(lines: Iterable[AwardLine]) -> int:
    """The bonuses together, in đồng."""
    return sum(line.bonus.amount for line in lines if line.bonus and line.bonus.amount is not None)


def _council(paper: AwardPaper) -> str:
    """ "phiên họp ngày 15 tháng 12 năm 2026 (có mặt 9/11 thành viên)"; the day is left to the pen when not known."""
    year, month, day = map(int, paper.council_on.split("-")) if paper.council_on else (paper.year, None, None)
    came = f" (có mặt {paper.present}/{paper.members} thành viên)" if paper.present and paper.members else ""
    return f"phiên họp {date_in_words(day, month, year)}{came}"
