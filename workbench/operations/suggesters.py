"""Which suggesters a project knows, and in which layers their suggestions are shown."""

import contextlib
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from workbench.domain.annotator import Annotator
from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.pipeline_labels import proposed_labels
from workbench.domain.scheme import Scheme
from workbench.domain.suggester_source import (
    NEWS_EN,
    InUse,
    SuggesterSource,
    free_name,
    in_use,
    pipeline_source,
)
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.trusting import require_trust, resolved
from workbench.operations.workers import Worker
from workbench.settings.resources import resources_folder
from workbench.store import people, schemes, suggesters
from workbench.store.project import Project
from workbench.store.reader import Reader
from workbench.store.transaction import Transaction
from workbench.suggest import pipelines, plugins

_LOAD = "workbench.operations.proposing:load"


def known_sources(project: Project) -> list[SuggesterSource]:
    """All that can be asked: what travels along, what was added, and what is installed.

    What is installed is shown in no layer before it is used.
    """
    own = _own(project)
    names = {source.name for source in own}
    found = [SuggesterSource(name, "plugin") for name in plugins.names()]
    scheme = schemes.read_scheme(project)
    found += [_installed(scheme, name, folder) for name, folder in pipelines.installed().items()]
    return [*own, *(source for source in found if source.name not in names)]


def pipeline_at(
    project: Project, name: str, *, where: str, labels: Mapping[str, str] = MappingProxyType({})
) -> SuggesterSource:
    """An installed pipeline, or one in a folder, with what its labels mean or probably mean.

    Raises `UserError` where there is none, and for a label that it does not have.
    """
    packages = pipelines.installed()
    folder = packages.get(where) or resolved(where)
    if not folder.is_dir():
        raise UserError("suggest.pipeline_gone", name=name, path=folder)
    known = pipelines.labels_in(folder)
    for label in labels:
        if known and label not in known:  # some pipelines do not say
            raise UserError(
                "operations.pipeline_without_label", name=name, label=label, known=", ".join(known)
            )
    meant = {**proposed_labels(schemes.read_scheme(project), known), **labels}
    said = {label: term for label, term in meant.items() if term}
    if where in packages:
        return pipeline_source(name, labels=said, package=where)
    return pipeline_source(name, labels=said, folder=str(folder))


def labels_of(source: SuggesterSource) -> list[str]:
    """All labels of a pipeline; raises `UserError` where it is not there or does not say them."""
    package = source.spec.get("package", "")
    folder = pipelines.installed().get(package) if package else resolved(source.folder)
    if folder is None or not folder.is_dir():
        raise UserError("suggest.pipeline_gone", name=source.name, path=package or source.folder)
    return sorted({*pipelines.labels_in(folder), *source.spec["labels"]})


def tried(source: SuggesterSource, *, worker: Worker | None = None) -> LongVerb[SuggesterSource]:
    """The source itself, once it could be loaded; raises `UserError` saying why it could not."""
    require_trust(source)
    own_worker = worker or Worker()
    try:
        with closing(own_worker.run(_LOAD, source, str(resources_folder()))) as stream:
            for _ in stream:
                yield Progress(1, 1)
        return source
    finally:
        if worker is None:
            own_worker.close()


def source_named(project: Project, name: str) -> SuggesterSource:
    """The suggester of a name; raises `UserError` with the names that there are."""
    sources = known_sources(project)
    for source in sources:
        if source.name == name:
            return source
    known = ", ".join(source.name for source in sources)
    raise UserError("suggest.unknown_suggester", name=name, known=known)


def listing(project: Project) -> list[dict[str, Any]]:
    """All that can be asked, as it is printed: in which layers each is shown, and to whom."""
    people_named = {person.id: person.name for person in people.annotators(project)}
    return [
        {
            "name": source.name,
            "kind": source.kind,
            "layers": list(source.layers),
            "annotator": people_named.get(source.annotator),
            "says": ", ".join(sorted("/".join(term) for term in source.terms)),
        }
        for source in known_sources(project)
    ]


def words_in(path: Path) -> list[str]:
    """The words in a file, one a line; raises `UserError` where it cannot be read as text."""
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UserError("operations.unreadable_words", path=path, reason=reason) from error


def in_use_for(reader: Reader, annotator: Annotator) -> InUse:
    """Whose suggestions a person sees."""
    return in_use(suggesters.sources(reader), annotator=annotator.id)


def asked_for(project: Project, annotator: Annotator) -> list[SuggesterSource]:
    """The suggesters that a person's articles are given to: all of which they see anything."""
    return [
        source
        for source in _own(project)
        if source.layers and source.annotator in ("", annotator.id)
    ]


def add(project: Project, *, annotator: Annotator, source: SuggesterSource) -> Changes:
    """Keep a suggester in the project under a name that no other has.

    A personal one takes the place of those that the same person uses in its layers. Where the name
    was that of one that was removed, it gets a number. Raises `UserError` for a name that is taken,
    for a layer or label that the scheme does not have, and for a pattern that is broken.
    """
    with project.transaction(
        "add_suggester", person=annotator.id, params={"name": source.name}
    ) as transaction:
        _check(transaction, source)
        _insert(transaction, source)
    return transaction.changes


def change(
    project: Project, *, annotator: Annotator, name: str, source: SuggesterSource
) -> Changes:
    """Put another suggester in the place of one, in one act; raises as `add` and `remove` do.

    Under the same name, it gets the next number: what the first one proposed was not its doing.
    """
    with project.transaction(
        "change_suggester", person=annotator.id, params={"name": name}
    ) as transaction:
        suggesters.retire(transaction, _kept(transaction, name))
        _check(transaction, source)
        _insert(transaction, source)
    return transaction.changes


def use(project: Project, *, annotator: Annotator, name: str, layers: Sequence[str]) -> Changes:
    """Show the suggestions of one in these layers, and in no others.

    Where it is personal, the person's others step back there. Raises `UserError` for one that is
    not known, and for a layer that the scheme does not have.
    """
    known = source_named(project, name)
    with project.transaction(
        "use_suggester", person=annotator.id, params={"name": name}
    ) as transaction:
        scheme = schemes.read_scheme(transaction)
        for layer in layers:
            scheme.layer(layer)
        source = replace(suggesters.find(transaction, name) or known, layers=tuple(layers))
        if source.id:
            suggesters.set_layers(transaction, source.id, layers)
            _step_back(transaction, source)
        else:
            suggesters.insert(transaction, replace(source, id=new_id()))
    return transaction.changes


def remove(project: Project, *, annotator: Annotator, name: str) -> Changes:
    """Forget a suggester, and what it suggested; what people accepted stays.

    Raises `UserError` for one that the project does not keep.
    """
    with project.transaction(
        "remove_suggester", person=annotator.id, params={"name": name}
    ) as transaction:
        suggesters.retire(transaction, _kept(transaction, name))
    return transaction.changes


def _own(reader: Reader) -> list[SuggesterSource]:
    """What travels with the program, unless the project says how it is used, and what it keeps."""
    kept = [source for source in suggesters.sources(reader) if not source.removed]
    bundled = any(source.name == NEWS_EN.name for source in kept)
    return kept if bundled else [NEWS_EN, *kept]


def _installed(scheme: Scheme, name: str, folder: Path) -> SuggesterSource:
    """An installed pipeline as it is offered; without a label where it does not say its own."""
    labels: Mapping[str, str] = {}
    with contextlib.suppress(UserError):
        labels = proposed_labels(scheme, pipelines.labels_in(folder))
    return pipeline_source(name, labels=labels, package=name, layers=())


def _check(reader: Reader, source: SuggesterSource) -> None:
    """Refuse a source that has no name or could propose nothing."""
    if not source.name.strip():
        raise UserError("operations.suggester_without_name")
    scheme = schemes.read_scheme(reader)
    for layer in source.layers:
        scheme.layer(layer)
    for layer, label in source.terms:
        scheme.label(layer, label)
    if source.kind == "words" and not source.spec["words"]:
        raise UserError("operations.no_words")
    if source.kind == "pattern":
        from workbench.suggest import rules  # noqa: PLC0415 - who starts the window waits for it

        rules.compiled(source.spec["pattern"], case=source.spec["case"])


def _insert(transaction: Transaction, source: SuggesterSource) -> None:
    """Keep a source under its name, or under the next one where that is of a removed one."""
    there = {each.name: each for each in suggesters.sources(transaction)}
    present = there.get(source.name)
    if source.name == NEWS_EN.name or (present is not None and not present.removed):
        raise UserError("operations.suggester_exists", name=source.name)
    named = replace(source, id=new_id(), name=free_name(source.name, there))
    suggesters.insert(transaction, named)
    _step_back(transaction, named)


def _kept(reader: Reader, name: str) -> SuggesterSource:
    """The project's own suggester of a name."""
    kept = [source for source in suggesters.sources(reader) if not source.removed]
    for source in kept:
        if source.name == name:
            return source
    if not kept:
        raise UserError("suggest.none_kept", name=name)
    known = ", ".join(source.name for source in kept)
    raise UserError("suggest.unknown_suggester", name=name, known=known)


def _step_back(transaction: Transaction, source: SuggesterSource) -> None:
    """Put a person's other personal suggesters out of use in the layers of this one."""
    if source.kind != "personal":
        return
    for other in suggesters.sources(transaction):
        same = (other.kind, other.annotator) == (source.kind, source.annotator)
        kept = [layer for layer in other.layers if layer not in source.layers]
        if same and other.name != source.name and len(kept) < len(other.layers):
            suggesters.set_layers(transaction, other.id, kept)
