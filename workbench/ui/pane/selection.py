"""What is selected: the place where it began, the caret, and what the sweep between them means.

Nothing here knows of Qt: mouse and keys both end in `place`, `extend` and `step`, and `meant` says
what a person who did that wanted, in code points.
"""

from collections.abc import Mapping

from workbench.domain.graphemes import grapheme_end, grapheme_start
from workbench.domain.span import Span
from workbench.domain.trimming import meant, phrase_at, trim
from workbench.ui.pane.steps import Steps, Unit


class Selection:
    """The selection in one text; without one it is a caret."""

    def __init__(self, text: str, steps: Mapping[Unit, Steps]) -> None:
        self._text = text
        self._steps = steps
        self._anchor = Span(0, 0)
        self._grain: Unit = "word"
        self._grown: list[tuple[Span, Span]] = []
        self.caret = 0
        # Every frame asks what is meant, and a sweep may be as long as the text.
        self._asked: tuple[Span, Unit] | None = None
        self._meant: Span | None = None

    def meant(self) -> Span | None:
        """What is selected, without what only came along; None for nothing."""
        swept = (self._raw(), self._grain)
        if swept != self._asked:
            self._asked, self._meant = swept, self._meant_by(*swept)
        return self._meant

    def _meant_by(self, raw: Span, grain: Unit) -> Span | None:
        """What a sweep by some unit means."""
        if not len(raw):
            return None
        if grain == "character":
            return raw
        if grain == "word":
            found = meant(self._text, raw)
        else:  # a sentence may begin with a mark that belongs to the blank before it
            text = self._text
            found = trim(text, Span(grapheme_start(text, raw.start), grapheme_end(text, raw.end)))
        return found if len(found) else None

    def trimmed(self) -> tuple[Span, ...]:
        """What was swept over at both ends but is not meant."""
        meant, raw = self.meant(), self._raw()
        if meant is None:
            return ()
        ends = (
            Span(raw.start, max(raw.start, meant.start)),
            Span(min(raw.end, meant.end), raw.end),
        )
        return tuple(end for end in ends if len(end))

    def is_raw(self) -> bool:
        """Whether bare characters were asked for, and not words or what they were widened to."""
        widened = any(wider == self._raw() for wider, _ in self._grown)
        return self._grain == "character" and not widened

    def _raw(self) -> Span:
        """What was swept over."""
        return Span(min(self._anchor.start, self.caret), max(self._anchor.end, self.caret))

    def place(self, position: int) -> None:
        """Put the caret somewhere, with nothing selected."""
        self.caret = self._within(position)
        self._anchor = Span(self.caret, self.caret)
        self._grain = "word"

    def choose(self, span: Span) -> None:
        """Select exactly a span."""
        start, end = self._within(span.start), self._within(span.end)
        self._anchor = Span(start, start)
        self.caret = end
        self._grain = "character"

    def choose_unit(self, unit: Unit, position: int) -> None:
        """Select the unit at a position; extending it goes on by whole units."""
        self._anchor = self._steps[unit].at(position)
        self.caret = self._anchor.end
        self._grain = unit

    def extend(self, position: int, *, raw: bool = False) -> None:
        """Sweep to a position; `raw` takes characters as they are."""
        position = self._within(position)
        if raw or self._grain == "character":
            self._grain = "character"
            end = self._anchor.start if position >= self._anchor.start else self._anchor.end
            self._anchor = Span(end, end)
            position = grapheme_start(self._text, position)
        elif self._grain != "word":
            unit = self._steps[self._grain].at(position)
            position = unit.start if position < self._anchor.start else unit.end
        self.caret = position

    def sweep(self, position: int) -> None:
        """Extend as a sweep that means words, also from a selection of bare characters."""
        if self._grain == "character":
            self._grain = "word"
        self.extend(position)

    def step(self, unit: Unit, direction: int, *, extend: bool) -> None:
        """Go one unit on (1) or back (-1); the first extending step takes the unit at the caret."""
        steps = self._steps[unit]
        if not extend:
            go = steps.next_start if direction > 0 else steps.previous_start
            self.place(go(self.caret))
        elif self.meant() is None and unit != "character":
            self._begin(unit, direction)
        else:
            self._extend_by(unit, direction)

    def grow(self) -> None:
        """Widen the selection: word, phrase, sentence, paragraph."""
        now = self.meant() or Span(self.caret, self.caret)
        for wider in self._levels(now):
            if wider.covers(now) and wider != now and len(wider):
                self._grown.append((wider, now))
                self.choose(wider)
                return

    def shrink(self) -> None:
        """Take the last widening back; else narrow to the next smaller unit at the start."""
        now = self.meant()
        if now is None:
            return
        while self._grown:
            wider, before = self._grown.pop()
            if wider == now:
                self._take(before)
                return
        levels = self._levels(Span(now.start, now.start))
        smaller = [level for level in levels if now.covers(level) and level != now]
        self._take(max(smaller, key=len, default=Span(now.start, now.start)))

    def _take(self, span: Span) -> None:
        """Select a span, or only put the caret at an empty one."""
        if len(span):
            self.choose(span)
        else:
            self.place(span.start)

    def _levels(self, span: Span) -> list[Span]:
        """The units around a span, the smallest first."""
        sentence, paragraph = (
            self._around(self._steps[unit], span) for unit in ("sentence", "paragraph")
        )
        inside = sentence if sentence.covers(span) else paragraph
        word = self._steps["word"].at(span.start) if not len(span) else span
        whole = meant(self._text, Span(min(word.start, span.start), max(word.end, span.end)))
        phrase = phrase_at(self._text, whole, inside) if inside.covers(whole) else whole
        return [whole, phrase, trim(self._text, sentence), trim(self._text, paragraph)]

    def _around(self, steps: Steps, span: Span) -> Span:
        """The units from that at a span's start to that at its end."""
        last = steps.at(max(span.start, span.end - 1))
        return Span(steps.at(span.start).start, max(last.end, span.end))

    def _begin(self, unit: Unit, direction: int) -> None:
        """Select the unit at the caret, or the one before it when going back from its start."""
        steps = self._steps[unit]
        found = steps.at(self.caret)
        if direction < 0 and found.start >= self.caret > 0:
            found = steps.at(steps.previous_start(self.caret))
        self._anchor, self._grain = found, unit
        self.caret = found.end if direction > 0 else found.start

    def _extend_by(self, unit: Unit, direction: int) -> None:
        """Move the caret's end of the selection by one unit, never past its first unit."""
        if unit == "character":
            self._bare()
        elif self._grain == "character":
            self._grain = "word"
        steps, anchor = self._steps[unit], self._anchor
        if direction > 0 and self.caret < anchor.start:
            self.caret = _or_anchor(steps.next_start(self.caret), anchor, direction)
        elif direction > 0:
            self.caret = steps.next_end(max(self.caret, anchor.end))
        elif self.caret > anchor.end:
            self.caret = _or_anchor(steps.previous_end(self.caret), anchor, direction)
        else:
            self.caret = steps.previous_start(min(self.caret, anchor.start))

    def _bare(self) -> None:
        """Make the selection one of bare characters, between the ends that are seen."""
        now = self.meant()
        if now is not None and self._grain != "character":
            forward = self.caret >= self._anchor.end
            anchor, self.caret = (now.start, now.end) if forward else (now.end, now.start)
            self._anchor = Span(anchor, anchor)
        self._grain = "character"

    def _within(self, position: int) -> int:
        """A position inside the text, at a grapheme border."""
        return grapheme_end(self._text, max(0, min(position, len(self._text))))


def _or_anchor(position: int, anchor: Span, direction: int) -> int:
    """A position that shrinks a selection, or the anchor's own end where it would pass it."""
    if direction > 0 and position < anchor.start:
        return position
    return anchor.end if direction > 0 else max(position, anchor.end)
