"""February to March: organisations from the plan, what they register and commit to, and a commitment that changes."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from thidua_desktop.domain.destinations import REGISTRATION
from thidua_desktop.domain.registration.commitments import says
from thidua_desktop.domain.registration.results import adds_up
from thidua_desktop.domain.vietnamese import format_number
from thidua_desktop.services.registration import adjustments, registered
from thidua_desktop.services.registration.registrations import Standing
from thidua_desktop.ui.tabs.commitments.organisation_page import OrganisationPage
from thidua_desktop.ui.tabs.commitments.registering.culture import CulturePage
from thidua_desktop.ui.tabs.commitments.registering.pages import CULTURE, INITIATIVES, MOVEMENTS, TITLES
from thidua_desktop.ui.tabs.commitments.tab import BY_ORGANISATION

from .hands import Hands
from .organisations import LEAST, ON_PAPER, VILLAGE, listed, on_paper

NAMES = ("Trần Thị Mẫu", "Lê Văn Thử", "Phạm Thị Dụ", "Hoàng Văn Định", "Đặng Thị Điển", "Bùi Văn Hình")
_MORE = (  # who joins where a plan names few
    ("{village} Mẫu 1", VILLAGE),
    ("Hội Nông dân", "Tổ chức chính trị - xã hội"),
    ("Trường Tiểu học Mẫu", "Trường học"),
    ("{village} Mẫu 2", VILLAGE),
    ("Hội Liên hiệp Phụ nữ", "Tổ chức chính trị - xã hội"),
    ("Trạm Y tế", "Trạm y tế"),
)
_HOUSEHOLDS = ("Hộ ông Vũ Văn Ước", "Hộ bà Ngô Thị Lệ", "Hộ ông Đỗ Văn Giả")


def bring_in(hands: Hands) -> None:
    """The organisations that the plan names come into the year; where it names few, more are added by name."""
    hands.go_to(REGISTRATION)
    hands.shot("dang-ky-chua-co")
    hands.press("Lấy đơn vị từ kế hoạch…")
    tab = hands.window.pages.tab
    dialog = tab.bringing_in.dialog
    if dialog is None:
        hands.record.note(f"Kế hoạch không nêu đơn vị nào: {hands.ask.texts[-1]}")
    else:
        if not dialog.model.chosen:
            hands.press("Chọn tất cả")
        hands.shot("don-vi-trong-ke-hoach")
        hands.press("Lấy ")
    for name, kind in _MORE:
        before = len(listed(hands))
        if before >= LEAST and any(one.kind == VILLAGE for one in listed(hands)):
            break
        hands.choose("Đơn vị", "Thêm đơn vị…")
        hands.type_in(tab.bringing_in.dialog.name, name.format(village=hands.setting.village))
        hands.pick(tab.bringing_in.dialog.kind, kind)
        hands.press("Thêm 1 đơn vị")
        hands.until(lambda before=before: len(listed(hands)) > before, "chưa thêm được đơn vị")
    hands.shot("don-vi-trong-nam")


def register(hands: Hands) -> None:
    """The forms of some organisations come back on paper: the day, a commitment, and who registers what."""
    hands.go_to(REGISTRATION)
    for number, one in enumerate(on_paper(hands)):
        _register_one(hands, number, one)
    hands.until(lambda: all(one.received_on for one in on_paper(hands)), "ngày nộp chưa được ghi")
    hands.until(
        lambda: all(one.commitments and one.titles == ON_PAPER for one in on_paper(hands)),
        "cam kết, danh hiệu chưa được ghi",
    )
    hands.shot("dang-ky")
    _more_than_titles(hands)
    _households(hands)


def _register_one(hands: Hands, number: int, one: Standing) -> None:
    """Two people and the organisation itself, a commitment where it has none, and last the day it handed in."""
    tab = hands.window.pages.tab
    tab.show_organisation(one.organisation_id)
    page = tab.organisations.page
    hands.settle()
    if not one.commitments:
        model = page.commitments.model
        hands.fill(page.commitments.table, len(model.rows), {"planned": "5 mô hình", "name": "Xây dựng mô hình mẫu"})
    _link(hands, page)
    titles = page.titles
    personal, collective = titles_of(one.kind)
    for subject in NAMES[2 * number : 2 * number + 2]:
        cells = {"subject": subject, "subject_kind": "cá nhân", "award": personal}
        hands.fill(titles.table, titles.model.rows.count, cells)
    cells = {"subject": one.name, "subject_kind": "tập thể", "award": collective}
    hands.fill(titles.table, titles.model.rows.count, cells)
    hands.until(lambda model=titles.model: model.rows.count == ON_PAPER, f"danh hiệu của {one.name} chưa đủ")
    hands.type_in(page.received, f"{20 + number}/02/{hands.window.context.year}")


def _link(hands: Hands, page: OrganisationPage) -> None:
    """Commitments that name a target of the plan, with their organisation, go towards it, as the program proposes."""
    for row in page.commitments.model.rows:
        if row.target:
            continue
        page.commitments.choose(row.owner_id)
        hands.settle()
        found = page.window().findChildren(QPushButton)
        links = (one for one in found if one.isVisible() and one.text().startswith("Gắn với “"))
        link = next((one.text() for one in links if says(f"{row.name} {row.organisation}", one.toolTip())), None)
        if link:
            hands.press(link)


def titles_of(kind: str) -> tuple[str, str]:
    """What people of such an organisation may register, and what it may itself."""
    if kind in ("Công an", "Quân sự"):
        return "Chiến sĩ tiên tiến", "Đơn vị tiên tiến"
    return "Lao động tiên tiến", "Thôn, tổ dân phố văn hóa" if kind == VILLAGE else "Tập thể lao động tiên tiến"


def _more_than_titles(hands: Hands) -> None:
    """An initiative with its author, movements of the plan or a typed one."""
    pages = hands.window.pages.tab.organisations.page.registered
    pages.tabs.setCurrentIndex(INITIATIVES)
    hands.settle()
    view = pages.initiatives
    cells = {"name": "Tổ tự quản thu gom rác tại nguồn", "author": NAMES[-1], "scope": "cơ sở"}
    hands.fill(view.table, view.model.rows.count, cells)
    hands.until(lambda: view.model.rows.count == 1, "sáng kiến chưa được ghi")
    hands.scroll_to(view.table)
    hands.shot("sang-kien")
    pages.tabs.setCurrentIndex(MOVEMENTS)
    hands.settle()
    hands.press("Chọn từ kế hoạch…")
    if pages.movements.dialog is None:
        hands.fill(pages.movements.table, 0, {"name": "Toàn dân đoàn kết xây dựng đời sống văn hóa"})
    else:
        dialog = pages.movements.dialog
        for row in range(min(2, dialog.model.rowCount())):
            dialog.table.setFocus()
            dialog.table.go_to(row)
            hands.key("Space")
        hands.shot("phong-trao-tham-gia")
        hands.press(dialog.add_button.text())
    hands.until(lambda: pages.movements.model.rows.count, "phong trào chưa được ghi")
    hands.scroll_to(pages.movements.table)
    hands.shot("phong-trao")
    pages.tabs.setCurrentIndex(TITLES)
    hands.scroll_to(hands.window.pages.tab.organisations.page.received)


def _households(hands: Hands) -> None:
    """The households that register in a thôn, named one by one."""
    culture = _culture(hands)
    for name in _HOUSEHOLDS:
        hands.fill(culture.households.table, culture.households.model.rows.count, {"subject": name})
    hands.type_in(culture.figures["households"], str(len(_HOUSEHOLDS) + 1))
    hands.until(lambda: culture.households.model.rows.count == len(_HOUSEHOLDS), "danh sách hộ chưa đủ")
    hands.press("Danh sách có ")
    hands.window.pages.tab.organisations.page.registered.tabs.setCurrentIndex(TITLES)


def recognise_households(hands: Hands) -> None:
    """November: how many are recognised, and the day the list was put up."""
    hands.window.pages.tab.switch.setCurrentIndex(BY_ORGANISATION)
    culture = _culture(hands)
    hands.type_in(culture.figures["recognised"], str(len(_HOUSEHOLDS)))
    hands.type_in(culture.posted, f"10/11/{hands.window.context.year}")
    workspace = hands.window.context.workspace
    hands.until(lambda: registered.culture(workspace, culture.registration_id).posted_on, "số hộ chưa được ghi")
    hands.scroll_to(culture.households.table)
    hands.shot("ho-van-hoa")
    page = hands.window.pages.tab.organisations.page
    page.registered.tabs.setCurrentIndex(TITLES)
    hands.scroll_to(page.received)


def _culture(hands: Hands) -> CulturePage:
    """Where the households of a thôn are written."""
    tab = hands.window.pages.tab
    village = next(one for one in listed(hands) if one.kind == VILLAGE)
    tab.show_organisation(village.organisation_id)
    pages = tab.organisations.page.registered
    pages.tabs.setCurrentIndex(CULTURE)
    hands.settle()
    return pages.culture


def adjust(hands: Hands) -> None:
    """What was handed in says another figure from a day on, for a reason; the earlier one is kept."""
    tab, workspace = hands.window.pages.tab, hands.window.context.workspace
    tab.switch.setCurrentIndex(BY_ORGANISATION)
    tab.show_organisation(on_paper(hands)[0].organisation_id)
    page = tab.organisations.page
    model = page.commitments.model
    hands.settle()
    counted = [place for place, one in enumerate(model.rows) if one.planned and adds_up(one.planned.unit)]
    row = next(iter(counted), 0)
    commitment, planned = model.rows[row].owner_id, model.rows[row].planned
    unit = planned.unit if planned else "mô hình"
    figure = f"{format_number((planned.value or 0 if planned else 0) + (1 if adds_up(unit) else -1))} {unit}"
    hands.fill(page.commitments.table, row, {"planned": figure})
    dialog = hands.until(lambda: page.adjusting.dialog, "không mở được hộp điều chỉnh")
    hands.type_in(dialog.reason.lineEdit(), "Theo đề nghị của đơn vị")
    hands.shot("dieu-chinh-cam-ket")
    hands.press("Điều chỉnh")
    hands.until(lambda: adjustments.adjustments(workspace, commitment), "cam kết chưa được điều chỉnh")
    page.commitments.choose(commitment)
    hands.settle()
    hands.shot("cam-ket-da-dieu-chinh")
