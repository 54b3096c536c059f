"""What a reviewer says to the window: to compare, to settle by keys, to write a report.

Only one who reviews sees the work of others side by side; whoever annotates stays blind to it.
"""

from workbench.operations import adjudicating, agreement_writing, voting
from workbench.operations.charts.grid import draw_heat_map
from workbench.operations.progress import LongVerb, Progress
from workbench.ui.language import number, translate
from workbench.ui.pictures import look_of, write_picture
from workbench.ui.review.agreed_dialog import AgreedDialog
from workbench.ui.review.figures import heat_map
from workbench.ui.review.workspace import ReviewWorkspace
from workbench.ui.window import Window


class ReviewVerbs:
    """Acts in the Review workspace; on duty while that is in front."""

    def __init__(self, window: Window, room: ReviewWorkspace) -> None:
        self._window = window
        self._room = room
        self._lanes = room.lanes
        self._desk = room.desk

    def compare_again(self) -> None:
        """Compare and measure everything anew."""
        self._room.compare_again()

    def settle_all_agreed(self) -> None:
        """Make gold all that readers agree on, in all articles, after a look at it."""
        desk, project = self._desk, self._desk.session.project
        agreed = desk.ranking.places(adjudicating.is_agreed)
        if not agreed:
            self._window.message.say(translate("ReviewVerbs", "Nothing is left that all agree on."))
            return
        dialog = AgreedDialog(agreed, desk.session.scheme, desk.title, self._window)
        if not self._window.ask.answered(dialog):
            return
        reviewer, layers = desk.session.annotator, desk.layers
        readers = [person for person in desk.people() if person.id in desk.annotators]
        self._window.jobs.run(
            "settle",
            lambda _: voting.adjudicate(
                project, reviewer=reviewer, rule="unanimous", annotators=readers, layers=layers
            ),
            then=self._tell,
        )

    def _tell(self, report: dict[str, dict[str, int]]) -> None:
        said = translate("ReviewVerbs", "Places that are gold now: {}.")
        self._window.message.say(said.format(number(sum(report["gold"].values()))))

    def write_report(self) -> None:
        """Write the figures with the worst articles as a page that stands by itself."""
        figures, project = self._desk.figures, self._desk.session.project
        out = self._window.ask.file_to_write("agreement.html") if figures is not None else None
        if figures is None or out is None:
            return

        def write() -> LongVerb[str]:
            yield Progress(0, 0, str(out))
            agreement_writing.write_html(project, figures, out)
            return str(out)

        self._window.jobs.run("report", lambda _: write(), then=self._window.message.say)

    def save_heat_map(self) -> None:
        """Save the heat map of pairs and labels as it is seen, as PNG or SVG."""
        overview = self._room.overview
        grid, look = overview.pairs.grid(), look_of(self._window.tokens)
        out = self._window.ask.picture_to_write("agreement.png") if grid.rows else None
        if out is not None:
            drawing = draw_heat_map(overview.pairs_named(), heat_map(grid))
            self._window.lookups.run(
                "picture",
                lambda _: write_picture(drawing, look, out),
                then=self._window.message.say,
            )

    # --- settling

    def next_open_place(self) -> None:
        """Go to the next place that is open."""
        self._lanes.next_open()

    def next_place(self) -> None:
        """Go to the next place."""
        self._lanes.step(1)

    def previous_place(self) -> None:
        """Go to the place before."""
        self._lanes.step(-1)

    def nothing_here(self) -> None:
        """Decide that nothing is here."""
        self._lanes.nothing_here()

    def take_agreed(self) -> None:
        """Take all places of the article on which all agree."""
        self._lanes.take_agreed()

    def merge_borders(self) -> None:
        """Make gold all that anyone marked here."""
        self._lanes.merge_borders()

    def write_own(self) -> None:
        """Ask for a label for the selected words, or for those of the place in hand."""
        self._lanes.ask_label()

    def take_relations(self) -> None:
        """Ask whose relations from the place in hand become gold."""
        self._lanes.ask_whose_relations()

    def leave_open(self) -> None:
        """Leave the place open."""
        self._lanes.leave_open()

    def ask_why(self) -> None:
        """Let the person say why."""
        self._lanes.ask_why()

    def unsettle(self) -> None:
        """Take the decision about the place in hand back."""
        self._lanes.unsettle()

    def show_names(self) -> None:
        """Show whose lanes they are, or hide it again."""
        self._lanes.show_names()

    def leave_lanes(self) -> None:
        """Let go of a question, or go back to the list."""
        if not self._lanes.let_go():
            self._room.show_overview()
