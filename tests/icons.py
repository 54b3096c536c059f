"""The icon in the forms that systems want: QT_QPA_PLATFORM=offscreen python -m tests.icons

Drawn from `resources/icons/workbench.svg`: PNG for Linux and macOS, ICO for Windows.
"""

from PySide6.QtGui import QGuiApplication, QIcon

from tests.conftest import CHECKOUT

ICONS = CHECKOUT / "resources" / "icons"
SIZES = {"workbench.png": 256, "workbench.ico": 256}


def main() -> None:
    """Draw all of them."""
    application = QGuiApplication([])
    icon = QIcon(str(ICONS / "workbench.svg"))
    for name, size in SIZES.items():
        icon.pixmap(size, size).save(str(ICONS / name))
    application.quit()


if __name__ == "__main__":
    main()
