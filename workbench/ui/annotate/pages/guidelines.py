"""The guideline page: what each label of a layer means, the one in hand first."""

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workbench.domain.scheme import Scheme
from workbench.ui.annotate.fields import plain_label
from workbench.ui.annotate.inspector.annotation_form import guideline_of


class GuidelinePage(QScrollArea):
    """Shows the guidelines of one layer's labels, or of all layers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Guideline"))

    def show_labels(self, scheme: Scheme, layer: str, label: str) -> None:
        """Show a layer's labels, the named one first; an empty layer shows all."""
        page = QFrame()
        page.setProperty("role", "panel")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(16, 14, 16, 14)
        rows.setSpacing(8)
        for each in scheme.layers:
            if layer in ("", each.id):
                rows.addWidget(plain_label(each.name, "heading"))
                rows.addWidget(plain_label(each.span_rule, "muted"))
                for shown in sorted(each.labels, key=lambda candidate: candidate.id != label):
                    rows.addLayout(guideline_of(shown, f"{shown.key}  {shown.name}"))
        rows.addStretch(1)
        self.setWidget(page)
