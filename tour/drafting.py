"""The next January: a new plan from this year's, its targets and words, up to the issued paper."""

from __future__ import annotations

import re
from functools import partial

from thidua_desktop.domain.destinations import PLANS
from thidua_desktop.domain.plan.plans import Plan
from thidua_desktop.domain.plan.states import ISSUED
from thidua_desktop.domain.registration.results import adds_up
from thidua_desktop.services.plan import plans, target_text
from thidua_desktop.ui.tabs.plans.find_bar import LOOK_AFTER
from thidua_desktop.ui.tabs.plans.outline_nodes import Key, list_key

from .hands import Hands, expect
from .planning import look_at_pages

TARGETS = "plan_targets"
REPLACED = (("trên địa bàn xã", "trong toàn xã"), ("kịp thời", "nhanh chóng"), ("thực hiện tốt", "làm tốt"))
FOUND_AFTER = LOOK_AFTER / 1000 + 0.1
_CHECKED = 4  # waits of a picture until it has what the check says too: 0.8 seconds, less where nobody looks


def begin(hands: Hands) -> None:
    """The ways to begin are looked at; this year's plan is taken, one proposal fewer."""
    hands.go_to(PLANS)
    tab, year = hands.window.pages.tab, hands.window.context.year
    hands.choose("Khác", "Lấy câu mẫu từ kế hoạch này")
    hands.press("Lập kế hoạch…")
    dialog = hands.until(lambda: tab.new_plan.dialog, "không mở được cửa sổ lập kế hoạch")
    for name in ("lap-tu-de-cuong", "lap-tu-tep"):
        hands.key("Down")
        hands.shot(name)
    for _ in range(2):
        hands.key("Up")
    model = dialog.of_plan.model
    certain = sum(map(model.is_ticked, range(model.rowCount())))
    dialog.of_plan.table.setFocus()
    dialog.of_plan.table.go_to(next(filter(model.is_ticked, range(model.rowCount())), 0))
    hands.key("Space")
    expect(sum(map(model.is_ticked, range(model.rowCount()))) == certain - 1, "phím cách không bỏ được dấu chọn")
    hands.shot("lap-tu-ke-hoach-truoc")
    hands.key("Space")
    hands.press(f"Lập kế hoạch năm {year + 1}")
    hands.until(lambda: tab.editor.plan.year == year + 1, "chưa lập được kế hoạch năm sau")
    hands.record.note(f"{model.rowCount()} chỗ nên đổi, {certain} chỗ chắc chắn.")
    shot_checked(hands, "ke-hoach-nam-sau")


def shot_checked(hands: Hands, name: str) -> None:
    """A picture with what the check says of the plan as it stands now."""
    hands.settle(_CHECKED * hands.quiet)
    hands.shot(name)


def change_target(hands: Hands) -> None:
    """A figure is typed in the table; the sentence in the text has it too."""
    editor = hands.window.pages.tab.editor
    before, after = raise_figure(hands)
    hands.shot("chi-tieu-sua-trong-bang")
    if after:
        expect(after != before, "câu trong văn bản không đổi theo con số")
        hands.press("Tới câu đó")
        hands.until(lambda: editor.section.chosen_words() == after, "không tới được câu của chỉ tiêu")
        hands.shot("chi-tieu-trong-van-ban")


def raise_figure(hands: Hands) -> tuple[str, str]:
    """Makes a figure of the table one higher; the sentence in the text before and after, "" where none has figures."""
    editor = hands.window.pages.tab.editor
    editor.tree.choose(list_key(TARGETS))
    hands.settle()
    view, found = editor.lists[TARGETS], _movable(hands, editor.plan)
    if found is None:
        hands.record.note("Không chỉ tiêu nào có con số trong văn bản.")
        return "", ""
    row, values = found
    target = editor.plan.targets[row]
    hands.fill(view.table, row, {"values": values})
    view.table.go_to(row)
    hands.until(lambda: _stored(hands).targets[row].values != target.values, "con số mới chưa được lưu")
    quote = _stored(hands).targets[row].quote
    hands.record.note(f"“{target.quote}” → “{quote}”")
    return target.quote, quote


def _stored(hands: Hands) -> Plan:
    return plans.plan(hands.window.context.workspace, hands.window.pages.tab.editor.plan.id)


def _movable(hands: Hands, plan: Plan) -> tuple[int, str] | None:
    """The first target with a figure in the text that may be one higher, and what its cell says then."""
    places = target_text.target_places(hands.window.context.workspace, plan.id)
    model = hands.window.pages.tab.editor.lists[TARGETS].model
    column = [one.key for one in model.columns].index("values")
    for row, target in enumerate(plan.targets):
        if len(target.values) != 1 or places[target.id].standing != "there":
            continue
        cell = model.text(row, column)
        figure = re.search(r"(?<![\d.,])\d+(?!\.?\d)", cell)  # a whole number, or what stands before its comma
        is_part = target.parent is not None and adds_up(target.values[0].unit)  # another one would break the sum
        if figure and int(figure[0]) < 99 and not is_part:
            return row, f"{cell[: figure.start()]}{int(figure[0]) + 1}{cell[figure.end() :]}"
    return None


def write(hands: Hands) -> None:
    """A phrase of the store comes in with two keys; words are replaced in the whole plan."""
    editor = hands.window.pages.tab.editor
    section = next(one for one in reversed(list(editor.plan.all_sections())) if one.body)
    editor.tree.choose(Key("section", section.id))
    editor.section.choose_words(Key("section", section.id), len(section.body) - 1, len(section.body[-1].text), 0)
    text = editor.section.editor
    text.setFocus()
    for keys in ("Return", "Ctrl+Space"):
        hands.key(keys)
    hands.until(lambda: text.phrases.isVisible() and text.phrases.offers, "không có câu mẫu nào")
    hands.shot("cau-mau")
    hands.key("Return")
    wanted = text.phrases.offers[0].text
    hands.until(lambda: wanted in _words(_stored(hands)), "câu mẫu chưa vào văn bản")
    shot_checked(hands, "cau-mau-da-chen")
    hands.key("Ctrl+H")
    bar = editor.find
    for words, _ in REPLACED:
        hands.type_in(bar.words, words)
        hands.settle(FOUND_AFTER)
        if bar.hits:
            break
    count, other = len(bar.hits), dict(REPLACED)[words]
    expect(count, "không có chữ nào để thay")
    hands.type_in(bar.other, other)
    hands.shot("tim-va-thay")
    hands.press("Thay tất cả")
    hands.until(lambda: hands.ask.notices[-1].text == f"Đã thay {count} chỗ.", "chưa thay được")
    shot_checked(hands, "da-thay")
    bar.words.setFocus()
    hands.key("Escape")
    hands.record.note(f"Thay “{words}” bằng “{other}”: {count} chỗ.")


def _words(plan: Plan) -> str:
    """The text below and in the headings: a line after a numbered one is numbered too."""
    return "\n".join(
        words for one in plan.all_sections() for words in (one.heading or "", *(line.text for line in one.body))
    )


def issue(hands: Hands) -> None:
    """For opinions, for signing, issued with number and day; the papers as they go out."""
    tab = hands.window.pages.tab
    for words in ("Chuyển sang lấy ý kiến", "Chuyển sang trình ký"):
        hands.choose(tab.states.button.text(), words)
    shot_checked(hands, "trinh-ky")
    issue_with(hands, "8", f"08/01/{hands.window.context.year}", "ban-hanh-ke-hoach")
    shot_checked(hands, "ke-hoach-da-ban-hanh")
    look_at_pages(hands, "ke-hoach-da-ban-hanh-xem-truoc")
    hands.written("Kế hoạch ban hành", "docx", partial(hands.press, "Xuất Word"))
    hands.written("Kế hoạch ban hành", "pdf", lambda path: hands.choose("Khác", "Xuất PDF…", answers=[path]))


def issue_with(hands: Hands, number: str, day: str, picture: str) -> None:
    """Issues the plan in view with that number and day; a picture of the question."""
    tab = hands.window.pages.tab
    hands.choose(tab.states.button.text(), "Ban hành…")
    hands.type_in(tab.states.dialog.number, number)
    hands.type_in(tab.states.dialog.day, day)
    hands.shot(picture)
    hands.press("Ban hành")
    hands.until(lambda: _stored(hands).state == ISSUED, "kế hoạch chưa được ban hành")
