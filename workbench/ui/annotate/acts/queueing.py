"""The order of the article list: the project's, or by what an article would teach.

Asked for again whenever a layer is finished; the article in hand stays where it is, so that *next*
goes on from it.
"""

from workbench.domain.changes import Changes
from workbench.operations import queueing
from workbench.operations.queueing import Queue
from workbench.ui.annotate.hand import Hand
from workbench.ui.language import number, translate

JOB = "queue"


class QueueActs:
    """Orders the articles by expected gain, and back."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._list = hand.workspace.list
        self._by_gain = False
        self._list.order_wanted.connect(self._on_order_wanted)
        hand.session.changed.connect(self._on_changed)
        hand.session.annotator_changed.connect(self._on_annotator_changed)

    def order_by_gain(self) -> None:
        """Show first what would teach most; said again, the order of the project."""
        self._on_order_wanted("import" if self._by_gain else "gain")

    def _on_order_wanted(self, order: str) -> None:
        self._by_gain = order == "gain"
        if self._by_gain:
            self._ask()
        else:
            self._list.set_order(None)

    def _ask(self, *, tell: bool = True) -> None:
        project, who = self._hand.session.project, self._hand.session.annotator
        self._hand.lookups.run(
            JOB,
            lambda _: queueing.by_expected_gain(project, annotator=who),
            then=lambda queue: self._take(queue, tell=tell),
        )

    def _take(self, queue: Queue, *, tell: bool) -> None:
        if not self._by_gain:
            return
        self._list.set_order(queue.order)
        if queue.fixed and tell:
            told = translate(
                "QueueActs",
                "Articles that several people annotate keep their order, since an order by gain "
                "would make their agreement say nothing of the others: {}.",
            )
            self._hand.hint.emit(told.format(number(queue.fixed)))

    def _on_changed(self, changes: Changes) -> None:
        if self._by_gain and changes.touches("assignment", "article", "suggester"):
            self._ask(tell=False)

    def _on_annotator_changed(self) -> None:
        if self._by_gain:
            self._ask()
