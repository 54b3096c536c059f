"""Labels of the whole article by digits, one after the other; those with text in the inspector."""

from workbench.operations import statuses
from workbench.ui.annotate.choosing import keys
from workbench.ui.annotate.hand import Hand


class ArticleLabelActs:
    """Labels the article in hand."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        hand.on_answer("article_label", self._set)
        hand.workspace.inspector.article_label_changed.connect(self._label)

    def article_labels(self) -> None:
        """Label the article, beginning with what has no value yet; said again, the next label."""
        if self._hand.question.mode == "article_label":
            self._hand.wait_for(self._hand.question.following())
        elif self._hand.session.article:
            given = self._hand.workspace.article_labels()
            kinds = [kind for kind in self._hand.scheme.article_labels if kind.values]
            kinds.sort(key=lambda kind: kind.id in given)
            self._hand.wait_for(
                keys.in_turn(keys.for_article_label(k, given.get(k.id, ())) for k in kinds)
            )

    def _set(self, question: keys.Question, choice: keys.Choice) -> None:
        given = self._hand.workspace.article_labels().get(question.about, ())
        values = _toggled(given, choice.value) if question.several else (choice.value,)
        self._label(question.about, values)
        if question.several:
            self._hand.wait_for(question.with_chosen(*values))
        else:
            self._hand.wait_for(question.following())

    def _label(self, name: str, values: tuple[str, ...]) -> None:
        session = self._hand.session
        if session.article:
            session.do(statuses.label_article, article=session.article, name=name, values=values)


def _toggled(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    """The values with one more, or without it where it was there."""
    return tuple(v for v in values if v != value) if value in values else (*values, value)
