"""An outline with the facts of an office and a year → a whole plan, a draft that is not stored yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ..drafting.bases import ActRegister
from ..drafting.data import DraftingData
from ..offices import Office, Signer
from ..papers.heads import office_issuer, signature_texts
from ..plan.plans import (
    LegalBasis,
    Movement,
    PartialDate,
    Phase,
    Plan,
    PlanCommitment,
    PlanSigner,
    Recipient,
    Section,
    Target,
    TargetValue,
    Task,
)
from ..plan.task_words import DAY_SET
from ..richtext import Paragraph, plain
from ..vietnamese import parse_date
from .templates import (
    BASES,
    DIRECTIVES,
    OCCASION,
    SLOT,
    Outline,
    OutlineCommitment,
    OutlineLine,
    OutlinePhase,
    OutlineTarget,
)

BLANK = "…"
_ENDS = " .;:/"
_HELPED_BY = re.compile(rf"[Pp]hối hợp với ({SLOT.pattern})")
_SUFFIX = re.compile(r"(?P<name>.+?) (?P<suffix>\([^()]+\))")


@dataclass(frozen=True, slots=True)
class Filling:
    """What is put into an outline: the office, the year, the ``day`` of the plan, who signs, the acts, the theme.

    ``names`` are what the office's own organisations are called, by the keys of the roles; ``answers`` those to the
    outline's questions, by their keys.
    """

    year: int
    day: date
    data: DraftingData
    register: ActRegister
    office: Office | None = None
    signer: Signer | None = None
    theme: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)


def slots_of(data: DraftingData) -> tuple[str, ...]:
    """The slots that ``resources/drafting.toml`` gives to every outline."""
    return (*(role.key for role in data.roles), *(f"{OCCASION}{one.key}" for one in data.occasions))


def filled(outline: Outline, filling: Filling) -> Plan:
    """The outline as a plan of the office and the year, with "…" where only the office knows."""
    return _Filler(outline, filling).plan()


class Texts:
    """Fills the slots of texts; what is not known becomes "…"."""

    def __init__(self, outline: Outline, filling: Filling) -> None:
        self._values = dict(_common(filling))
        for question in outline.questions:
            given = filling.answers.get(question.key, "").strip()
            self._values[question.key] = given or self(question.default)
        if not self._values["chủ đề"]:
            self._values["chủ đề"] = self(outline.themes[0])

    def __call__(self, text: str) -> str:
        """The text with its slots filled."""
        return SLOT.sub(lambda slot: self._values.get(slot[1]) or BLANK, text)


def _common(filling: Filling) -> Iterator[tuple[str, str]]:
    office, year, terms = filling.office, filling.year, filling.data.terms
    kind = office.kind if office else "xã"
    name = office_name(office)
    province = office.province if office else ""
    yield from (("tên", name), ("cấp", kind), ("thôn", "tổ dân phố" if kind == "phường" else "thôn"))
    yield from (("tỉnh", province), ("cấp trên", "thành phố" if province.startswith("thành phố") else "tỉnh"))
    yield from (("năm", str(year)), ("năm trước", str(year - 1)), ("năm sau", str(year + 1)))
    yield "chủ đề", filling.theme
    yield "đại hội toàn quốc", f"Đại hội đại biểu toàn quốc lần thứ {terms.congress(year)} của Đảng"
    yield "đại hội tỉnh", f"Đại hội đại biểu Đảng bộ {province or BLANK} nhiệm kỳ {terms.party_term(year)}"
    yield "đại hội cơ sở", f"Đại hội đại biểu Đảng bộ {name} nhiệm kỳ {terms.party_term(year)}"
    yield "giai đoạn", terms.period(year)
    for role in filling.data.roles:
        yield role.key, filling.names.get(role.key) or role.called(kind)
    for occasion in filling.data.occasions:
        yield f"{OCCASION}{occasion.key}", f"kỷ niệm {occasion.in_year(year)}"


def office_name(office: Office | None) -> str:
    """ "xã Ví Dụ", with its kind, as it stands in a sentence; "…" when there is no office yet."""
    return re.sub(r"^Ủy ban nhân dân\s+", "", office_issuer(office)) if office else BLANK


class _Filler:
    def __init__(self, outline: Outline, filling: Filling) -> None:
        self._outline, self._filling = outline, filling
        self._fill = Texts(outline, filling)

    def plan(self) -> Plan:
        outline, filling, office = self._outline, self._filling, self._filling.office
        opening, bases = self._opening()
        signed = signature_texts(filling.signer)
        targets = tuple(map(self._target, outline.targets))
        return Plan(
            year=filling.year,
            doc_type=outline.doc_type,
            title=self._fill(outline.title),
            issuer=office_issuer(office) if office else "",
            symbol=outline.symbol,
            place=(office.place_name or None) if office else None,
            date=PartialDate(None, filling.day.month, filling.day.year),
            theme=self._fill("{chủ đề}"),
            preamble=opening,
            sections=self._sections(),
            closing=tuple(map(self._paragraph, outline.closing)),
            legal_bases=bases,
            targets=targets,
            movements=tuple(
                Movement(self._fill(m.name), self._fill(m.launcher) or None, m.kind) for m in outline.movements
            ),
            commitments=tuple(map(self._commitment, outline.commitments)),
            phases=tuple(map(self._phase, outline.phases)),
            tasks=tuple(self._tasks()),
            recipients=tuple(map(self._recipient, outline.recipients)),
            signer=PlanSigner(signed["authority"], signed["position"], signed["name"] or None),
        )

    def _paragraph(self, line: OutlineLine) -> Paragraph:
        return plain(self._fill(line.text), line.bullet)

    def _opening(self) -> tuple[tuple[Paragraph, ...], tuple[LegalBasis, ...]]:
        paragraphs: list[Paragraph] = []
        bases: list[LegalBasis] = []
        for line in self._outline.opening:
            lead, numbers = self._cited(line.text)
            if not lead:
                paragraphs.append(self._paragraph(line))
            for number in numbers:
                if act := self._filling.register.in_force(number):
                    paragraphs.append(plain(f"{lead} {self._filling.register.cited(act)};"))
                    bases.append(self._filling.register.basis(act))
        return tuple(paragraphs), tuple(bases)

    def _cited(self, text: str) -> tuple[str, Sequence[str]]:
        if text == BASES:
            return "Căn cứ", self._outline.bases
        return ("Thực hiện", self._outline.directives) if text == DIRECTIVES else ("", ())

    def _sections(self) -> tuple[Section, ...]:
        return self._branch(list(self._outline.body))

    def _branch(self, lines: Sequence[OutlineLine]) -> tuple[Section, ...]:
        """The parts that a stretch of lines begins with a line of the highest level in it."""
        starts = [place for place, line in enumerate(lines) if line.level == lines[0].level]
        ends = [*starts[1:], len(lines)]
        return tuple(self._section(lines[start:end]) for start, end in zip(starts, ends, strict=True))

    def _section(self, lines: Sequence[OutlineLine]) -> Section:
        head, rest = lines[0], lines[1:]
        own = next((place for place, line in enumerate(rest) if line.level), len(rest))
        first = () if head.is_heading else (plain(self._fill(head.text)),)
        return Section(
            level=head.level,
            marker=head.marker,
            heading=self._fill(head.text) if head.is_heading else None,
            body=(*first, *map(self._paragraph, rest[:own])),
            children=self._branch(rest[own:]) if rest[own:] else (),
        )

    def _target(self, target: OutlineTarget) -> Target:
        stated = next(line for line in self._outline.body if line.target == target.key)
        values = tuple(
            TargetValue(target.value, target.unit, target.comparator, self._fill(level) or None)
            for level in target.levels or ("",)
        )
        return Target(
            quote=self._fill(stated.text).rstrip(_ENDS),
            indicator=self._fill(target.indicator),
            group=target.group or None,
            kind=target.kind,
            responsible=self._fill(target.responsible) or None,
            values=values if target.kind == "quantitative" else (),
            direction=target.direction,
        )

    def _commitment(self, one: OutlineCommitment) -> PlanCommitment:
        keys = [target.key for target in self._outline.targets]
        values = (TargetValue(None, one.unit),) if one.unit else ()
        towards = keys.index(one.target) if one.target else None
        return PlanCommitment(self._fill(one.organisation), self._fill(one.text).rstrip(_ENDS), values, towards)

    def _phase(self, phase: OutlinePhase) -> Phase:
        days = (self._day(phase.start), self._day(phase.end), self._day(phase.report))
        occasions = (self._fill(text).removeprefix(OCCASION) for text in phase.occasions)
        return Phase(phase.name, *days, tuple(occasions))

    def _day(self, text: str) -> str | None:
        try:
            return parse_date(self._fill(text))
        except ValueError:  # what the clerk answered is no day; the text holds it as it was typed
            return None

    def _tasks(self) -> Iterator[Task]:
        owners = [""] * 9
        for line in self._outline.body:
            text = self._fill(line.text)
            if line.level:
                named = text.rstrip(_ENDS).removeprefix("Đề nghị ")
                owner = named if line.is_heading else owners[line.level - 1]
                owners[line.level :] = [owner] * (len(owners) - line.level)
            if line.is_task:
                helped = _HELPED_BY.search(line.text)
                helpers = self._fill(helped[1]) if helped else None
                yield Task(owners[-1] or None, text.strip(_ENDS), helpers, self._due(text))

    def _due(self, text: str) -> str | None:
        found = DAY_SET.search(text)
        if not found:
            return None
        return self._day(f"{found[1]}/{found[2]}/{found[3] or self._filling.year}")

    def _recipient(self, text: str) -> Recipient:
        filled_in = self._fill(text)
        found = _SUFFIX.fullmatch(filled_in)
        return Recipient(found["name"], found["suffix"]) if found else Recipient(filled_in)
