"""What is said in the Corpus workspace: to save the chart in hand, or all of them as a page."""

from workbench.operations import counts_writing
from workbench.operations.progress import LongVerb, Progress
from workbench.ui.corpus.workspace import CorpusWorkspace
from workbench.ui.language import translate
from workbench.ui.pictures import look_of, write_picture
from workbench.ui.session import Session
from workbench.ui.window import Window


class CountVerbs:
    """Acts in the Corpus workspace; on duty while that is in front."""

    def __init__(self, window: Window, room: CorpusWorkspace, session: Session) -> None:
        self._window = window
        self._room = room
        self._session = session

    def save_picture(self) -> None:
        """Save the chart in hand as it is seen, as PNG or SVG."""
        chart, drawing = self._room.chart(), self._room.drawing()
        if chart is None or drawing is None:
            return
        out = self._window.ask.picture_to_write(f"{chart.id}.png")
        if out is not None:
            look = look_of(self._window.tokens)
            self._window.lookups.run(
                "picture",
                lambda _: write_picture(drawing, look, out),
                then=self._window.message.say,
            )

    def copy_table(self) -> None:
        """Copy the figures of the chart in hand."""
        self._room.table.copy_all()
        self._window.message.say(translate("CountVerbs", "The table is copied."))

    def write_counts(self) -> None:
        """Write all charts and their tables as a page that stands by itself."""
        counts, session = self._room.tally.counts, self._session
        out = self._window.ask.file_to_write("counts.html") if counts is not None else None
        if counts is None or out is None:
            return
        scheme, name = session.scheme, session.project.path.stem

        def write() -> LongVerb[str]:
            yield Progress(0, 0, str(out))
            counts_writing.write_html(counts, scheme, out, name=name)
            return str(out)

        self._window.lookups.run("report", lambda _: write(), then=self._window.message.say)
