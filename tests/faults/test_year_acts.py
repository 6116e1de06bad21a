"""Every act of the year: taken back and done again after a restart, refused whole on a full disk, killed without trace."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path

import pytest

from tests.faults.conftest import ROOT
from tests.faults.year_acts import ACTS
from tests.storage.samples import tables_of
from thidua_desktop import bootstrap
from thidua_desktop.services import history
from thidua_desktop.services.office import safekeeping
from thidua_desktop.storage.errors import DiskFull


@pytest.mark.parametrize("act", ACTS)
def test_taken_back_and_done_again_after_a_restart(sample: Path, act: str) -> None:
    before = tables_of(sample)
    with closing(bootstrap.open_workspace(sample).file) as file:
        log = file.query("SELECT count(*) FROM acts")[0][0]
        ACTS[act](bootstrap.Workspace(file, bootstrap.shipped_definitions()))
        done = file.query("SELECT count(*) FROM acts")[0][0] - log
    after = tables_of(sample)
    assert after != before
    for way, expected in ((history.undo, before), (history.redo, after), (history.undo, before)):
        with closing(bootstrap.open_workspace(sample).file) as file:
            for _ in range(done):
                way(bootstrap.Workspace(file, bootstrap.shipped_definitions()))
        assert tables_of(sample) == expected


@pytest.mark.parametrize("act", ACTS)
def test_a_full_disk_stores_all_of_it_or_nothing(sample: Path, act: str) -> None:
    """The act and its undo in turn, until the log has no room left."""
    with closing(bootstrap.open_workspace(sample).file) as file:
        workspace = bootstrap.Workspace(file, bootstrap.shipped_definitions())
        file.query(f"PRAGMA max_page_count={file.query('PRAGMA page_count')[0][0]}")
        for step in islice(cycle((ACTS[act], history.undo)), 400):
            kept = tables_of(sample, with_log=True)
            try:
                step(workspace)
            except DiskFull as error:
                assert "đã đầy" in error.happened and "còn nguyên" in error.happened
                break
        else:
            pytest.fail("the disk never filled up")
        assert tables_of(sample, with_log=True) == kept


@pytest.mark.parametrize("act", ["bring_in", "enter_results", "take_registered", "choose", "issue", "remove_the_plan"])
@pytest.mark.parametrize("number", [8, 38])
def test_killed_in_the_middle_leaves_nothing_of_it(sample: Path, act: str, number: int) -> None:
    before = tables_of(sample)
    command = [sys.executable, "-X", "utf8", "-m", "tests.faults.year_acts", str(sample), act, str(number)]
    killed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert killed.returncode == 9, killed.stderr
    with closing(bootstrap.open_workspace(sample).file) as file:
        assert tables_of(sample) == before
        ACTS[act](bootstrap.Workspace(file, bootstrap.shipped_definitions()))
    assert [line.text for line in safekeeping.doctor(sample) if not line.ok and "bản sao lưu" not in line.text] == []
