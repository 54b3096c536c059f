"""Teaching a suggester by one's own finished articles, beside the window.

Nothing is taught by itself: training takes the machine for a minute, and a person should know what
their suggestions come from. What came of it is said in a sentence, also where nothing was changed.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.ui.language import number, translate
from workbench.ui.window import Window

if TYPE_CHECKING:
    from workbench.operations.training import Taught


class LearningVerbs:
    """Teaches suggesters; `models` is the folder that learned models are kept in."""

    def __init__(self, window: Window, models: Path) -> None:
        self._window = window
        self._models = models

    def learn_from_me(self) -> None:
        """Teach every layer in which the person has finished enough articles."""
        from workbench.operations import training  # noqa: PLC0415

        session = self._window.session
        if session is None:
            return
        project, who = session.project, session.annotator
        self._window.jobs.run(
            "train",
            lambda worker: training.train_layers(
                project, annotator=who, models=self._models, jobs=1, worker=worker
            ),
            then=self._tell,
        )

    def _tell(self, taught: "list[Taught]") -> None:
        session = self._window.session
        if session is None:
            return
        names = {layer.id: layer.name for layer in session.scheme.layers}
        self._window.message.say("\n".join(_said(each, names[each.layer]) for each in taught))


def _said(taught: "Taught", layer: str) -> str:
    """What came of teaching a layer, in one line."""
    figures = translate("LearningVerbs", "{}: {} → {} ± {} on {} articles.").format(
        layer,
        *(number(round(100 * figure)) for figure in (taught.before, taught.after, taught.error)),
        number(taught.articles),
    )
    if taught.name:
        kept = translate("LearningVerbs", "From now on “{}” suggests.").format(taught.name)
    else:
        kept = translate("LearningVerbs", "Not enough articles to tell; nothing was changed.")
    return f"{figures} {kept}"
