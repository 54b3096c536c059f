"""Which suggesters a project knows, and in which layers their suggestions are shown."""

from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.annotator import Annotator
from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.suggester_source import NEWS_EN, InUse, SuggesterSource, in_use
from workbench.store import schemes, suggesters
from workbench.store.project import Project
from workbench.store.reader import Reader
from workbench.store.transaction import Transaction
from workbench.suggest import plugins


def known_sources(project: Project) -> list[SuggesterSource]:
    """All that can be asked: what travels with the program, what was added, and plug-ins."""
    own = [NEWS_EN, *suggesters.sources(project)]
    names = {source.name for source in own}
    found = (SuggesterSource(name, "plugin") for name in plugins.names() if name not in names)
    return [*own, *found]


def source_named(project: Project, name: str) -> SuggesterSource:
    """The suggester of a name; raises `UserError` with the names that there are."""
    sources = known_sources(project)
    for source in sources:
        if source.name == name:
            return source
    known = ", ".join(source.name for source in sources)
    raise UserError("suggest.unknown_suggester", name=name, known=known)


def in_use_for(reader: Reader, annotator: Annotator) -> InUse:
    """Whose suggestions a person sees."""
    return in_use(suggesters.sources(reader), annotator=annotator.id)


def asked_for(project: Project, annotator: Annotator) -> list[SuggesterSource]:
    """The suggesters that a person's articles are given to: all of which they see anything."""
    return [
        source
        for source in known_sources(project)
        if source.kind == "bundled" or (source.layers and source.annotator in ("", annotator.id))
    ]


def add(project: Project, *, annotator: Annotator, source: SuggesterSource) -> Changes:
    """Keep a suggester in the project under a name that no other has.

    A personal one takes the place of those that the same person uses in its layers. Raises
    `UserError` for a name that is taken and for a layer that the scheme does not have.
    """
    with project.transaction(
        "add_suggester", person=annotator.id, params={"name": source.name}
    ) as transaction:
        scheme = schemes.read_scheme(transaction)
        for layer in source.layers:
            scheme.layer(layer)
        if source.name == NEWS_EN.name or suggesters.find(transaction, source.name):
            raise UserError("operations.suggester_exists", name=source.name)
        suggesters.insert(transaction, replace(source, id=new_id()))
        _step_back(transaction, source)
    return transaction.changes


def use(project: Project, *, annotator: Annotator, name: str, layers: Sequence[str]) -> Changes:
    """Show the suggestions of one in these layers, and in no others.

    Where it is personal, the person's others step back there. Raises `UserError` for one that the
    project does not keep, and for a layer that the scheme does not have.
    """
    with project.transaction(
        "use_suggester", person=annotator.id, params={"name": name}
    ) as transaction:
        scheme = schemes.read_scheme(transaction)
        for layer in layers:
            scheme.layer(layer)
        source = _kept(transaction, name)
        suggesters.set_layers(transaction, source.id, layers)
        _step_back(transaction, replace(source, layers=tuple(layers)))
    return transaction.changes


def remove(project: Project, *, annotator: Annotator, name: str) -> Changes:
    """Forget a suggester; what it suggested and people accepted stays.

    Raises `UserError` for one that the project does not keep. A personal one is only put out of
    use: its suggestions must never be shown to others.
    """
    with project.transaction(
        "remove_suggester", person=annotator.id, params={"name": name}
    ) as transaction:
        source = _kept(transaction, name)
        if source.kind == "personal":
            suggesters.set_layers(transaction, source.id, ())
        else:
            suggesters.delete(transaction, source.id)
    return transaction.changes


def _kept(reader: Reader, name: str) -> SuggesterSource:
    """The project's own suggester of a name."""
    source = suggesters.find(reader, name)
    if source is None:
        known = ", ".join(each.name for each in suggesters.sources(reader))
        raise UserError("suggest.unknown_suggester", name=name, known=known or "-")
    return source


def _step_back(transaction: Transaction, source: SuggesterSource) -> None:
    """Put a person's other personal suggesters out of use in the layers of this one."""
    if source.kind != "personal":
        return
    for other in suggesters.sources(transaction):
        same = (other.kind, other.annotator) == (source.kind, source.annotator)
        kept = [layer for layer in other.layers if layer not in source.layers]
        if same and other.name != source.name and len(kept) < len(other.layers):
            suggesters.set_layers(transaction, other.id, kept)
