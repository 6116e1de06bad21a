"""The plan that a tour reads unless it is given another: the sample's, as the program itself writes it."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop import bootstrap
from thidua_desktop.cli_exports import chosen_subject, export
from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.exports import EXPORTS

YEAR = 2026


def sample_file(path: Path) -> Path:
    """The sample's data file at ``path``, made when it is not there."""
    if not path.exists():
        bootstrap.close_workspace(bootstrap.create_sample(path))
    return path


def sample_plan(path: Path) -> Path:
    """The sample's plan as a .docx at ``path``."""
    with bootstrap.opened(sample_file(path.with_name("Dữ liệu mẫu.thidua"))) as workspace:
        request = chosen_subject(workspace, EXPORTS["plan"], Request(YEAR))
        return export(workspace, EXPORTS["plan"], request, path)
