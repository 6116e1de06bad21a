"""Vietnamese for what Qt itself says: buttons, file and print dialogs, text menus, dates.

Qt's wheels carry no Vietnamese texts; ours are in ``resources/qtbase_vi.ts``. After a change there:
``pyside6-lrelease resources/qtbase_vi.ts -qm resources/qtbase_vi.qm``
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from thidua_desktop.shipped import resource

TEXTS = resource("qtbase_vi.qm")


def install(app: QCoreApplication) -> QTranslator:
    """Make Vietnamese the language of Qt and of dates and numbers; raises ``FileNotFoundError`` without the texts."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    translator = QTranslator(app)
    if not translator.load(str(TEXTS)):
        raise FileNotFoundError(TEXTS)
    app.installTranslator(translator)
    return translator
