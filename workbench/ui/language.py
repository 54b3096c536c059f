"""The window's language: which there are, and how a text is said in the one in use.

English stands in the sources, the others in `resources/translations`, which `python -m
tests.translations` keeps in step with the sources. A text is `self.tr("…")` in a QObject,
`_T("context", "…")` in a table, and `translate("Context", "…")` everywhere else: these three are
found in the sources, and under the very context by which they are looked up when the window runs.
"""

from collections.abc import Iterator
from typing import Literal, get_args

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, Qt, QTranslator

from workbench.settings.resources import resources_folder

Language = Literal["en", "de"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
_COUNTRIES: dict[Language, str] = {"en": "en_GB", "de": "de_DE"}  # whose dates are written


def translate(context: str, text: str) -> str:
    """A text in the user's language, said by what is no QObject."""
    return QCoreApplication.translate(context, text)


def quoted(words: str) -> str:
    """Words in the quotation marks of the language."""
    return translate("language", "“{}”").format(words)


def short_quote(quote: str, longest: int) -> str:
    """A quote on one line; of one with more characters the first words and the last, as they fit.

    Both borders of a mark are seen, since it is there that marks differ.
    """
    words = " ".join(quote.split())
    if len(words) <= longest:
        return quoted(words)
    half = (longest - 3) // 2
    first, last = words[: half + 1], words[-half - 1 :]
    first = first.rpartition(" ")[0] or first[:-1]
    last = last.partition(" ")[2] or last[1:]
    return quoted(f"{first} … {last}")


def number(value: float, *, decimals: int = 0) -> str:
    """A number as the language writes it."""
    return QLocale().toString(float(value), "f", decimals)


def day(written: str) -> str:
    """A day, given by ISO 8601, as the language writes it; years and months alone stay."""
    date, locale = QDate.fromString(written[:10], Qt.DateFormat.ISODate), QLocale()
    if not date.isValid():
        return written
    if locale.language() == QLocale.Language.C:  # no language, so no custom
        return written[:10]
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return locale.toString(date, short if "yyyy" in short else short.replace("yy", "yyyy"))


def use_language(app: QCoreApplication, language: str) -> None:
    """Say everything in a language from now on; one that is not known is the system's.

    Windows that are open keep their texts, so this comes before they are made. Numbers and dates
    are written as the system writes them, unless it speaks another language.
    """
    chosen = next((known for known in LANGUAGES if known == language), None)
    locale = QLocale.system()
    if chosen and not locale.name().startswith(chosen):
        locale = QLocale(_COUNTRIES[chosen])
    QLocale.setDefault(locale)
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    for translator in _translators(app, chosen or _of_system()):
        app.installTranslator(translator)


def language_in_use() -> Language:
    """The language in which the window speaks: English where none was chosen yet."""
    said = translate("language", "en")  # a translation names its own language here
    return next((known for known in LANGUAGES if known == said), "en")


def _of_system() -> Language:
    """The first language known here among those that the system asks for, or English."""
    wanted = (tag.partition("-")[0] for tag in QLocale.system().uiLanguages())
    return next((known for tag in wanted for known in LANGUAGES if known == tag), "en")


def _translators(app: QCoreApplication, language: Language) -> Iterator[QTranslator]:
    """What translates Qt's own texts and ours; English needs nothing."""
    folders = {
        "qtbase": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
        "workbench": str(resources_folder() / "translations"),
    }
    for name, folder in folders.items():
        translator = QTranslator(app)
        if language != "en" and translator.load(f"{name}_{language}", folder):
            yield translator
