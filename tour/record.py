"""What a tour did: its steps, their pictures, the papers it wrote; told in ``tour.md``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from thidua_desktop.domain.vietnamese import folded_line
from thidua_desktop.exporting.files import file_name


class StepFailed(Exception):  # noqa: N818  (what is the case)
    """A step did not do what it should; the text names it."""


@dataclass
class Step:
    """One step: what the clerk does, and what it left behind, as paths below the tour's folder."""

    title: str
    pictures: list[str] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class Record:
    """Keeps the steps and names their files; ``folder`` is where everything goes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.steps: list[Step] = []
        for part in ("anh", "giay-to"):
            (folder / part).mkdir(parents=True, exist_ok=True)

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """One step; whatever goes wrong in it is told with its title."""
        self.steps.append(Step(title))
        print(f"{len(self.steps)}. {title}", flush=True)  # also tells where a crash happened
        try:
            yield
        except Exception as error:
            raise StepFailed(f"{title}: {error or type(error).__name__}") from error

    @property
    def now(self) -> Step:
        """The step that is being done."""
        return self.steps[-1]

    def picture(self, name: str) -> Path:
        """Where the next picture goes: numbered through the whole tour, its name without marks and spaces."""
        number = sum(len(step.pictures) for step in self.steps) + 1
        plain = folded_line(file_name(name)).replace(" ", "-")
        self.now.pictures.append(f"anh/{number:02d}-{plain}.png")
        return self.folder / self.now.pictures[-1]

    def paper(self, name: str, ending: str) -> Path:
        """Where the next paper goes."""
        number = len(self.steps)
        self.now.papers.append(f"giay-to/{number:02d}-{file_name(name)}.{ending}")
        return self.folder / self.now.papers[-1]

    def note(self, text: str) -> None:
        """Something worth reading about the step."""
        self.now.notes.append(text)

    def write(self) -> Path:
        """Writes ``tour.md``."""
        lines = ["# Một vòng thi đua trong chương trình", ""]
        for number, step in enumerate(self.steps, start=1):
            lines += [f"## {number}. {step.title}", "", *step.notes, *[""] * bool(step.notes)]
            lines += [f"![{step.title}]({picture})" for picture in step.pictures]
            lines += ["", *(f"- [{Path(paper).name}]({paper})" for paper in step.papers), ""]
        path = self.folder / "tour.md"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path
