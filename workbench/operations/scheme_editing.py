"""Editing the scheme of a project: counted first, then done as one act that can be undone.

What a person wants is an `Edit` of `domain.scheme_editing`; it is applied to the scheme as it is at
that moment, so that two windows cannot undo each other's edits unseen. The work done under the old
scheme follows in the same act. What would take work away is refused until the person says that it
may go.
"""

from workbench.domain.annotator import Annotator
from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.domain.refitting import NOUNS, Effect, Noun, touched_layers, touches_relations
from workbench.domain.scheme import Scheme
from workbench.domain.scheme_checking import check_scheme
from workbench.domain.scheme_editing import Edit, Revision, next_version
from workbench.domain.scheme_places import Place
from workbench.operations import backups
from workbench.operations.progress import LongVerb, finish, told
from workbench.store import annotations, refitting, schemes, usage
from workbench.store.project import Project
from workbench.store.reader import Reader


def revision_of(reader: Reader, edit: Edit) -> tuple[Scheme, Revision]:
    """The scheme as it is, and as it shall be, with its version; refused where it cannot stand."""
    scheme, revision = _revised(reader, edit)
    used = annotations.newest_scheme_version(reader)
    return scheme, revision.stamped(next_version(scheme, revision.scheme, used=used))


def _revised(reader: Reader, edit: Edit) -> tuple[Scheme, Revision]:
    """The same without the version, for which all annotations are looked at."""
    scheme = schemes.read_scheme(reader)
    revision = edit.revise(scheme)
    check_scheme(revision.scheme)
    return scheme, revision


def takes_long(project: Project, edit: Edit) -> bool:
    """Whether an edit may touch so much of the work that counting and writing it takes a while.

    Raises `UserError` where the scheme cannot be edited so.
    """
    scheme, revision = _revised(project, edit)
    touched = touched_layers(scheme, revision) or touches_relations(scheme, revision)
    return bool(touched) and refitting.is_large(project)


def effect_of(project: Project, edit: Edit) -> Effect:
    """How much of the work an edit would change and take away; nothing is written."""
    return finish(weighing(project, edit))


def weighing(project: Project, edit: Edit) -> LongVerb[Effect]:
    """The same, row by row."""
    scheme, revision = revision_of(project, edit)
    refit = yield from told(refitting.finding(project, scheme, revision))
    return refit.effect()


def usage_of(project: Project, place: Place, id: str) -> dict[Noun, int]:
    """How much of the work uses a thing of the scheme, by noun; nouns without any are left out."""
    return usage.usage_of(project, place, id)


def edit_scheme(
    project: Project, *, annotator: Annotator, edit: Edit, losing: bool = False
) -> Changes:
    """Carry out an edit, with what follows from it; taking work away is refused unless `losing`."""
    return finish(editing(project, annotator=annotator, edit=edit, losing=losing))


def editing(
    project: Project, *, annotator: Annotator, edit: Edit, losing: bool = False
) -> LongVerb[Changes]:
    """The same, row by row; an edit that is stopped half-way has not been done at all."""
    with project.transaction(edit.verb, person=annotator.id, params=edit.params) as transaction:
        scheme, revision = revision_of(transaction, edit)
        if revision.scheme == scheme:
            return transaction.changes
        refit = yield from told(refitting.finding(transaction, scheme, revision))
        effect = refit.effect()
        if not losing:
            _refuse_loss(effect)
        if effect:
            backups.begin(project)
        schemes.write_scheme(transaction, revision.scheme)
        yield from told(refitting.writing(transaction, refit))
    return transaction.changes


def _refuse_loss(effect: Effect) -> None:
    """Refuse what would take work away, counting it."""
    if effect.loses_work:
        counts = {noun: effect.lost.get(noun, 0) for noun in NOUNS}
        raise UserError("operations.scheme_would_lose", **counts)
