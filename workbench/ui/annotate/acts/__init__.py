"""What a person says in the Annotate workspace: one method a command, in modules by topic."""

from workbench.ui.annotate.acts.accepting import AcceptingActs
from workbench.ui.annotate.acts.article_labels import ArticleLabelActs
from workbench.ui.annotate.acts.articles import ArticleActs
from workbench.ui.annotate.acts.borders import BorderActs
from workbench.ui.annotate.acts.correcting import CorrectingActs
from workbench.ui.annotate.acts.details import DetailActs
from workbench.ui.annotate.acts.feedback import FeedbackActs
from workbench.ui.annotate.acts.ghosts import GhostActs
from workbench.ui.annotate.acts.history import HistoryActs
from workbench.ui.annotate.acts.labelling import LabelActs
from workbench.ui.annotate.acts.occurrences import OccurrenceActs
from workbench.ui.annotate.acts.questions import QuestionActs
from workbench.ui.annotate.acts.queueing import QueueActs
from workbench.ui.annotate.acts.relating import RelationActs
from workbench.ui.annotate.acts.searching import SearchActs
from workbench.ui.annotate.acts.twins import TwinActs
from workbench.ui.annotate.acts.walking import WalkActs
from workbench.ui.annotate.hand import Hand

_ALL = (
    LabelActs,
    GhostActs,
    AcceptingActs,
    DetailActs,
    RelationActs,
    BorderActs,
    WalkActs,
    ArticleActs,
    ArticleLabelActs,
    TwinActs,
    QuestionActs,
    FeedbackActs,
    OccurrenceActs,
    SearchActs,
    QueueActs,
    HistoryActs,
    CorrectingActs,
)


def all_acts(hand: Hand) -> tuple[object, ...]:
    """Everybody who carries out commands of the Annotate workspace."""
    return tuple(acts(hand) for acts in _ALL)
