"""The charts of a corpus: its labels, people and sources, what suggestions and models are worth.

Labels have the colours that they have in the text; a layer has that of its first label. Every label
of the scheme has its row, also where nobody used it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from workbench.domain.counts import Counts, Decision, LabelCount, Score
from workbench.domain.scheme import Layer, Scheme
from workbench.operations.charts.bars import Bar, Bars, Part
from workbench.operations.charts.chart import Chart, Speech
from workbench.operations.charts.curves import DASHES, Curve, Curves, Value, whole_ticks

ENGLISH = Speech()
SHOWN = 20  # sources that have a bar of their own
_DAYS, _WEEKS = 62, 62 * 7  # days that are shown one by one, or by their weeks; else by months

Said = tuple[str, str]  # a time's first day, and a layer


def corpus_charts(counts: Counts, scheme: Scheme, speech: Speech = ENGLISH) -> list[Chart]:
    """All charts of what was counted."""
    return [
        label_chart(counts, scheme, speech),
        people_chart(counts, scheme, speech),
        source_chart(counts, speech),
        decision_chart(counts, scheme, speech),
        learning_chart(counts, scheme, speech),
    ]


def layer_color(layer: Layer) -> str:
    """The colour that a layer has in charts."""
    return layer.labels[0].color if layer.labels else "accent"


# --- labels


def label_chart(counts: Counts, scheme: Scheme, speech: Speech = ENGLISH) -> Chart:
    """How many annotations each label of the scheme has, and how many gold spans."""
    say = speech.say
    found = {(count.layer, count.label): count for count in counts.labels}
    bars: list[Bar] = []
    rows: list[tuple[str | int, ...]] = []
    for layer in scheme.layers:
        bars.append(Bar(layer.name))
        for label in layer.labels:
            count = found.get((layer.id, label.id)) or LabelCount(layer.id, label.id, 0)
            figure = speech.number(count.annotations)
            part = Part(count.annotations, label.color, f"{label.name}: {figure}")
            bars.append(Bar(label.name, (part,), figure))
            rows.append((layer.name, label.name, count.annotations, count.gold))
    return Chart(
        id="labels",
        title=say("Annotations by label"),
        about=say("How often each label of the scheme was used."),
        heads=(say("Layer"), say("Label"), say("Annotations"), say("Gold")),
        rows=tuple(rows),
        picture=Bars(tuple(bars)),
        nothing=say("The scheme has no labels."),
    )


# --- people


def people_chart(counts: Counts, scheme: Scheme, speech: Speech = ENGLISH) -> Chart:
    """What each person has marked and finished, by layer."""
    say = speech.say
    layers = {layer.id: layer for layer in scheme.layers}
    of_people = [each for each in counts.people if each.layer in layers]
    bars = []
    for who, each in groupby(of_people, lambda count: count.annotator):
        parts = tuple(
            Part(
                count.annotations,
                layer_color(layers[count.layer]),
                f"{layers[count.layer].name}: {speech.number(count.annotations)}",
            )
            for count in each
        )
        total = sum(part.number for part in parts)
        bars.append(Bar(who, parts, speech.number(total)))
    return Chart(
        id="annotators",
        title=say("Annotations by annotator"),
        about=say("What each person marked in each layer, and in how many articles it is done."),
        heads=(say("Annotator"), say("Layer"), say("Annotations"), say("Articles done")),
        rows=tuple(
            (count.annotator, layers[count.layer].name, count.annotations, count.finished)
            for count in of_people
        ),
        picture=Bars(
            tuple(bars), tuple((layer_color(layer), layer.name) for layer in scheme.layers)
        ),
        nothing=say("Nobody has marked anything yet."),
    )


# --- sources


def source_chart(counts: Counts, speech: Speech = ENGLISH) -> Chart:
    """How many articles each source has; those beyond the most frequent share a bar."""
    say = speech.say
    unnamed = say("(no source)")
    shown, rest = counts.sources[:SHOWN], counts.sources[SHOWN:]
    bars = [_source_bar(each.source or unnamed, each.articles, speech) for each in shown]
    if rest:
        others = say("{} others").format(speech.number(len(rest)))
        bars.append(_source_bar(others, sum(each.articles for each in rest), speech))
    return Chart(
        id="sources",
        title=say("Articles by source"),
        about=say("An article that appeared in several sources counts for each of them."),
        heads=(say("Source"), say("Articles"), say("Annotations")),
        rows=tuple((s.source or unnamed, s.articles, s.annotations) for s in counts.sources),
        picture=Bars(tuple(bars)),
        nothing=say("There are no articles yet."),
    )


def _source_bar(name: str, articles: int, speech: Speech) -> Bar:
    figure = speech.number(articles)
    return Bar(name, (Part(articles, "accent", f"{name}: {figure}"),), figure)


# --- suggestions


def decision_chart(counts: Counts, scheme: Scheme, speech: Speech = ENGLISH) -> Chart:
    """Which share of the suggestions that were decided on was taken, over time."""
    say = speech.say
    names = {layer.id: layer.name for layer in scheme.layers}
    by_time = _by_time(counts)
    times = sorted({begin for begin, _ in by_time})
    curves = (_taken_curve(place, layer, by_time) for place, layer in enumerate(scheme.layers))
    rows = tuple(
        (speech.day(begin), names[layer], *_cells(by_time[begin, layer]))
        for begin in times
        for layer in names
        if (begin, layer) in by_time
    )
    return Chart(
        id="suggestions",
        title=say("Suggestions taken over time"),
        about=say("The share that was accepted, also in a changed form, of all decided on."),
        heads=(
            *(say("From"), say("Layer"), say("Accepted"), say("Changed"), say("Rejected")),
            say("Taken"),
        ),
        rows=rows,
        picture=Curves(
            tuple(curve for curve in curves if curve.values),
            tuple((_ordinal(begin), speech.day(begin)) for begin in times),
        ),
        nothing=say("No suggestion was accepted or rejected yet."),
    )


def _by_time(counts: Counts) -> dict[Said, Counter[Decision]]:
    """What was decided, by layer and by days, weeks or months, as long as it went on."""
    days = {count.day: day for count in counts.decisions if (day := _day(count.day))}
    long = max(days.values()) - min(days.values()) if days else timedelta()
    begins = {written: _begin(day, long) for written, day in days.items()}
    found: dict[Said, Counter[Decision]] = {}
    for count in counts.decisions:
        if count.day in begins:
            of = found.setdefault((begins[count.day], count.layer), Counter())
            of[count.decision] += count.number
    return found


def _day(written: str) -> date | None:
    """A day as it was written; None where that is no day."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _begin(day: date, long: timedelta) -> str:
    """The first day of the time that a day is counted in."""
    if long.days < _DAYS:
        return day.isoformat()
    first = day - timedelta(days=day.weekday()) if long.days < _WEEKS else day.replace(day=1)
    return first.isoformat()


def _ordinal(day: str) -> float:
    return date.fromisoformat(day).toordinal()


def _cells(decided: Mapping[Decision, int]) -> tuple[str | int, ...]:
    """The cells of a time: what was decided how often, and the share that was taken."""
    accepted, changed, rejected = (
        decided.get(kind, 0) for kind in ("accepted", "changed", "rejected")
    )
    return accepted, changed, rejected, f"{_taken(decided):.0%}"


def _taken(decided: Mapping[Decision, int]) -> float:
    """The share that was taken, from 0 to 1."""
    return 1 - decided.get("rejected", 0) / sum(decided.values())


def _taken_curve(place: int, layer: Layer, by_time: Mapping[Said, Mapping[Decision, int]]) -> Curve:
    """The shares of a layer, one after another."""
    times = sorted(begin for begin, of in by_time if of == layer.id)
    values = []
    for begin in times:
        share = _taken(by_time[begin, layer.id])
        values.append(Value(_ordinal(begin), share, said=f"{layer.name}, {begin}: {share:.0%}"))
    return Curve(layer.name, layer_color(layer), tuple(values), DASHES[place % len(DASHES)])


# --- models


def learning_chart(counts: Counts, scheme: Scheme, speech: Speech = ENGLISH) -> Chart:
    """What the models that people taught were worth, by how many articles taught them."""
    say = speech.say
    layers = {layer.id: layer for layer in scheme.layers}
    scores = sorted(
        (score for score in counts.scores if score.layer in layers),
        key=lambda score: (score.teacher, score.layer, score.articles),
    )
    curves = [
        _score_curve(number, list(each), layers[layer])
        for number, ((_, layer), each) in enumerate(groupby(scores, _of_score))
    ]
    most = max((score.articles for score in scores), default=0)
    return Chart(
        id="learning",
        title=say("What learning is worth"),
        about=say("F1 of each model on articles held back when it was taught, with its error."),
        heads=(
            *(say("Annotator"), say("Layer"), say("Articles"), say("F1 before"), say("F1 after")),
            say("Error"),
        ),
        rows=tuple(
            (
                *(score.teacher, layers[score.layer].name, score.articles),
                *(f"{value:.0%}" for value in (score.before, score.after, score.error)),
            )
            for score in scores
        ),
        picture=Curves(
            tuple(curves),
            tuple((tick, speech.number(round(tick))) for tick in whole_ticks(most)),
            say("finished articles"),
        ),
        nothing=say("No model was taught by what people have finished yet."),
    )


def _of_score(score: Score) -> tuple[str, str]:
    return score.teacher, score.layer


def _score_curve(number: int, scores: Sequence[Score], layer: Layer) -> Curve:
    """The models of one person and layer, by the number of articles."""
    name = f"{scores[0].teacher}, {layer.name}"
    values = tuple(
        Value(s.articles, s.after, s.error, f"{name}, {s.articles}: {s.after:.0%}") for s in scores
    )
    return Curve(name, layer_color(layer), values, DASHES[number % len(DASHES)])
