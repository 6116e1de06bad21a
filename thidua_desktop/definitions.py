"""``resources/`` and ``forms/`` (TOML) → domain objects, each read when it is first needed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from . import shipped
from .domain.errors import KnownError
from .domain.toml_lines import stopped_at

if TYPE_CHECKING:
    from .domain.chasing.deadlines import YearlyDay
    from .domain.checking.rules import CheckRules
    from .domain.drafting.data import DraftingData
    from .domain.legal_acts import LegalAct
    from .domain.members.identity import IdentityNumber
    from .domain.movements import KnownMovement
    from .domain.outline.templates import Outline
    from .domain.papers.forms import FormDefinition
    from .domain.plan.directions import DirectionWords
    from .domain.registration.member_names import MemberNames
    from .domain.registration.periods import Period
    from .domain.rules.packs import Law
    from .domain.rules.row_reading import LawError, LawFile
    from .domain.scoring.criteria import CriteriaSet

_Made = TypeVar("_Made")
_QUOTED = re.compile(r"“([^”.,]+)")
_MEND = "Hãy cài lại chương trình; nếu đã tự sửa tệp này thì sửa lại chỗ vừa nêu."


class DefinitionError(KnownError):
    """A file of the program's own data that cannot be used: ``path``, ``place`` in it ("dòng 3") and ``reason``."""

    def __init__(self, path: Path, place: str, reason: str) -> None:
        where = f"“{path.name}”, {place}" if place else f"“{path.name}”"
        super().__init__(
            f"Tệp {where}: {reason.rstrip('.')}. Dữ liệu của cơ quan không bị ảnh hưởng.", f"{_MEND} ({path})"
        )
        self.path = path
        self.place = place
        self.reason = reason


class Definitions:
    """What the program ships as data; every reading method may raise :class:`DefinitionError`."""

    def __init__(self, resources: Path, forms: Path) -> None:
        self.resources = resources
        self.forms = forms
        self._forms: dict[str, FormDefinition] = {}

    @cached_property
    def legal_acts(self) -> tuple[LegalAct, ...]:
        """The register of acts cited, as shipped; the office's own stands in its data file."""
        from .domain.legal_acts import parse_legal_acts

        path = self.resources / "legal_acts.toml"
        return _parsed(path, lambda table: parse_legal_acts(table))

    @cached_property
    def movements(self) -> tuple[KnownMovement, ...]:
        """The register of movements, as shipped; the office's own stands in its data file."""
        from .domain.movements import parse_movements

        return _parsed(self.resources / "movements.toml", lambda table: parse_movements(table))

    @cached_property
    def member_names(self) -> MemberNames:
        """How the organisations of a commune are called and abbreviated, and of which kind they are."""
        from .domain.registration.member_names import parse_member_names

        return _parsed(self.resources / "organisations.toml", lambda table: parse_member_names(table))

    @cached_property
    def identity_numbers(self) -> tuple[IdentityNumber, ...]:
        """How many digits the identity number of a person has."""
        from .domain.members.identity import parse_identity_numbers

        return _parsed(self.resources / "identity.toml", lambda table: parse_identity_numbers(table))

    @cached_property
    def drafting(self) -> DraftingData:
        """What drafting a plan looks up: roles, anniversaries, terms, what became of the districts."""
        from .domain.drafting.data import parse_drafting

        days = self.check_rules.occasions
        return _parsed(self.resources / "drafting.toml", lambda table: parse_drafting(table, days))

    @cached_property
    def outlines(self) -> tuple[Outline, ...]:
        """The outlines of plans (đề cương) in the order of their names."""
        from .domain.outline.filling import slots_of
        from .domain.outline.parsing import parse_outline

        slots = slots_of(self.drafting)
        paths = sorted((self.resources / "outlines").glob("*.toml"))
        return tuple(_parsed(path, partial(parse_outline, path.stem, slots=slots)) for path in paths)

    @cached_property
    def criteria_sets(self) -> tuple[CriteriaSet, ...]:
        """The sets of criteria that ship as examples, in the order of their names."""
        from .domain.scoring.criteria import parse_criteria_set

        return tuple(_parsed(path, parse_criteria_set) for path in sorted((self.resources / "scoring").glob("*.toml")))

    @cached_property
    def yearly_days(self) -> tuple[YearlyDay, ...]:
        """By which days of a year organisations hand in what, as an example."""
        from .domain.chasing.deadlines import parse_days

        return _parsed(self.resources / "chasing.toml", lambda table: parse_days(table))

    @cached_property
    def registration_periods(self) -> tuple[Period, ...]:
        """How long lists hang for comment, and what a school year is."""
        from .domain.registration.periods import parse_periods

        return _parsed(self.resources / "registration.toml", lambda table: parse_periods(table))

    @cached_property
    def direction_words(self) -> DirectionWords:
        """By which words less of a target is better; the checker reads the same file with its others."""
        from .domain.plan.directions import parse_direction_words

        return _parsed(self.resources / "checking" / "directions.toml", parse_direction_words)

    @cached_property
    def check_rules(self) -> CheckRules:
        """The word lists and figures of the document checker: every file of ``resources/checking`` as one."""
        from .domain.checking.rules import parse_check_rules

        folder = self.resources / "checking"
        merged: dict[str, Any] = {}
        file_of: dict[str, Path] = {}
        for path in sorted(folder.glob("*.toml")):
            table = _table(path)
            if twice := merged.keys() & table.keys():
                raise DefinitionError(path, f"mục “{min(twice)}”", f"mục này đã có trong {file_of[min(twice)].name}")
            merged |= table
            file_of |= dict.fromkeys(table, path)
        try:
            return parse_check_rules(merged)
        except ValueError as error:
            named = _QUOTED.search(str(error))  # the key the sentence is about, so that its file can be named
            raise DefinitionError(file_of.get(named[1] if named else "", folder), "", str(error)) from error

    @cached_property
    def law(self) -> Law:
        """The rules of every period, as shipped; the office's corrections stand in its data file."""
        law, problems = self.law_with_problems()
        if problems:
            raise problems[0]
        return law

    def law_with_problems(self) -> tuple[Law, tuple[DefinitionError, ...]]:
        """The law made of the good files of ``resources/law``, and what is wrong with the others.

        The period of a broken file keeps the rules of the one before it, none of them checked. Raises
        :class:`DefinitionError` only when nothing is left to stand on: the catalogue of awards, or every period.
        """
        return self._good_law

    @property
    def law_files(self) -> dict[str, LawFile | None]:
        """The files of ``resources/law`` by their names without ending; None is one that cannot be read."""
        return dict(self._law_files[0])

    @cached_property
    def _law_files(self) -> tuple[dict[str, LawFile | None], tuple[DefinitionError, ...]]:
        from .domain.rules.pack_parsing import is_law_file

        problems: list[DefinitionError] = []
        files: dict[str, LawFile | None] = {}
        for path in sorted((self.resources / "law").glob("*.toml")):
            if not is_law_file(path.stem):
                problems.append(DefinitionError(path, "", "tên tệp phải là ngày bắt đầu của thời kỳ (năm-tháng-ngày)"))
                continue
            try:
                files[path.stem] = _law_file(path)
            except DefinitionError as error:
                problems.append(_afresh(error))
                files[path.stem] = None
        return files, tuple(problems)

    @cached_property
    def _good_law(self) -> tuple[Law, tuple[DefinitionError, ...]]:
        from .domain.rules.pack_parsing import parse_law
        from .domain.rules.row_reading import LawError

        folder = self.resources / "law"
        files, problems = self._law_files
        try:
            law, wrong = parse_law(files)
        except LawError as error:
            known = [problem for problem in problems if error.file in (problem.path.name, folder.name)]
            raise _afresh(known[0] if known else _of_law(folder, error)) from error
        return law, (*problems, *(_of_law(folder, error) for error in wrong))

    def form(self, name: str) -> FormDefinition:
        """The form of that name ("plan", "targets")."""
        if name not in self._forms:
            from .domain.papers.form_parsing import parse_form

            self._forms[name] = _parsed(self.forms / f"{name}.toml", lambda table: parse_form(name, table))
        return self._forms[name]

    def form_text(self, name: str) -> str:
        """The text of the form of that name."""
        return _text(self.forms / f"{name}.toml")


def load_definitions(resources: Path, forms: Path) -> Definitions:
    """The definitions below these two folders; :class:`DefinitionError` when one of the folders is missing."""
    for folder in (resources, forms):
        if not folder.is_dir():
            raise DefinitionError(folder, "", "không có thư mục này")
    return Definitions(resources, forms)


def shipped_definitions() -> Definitions:
    """The definitions that came with the program."""
    return load_definitions(shipped.RESOURCES, shipped.FORMS)


def _parsed(path: Path, parse: Callable[[dict[str, Any]], _Made]) -> _Made:
    from .domain.papers.form_parsing import FormError

    table = _table(path)
    try:
        return parse(table)
    except FormError as error:
        raise DefinitionError(path, error.place, error.whole_reason) from error
    except ValueError as error:
        raise DefinitionError(path, "", str(error)) from error


def _law_file(path: Path) -> LawFile:
    from .domain.rules.row_reading import LawFile

    return LawFile(path.stem, _table(path), path.read_text(encoding="utf-8-sig"))


def _afresh(error: DefinitionError) -> DefinitionError:
    """The same fault without its traceback: one that is kept would hold everything that led to it."""
    return DefinitionError(error.path, error.place, error.reason)


def _of_law(folder: Path, error: LawError) -> DefinitionError:
    path = folder if error.file == folder.name else folder / error.file
    return DefinitionError(path, error.place, error.reason)


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise DefinitionError(path, _stopped(error), "sai cách viết TOML") from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")  # Notepad writes a mark in front
    except FileNotFoundError:
        raise DefinitionError(path, "", "không có tệp này") from None
    except UnicodeDecodeError:
        raise DefinitionError(path, "", "không phải tệp chữ UTF-8") from None
    except OSError as error:
        raise DefinitionError(path, "", "không đọc được tệp này") from error


def _stopped(error: tomllib.TOMLDecodeError) -> str:
    line, column = stopped_at(error)
    return f"dòng {line}, cột {column}" if line else "cuối tệp"
