"""What Word's styles say about a paragraph or a run: bold, italic, centred, heading level, numbering."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from .package import W

_MAX_CHAIN = 20  # styles based on each other in a ring must not hang the reader


def value(element: etree._Element | None) -> str:
    """The w:val of an element, "" when there is none."""
    return (element.get(f"{W}val") or "") if element is not None else ""


def switched(element: etree._Element | None) -> bool | None:
    """An on/off property: None when not given."""
    return None if element is None else value(element).lower() not in ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class NumberRef:
    """Which list a paragraph is in, and at which level (0 first)."""

    list_id: str
    level: int


class Styles:
    """The styles part, asked for one property at a time along the chain of based-on styles."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = root.iter(f"{W}style") if root is not None else ()
        self._styles = {style.get(f"{W}styleId") or "": style for style in styles}
        self._fonts = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
        self._default = next(
            (
                name
                for name, style in self._styles.items()
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
            ),
            "",
        )

    def of_paragraph(self, paragraph: etree._Element) -> str:
        """The id of the paragraph's style."""
        return value(paragraph.find(f"{W}pPr/{W}pStyle")) or self._default

    def on(self, style: str, name: str) -> bool:
        """Whether a run property ("b", "i") is on in the style."""
        return bool(switched(self._find(style, f"{W}rPr/{W}{name}")))

    def font(self, own: etree._Element | None, styles: list[str]) -> str:
        """The font of letters beyond plain ones: a run's own, that of its styles in order, or the file's default."""
        places = [own.find(f"{W}rFonts") if own is not None else None]
        places += [self._find(style, f"{W}rPr/{W}rFonts") for style in styles if style]
        for fonts in (*places, self._fonts):
            name = (fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii") or "") if fonts is not None else ""
            if name:
                return name
        return ""

    def alignment(self, paragraph: etree._Element) -> str:
        """The paragraph's w:jc, its own or its style's."""
        own = value(paragraph.find(f"{W}pPr/{W}jc"))
        return own or value(self._find(self.of_paragraph(paragraph), f"{W}pPr/{W}jc"))

    def outline(self, paragraph: etree._Element) -> int:
        """The heading level from 1, 0 for body text."""
        own = value(paragraph.find(f"{W}pPr/{W}outlineLvl"))
        found = own or value(self._find(self.of_paragraph(paragraph), f"{W}pPr/{W}outlineLvl"))
        return int(found) + 1 if found.isdigit() and int(found) < 9 else 0

    def number(self, paragraph: etree._Element) -> NumberRef | None:
        """The list the paragraph is in; list "0" switches numbering off."""
        style = self.of_paragraph(paragraph)
        own = paragraph.find(f"{W}pPr/{W}numPr")
        of_style = self._find(style, f"{W}pPr/{W}numPr")
        list_id = value(own.find(f"{W}numId")) if own is not None else ""
        if not list_id and of_style is not None:
            list_id = value(of_style.find(f"{W}numId")) or self._list_below(style)
        if not list_id or list_id == "0":
            return None
        level = value(own.find(f"{W}ilvl")) if own is not None else ""
        if not level and of_style is not None:
            level = value(of_style.find(f"{W}ilvl"))
        return NumberRef(list_id, int(level) if level.isdigit() else 0)

    def _list_below(self, style: str) -> str:
        return value(self._find(style, f"{W}pPr/{W}numPr/{W}numId"))

    def _find(self, style: str, path: str) -> etree._Element | None:
        for _ in range(_MAX_CHAIN):
            element = self._styles.get(style)
            if element is None:
                return None
            found = element.find(path)
            if found is not None:
                return found
            style = value(element.find(f"{W}basedOn"))
        return None
