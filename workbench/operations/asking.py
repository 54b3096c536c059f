"""Articles on their way through a suggester, whatever becomes of the processes that read them.

Some articles are read at a time. Where a process dies over them (killed, crashed, out of memory) or
says nothing for so long that it must have hung, those that came to nothing are read again, each
alone: only that tells which article does it, and every other one is done. Where it is not the
articles, since one process after another dies, nothing more is asked.
"""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from typing import cast

from workbench.domain.suggester_source import SuggesterSource
from workbench.operations.child import Call, WorkerDied
from workbench.operations.proposing import Chunk, Model, Proposal
from workbench.operations.trusting import require_trust
from workbench.operations.workers import AT_MOST, Worker, run_many
from workbench.settings.resources import resources_folder
from workbench.store import articles, schemes, suggestions
from workbench.store.project import Project

CHUNK = 20  # articles that a process is given at once
SILENCE = 60.0  # seconds in which some text must be read, and a second more for …
SLOWEST = 1_000  # … so many characters

_WORK = "workbench.operations.proposing"


class Asked:
    """A suggester that is loaded in a worker, for the articles of a project.

    Raises `UserError` for one that its user does not trust, and as its loading does.
    """

    def __init__(self, project: Project, source: SuggesterSource, worker: Worker) -> None:
        require_trust(source)
        self._project, self._worker = project, worker
        self._asked = (source, str(resources_folder()))
        with closing(worker.run(f"{_WORK}:load", *self._asked)) as stream:
            self.model = cast("Model", next(stream))

    def unread(self, ids: Sequence[str]) -> list[str]:
        """Those of the articles that this version of the suggester has not been through."""
        seen = suggestions.articles_seen(self._project, *self.model)
        return [id for id in ids if id not in seen]

    def proposals(self, ids: Sequence[str], *, jobs: int) -> Generator[list[Proposal]]:
        """What is proposed for the articles, for some at a time; raises `WorkerDied`.

        Articles that are gone, or were read meanwhile, are passed over.
        """
        left = dict.fromkeys(ids)
        try:
            with closing(self._together(ids, jobs)) as stream:
                for value in stream:
                    found = cast("list[Proposal]", value)
                    for proposal in found:
                        left.pop(proposal.article)
                    yield found
        except WorkerDied:
            yield from self._each_alone(list(left))

    def _together(self, ids: Sequence[str], jobs: int) -> Generator[object]:
        calls = self._calls(ids)
        many = jobs > 1
        return run_many(calls, jobs=jobs, ahead=1) if many else self._worker.run_calls(calls)

    def _each_alone(self, ids: Sequence[str]) -> Generator[list[Proposal]]:
        """What is proposed for each article; where a process dies of it, that it does."""
        deaths = 0
        for id in ids:
            try:
                with closing(self._worker.run_calls(self._calls([id]))) as stream:
                    yield from cast("Iterator[list[Proposal]]", stream)
                deaths = 0
            except WorkerDied as death:
                deaths += 1
                if deaths == AT_MOST:
                    raise
                reason = f"the process that read it ended: {death.values['reason']}"
                yield [Proposal(id, "", 0, failure=reason)]

    def _calls(self, ids: Sequence[str]) -> Iterator[Call]:
        """The articles' texts, some at a time, each time with the scheme as it is."""
        for begin in range(0, len(ids), CHUNK):
            part = ids[begin : begin + CHUNK]
            seen = suggestions.articles_seen(self._project, *self.model, among=part)
            texts = articles.text_rows(self._project, [id for id in part if id not in seen])
            if texts:
                chunk: Chunk = (schemes.read_scheme(self._project), texts)
                patience = SILENCE + sum(len(text) for *_, text in texts) / SLOWEST
                yield Call(f"{_WORK}:propose", (*self._asked, chunk), patience)
