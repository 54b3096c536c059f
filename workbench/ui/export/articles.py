"""Which articles go out, and how they are parted to train and test on."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from workbench.domain.splitting import GROUPINGS, META, Split, split_of
from workbench.operations.choosing import Choice
from workbench.ui.export.section import Section
from workbench.ui.language import quoted

_MOST = 999_999  # of seeds
_DATE = "2024-01-31"


class ArticleSection(Section):
    """Asks for source, dates, words and the split."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._source, self._search = self.line(), self.line()
        self._since = self._named(self.tr("From"), _DATE)
        self._until = self._named(self.tr("To"), _DATE)
        self._shares = self.line(self.tr("not split; 80/10/10"))
        self._seed = QSpinBox(self, maximum=_MOST, value=Split().seed)
        self._seed.setPrefix(self.tr("Seed "))
        self._seed.lineEdit().setTextMargins(8, 0, 0, 0)
        self._seed.setAccessibleName(self.tr("Seed"))
        self._seed.valueChanged.connect(lambda _: self.changed.emit())
        self._together = self.choice(self._groupings(GROUPINGS))
        self._by_date = self.tick(self.tr("Test on what is latest"))
        self.row(self.tr("Source"), self._source)
        self.row(self.tr("Dates"), self._since, self._until)
        self.row(self.tr("With the words"), self._search)
        self.row(self.tr("Split"), self._shares)
        self.row(self.tr("Stays together"), self._together)
        self.row("", self._seed, self._by_date)

    def said(self, choice: Choice) -> Choice:
        """A choice with what is asked for here."""
        return replace(
            choice,
            source=self._source.text().strip(),
            since=self._since.text().strip(),
            until=self._until.text().strip(),
            search=self._search.text().strip(),
        )

    def split(self) -> Split | None:
        """How the corpus is parted, if it is; raises `UserError` for shares that are none."""
        shares = self._shares.text().strip()
        if not shares:
            return None
        how = {"group_by": str(self._together.value()), "by_date": self._by_date.isChecked()}
        return split_of(shares, seed=self._seed.value(), **how)  # type: ignore[arg-type]  # of these

    def show_choice(self, choice: Choice, split: Split | None) -> None:
        """Show what a choice and a split ask for."""
        self._source.setText(choice.source)
        self._since.setText(choice.since)
        self._until.setText(choice.until)
        self._search.setText(choice.search)
        self._shares.setText("/".join(map(str, split.shares)) if split else "")
        how = split or Split()
        self._seed.setValue(how.seed)
        self._together.show_value(how.group_by)
        self._by_date.setChecked(how.by_date)

    def offer_groupings(self, of_metadata: Iterable[str]) -> None:
        """Offer to keep together what has the same metadata, also; what holds stays so."""
        held = self._together.value()
        self._together.show_entries(self._groupings([*GROUPINGS, *of_metadata]))
        self._together.show_value(held)

    def _named(self, name: str, example: str) -> QLineEdit:
        """A line among others in its row."""
        line = self.line(f"{name} {example}")
        line.setAccessibleName(name)
        return line

    def _groupings(self, others: Iterable[str]) -> list[tuple[str, str]]:
        """What can stay together, near-duplicates alone first."""
        names = {
            "": self.tr("Near-duplicates"),
            "source": self.tr("Near-duplicates and one source"),
            "date": self.tr("Near-duplicates and one day"),
        }
        of_metadata = self.tr("Near-duplicates and the same {}")
        return [
            (names.get(each) or of_metadata.format(quoted(each.removeprefix(META))), each)
            for each in ("", *others)
        ]
