"""The words that `news-en` knows, in the shapes that its rules ask for.

Everything is a set or a dictionary from lower-cased words, so that a rule asks once a word and the
cost of a text does not depend on the length of the lists.
"""

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from workbench.suggest.news_en.inflection import noun_forms, verb_forms
from workbench.suggest.word_lists import Lists, Row, read_lists, read_rows

_GAZETTEER_KINDS = ("continent", "region", "state", "city", "water", "mountain", "seat")
_OPENING_TAGS = ("IN", "RB", "UH", "VBG", "VBD")  # of Penn: prepositions, adverbs, verbs


@dataclass(frozen=True, slots=True)
class Reporting:
    """What a reporting verb says of its content: the stance, its kind, and its constructions."""

    lemma: str
    stance: str
    kind: str
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class EventWord:
    """One form of an event word; `base` marks a verb's base form, which is often another word."""

    label: str
    lemma: str
    base: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists of one folder; words are lower-case unless the case is what tells them."""

    gazetteer: tuple[tuple[str, str], ...]
    """(label, name as written) of every known place, organization and named thing."""
    dictionary: frozenset[str]
    """English words in lower case; a capitalised word that is none is most likely a name."""
    openers: frozenset[str]
    """Words that stand before a name at the start of a sentence more often than in one."""
    peoples: frozenset[str]
    adjectives: frozenset[str]
    places: Mapping[str, frozenset[str]]
    names: Mapping[str, frozenset[str]]
    titles: Mapping[str, tuple[tuple[str, ...], ...]]
    """Titles as tuples of words, longest first, by their first word."""
    organizations: Mapping[str, frozenset[str]]
    collectives: Mapping[str, frozenset[str]]
    reporting: Mapping[str, Reporting]
    attribution: Mapping[str, frozenset[str]]
    events: Mapping[str, EventWord]
    event_phrases: Mapping[tuple[str, str], EventWord]
    """Verb with particle, marked whole."""
    event_compounds: Mapping[tuple[str, str], EventWord]
    """Two nouns, of which the second is marked."""
    happenings: Mapping[str, str]
    """Forms of nouns that are mostly happenings, by how mostly."""
    states: frozenset[str]
    """Verbs that say what is, has or seems, and nothing that happens; all forms."""
    loaded: Mapping[str, tuple[tuple[str, ...], ...]]
    distancing: Mapping[str, tuple[tuple[str, ...], ...]]
    weak: frozenset[str]
    claiming: frozenset[str]
    """Forms of verbs by which the writer leaves open whether it is so."""
    title_cues: frozenset[str]


@functools.lru_cache(maxsize=4)
def lexicon_of(folder: Path) -> Lexicon:
    """The lexicon of a folder, read once a process; raises `FileNotFoundError`."""
    countries = read_rows(folder / "countries.txt")
    places = read_lists(folder / "places.txt")
    people = read_lists(folder / "peoples.txt")
    names = read_lists(folder / "names.txt")
    organizations = read_lists(folder / "organizations.txt")
    framing = read_lists(folder / "framing.txt")
    irregular = read_lists(folder / "irregular.txt")
    tags = read_lists(folder / "tags.txt")
    events, phrases, compounds = _events(read_lists(folder / "events.txt"), irregular)
    return Lexicon(
        gazetteer=_gazetteer(countries, places, organizations),
        dictionary=frozenset(chain.from_iterable(tags.values())),
        openers=frozenset(chain.from_iterable(tags[tag] for tag in _OPENING_TAGS)),
        peoples=frozenset(_peoples(countries)) | frozenset(people["people"]),
        adjectives=frozenset(
            (*_adjectives(countries), *people["adjective"], *_members(_peoples(countries)))
        ),
        places=_sets(places),
        names=_sets(names),
        titles=_by_first_word(names["title"]),
        organizations=_sets(organizations),
        collectives=_sets(people),
        reporting=_reporting(read_rows(folder / "reporting.txt")),
        attribution=_sets(read_lists(folder / "attribution.txt")),
        events=events,
        event_phrases=phrases,
        event_compounds=compounds,
        happenings=_happenings(read_lists(folder / "happenings.txt")),
        states=_states(read_lists(folder / "states.txt"), irregular),
        loaded=_by_first_word(framing["loaded"]),
        distancing=_by_first_word(framing["distancing"]),
        weak=frozenset(framing["weak"]),
        claiming=frozenset(framing["distancing_verb"]),
        title_cues=frozenset(framing["title_cue"]),
    )


def _sets(lists: Lists) -> dict[str, frozenset[str]]:
    """Each list as a set."""
    return {heading: frozenset(items) for heading, items in lists.items()}


def _by_first_word(items: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases as tuples of words, by their first word, longest first."""
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for item in items:
        words = tuple(item.split())
        found[words[0]].add(words)
    return {first: tuple(sorted(some, key=lambda w: (-len(w), w))) for first, some in found.items()}


def _gazetteer(
    countries: list[Row], places: Lists, organizations: Lists
) -> tuple[tuple[str, str], ...]:
    """(label, name) of all listed names; a name in two lists keeps its first label."""
    found: dict[str, str] = {}
    for name in organizations["name"]:
        found.setdefault(name, "organization")
    for row in countries:
        for name in row[0] + row[1]:
            found.setdefault(name.removeprefix("the "), "place")
    for kind in _GAZETTEER_KINDS:
        for name in places[kind]:
            found.setdefault(name, "place")
    for name in organizations["other_name"]:
        found.setdefault(name, "other")
    return tuple((label, name) for name, label in found.items())


def _peoples(countries: list[Row]) -> Iterable[str]:
    """The names of the peoples of all countries, in the plural."""
    for row in countries:
        yield from row[3] or (f"{name}s" for name in row[2] if not name.endswith(("s", "ese")))


def _adjectives(countries: list[Row]) -> Iterable[str]:
    """The adjectives of all countries."""
    for row in countries:
        yield from row[2]


def _members(peoples: Iterable[str]) -> Iterable[str]:
    """One of each people ("a New Zealander"), no name of its own."""
    return (people[:-1] for people in peoples if people.endswith("s") and people[-3:-1] != "es")


def _reporting(rows: list[Row]) -> dict[str, Reporting]:
    """Every form of every reporting verb; of two verbs that share one, the first has it."""
    found: dict[str, Reporting] = {}
    for forms, (stance,), (kind,), frames in rows:
        verb = Reporting(forms[0], stance, kind, frozenset(frames))
        for form in forms:
            found.setdefault(form, verb)
    return found


def _events(
    lists: Lists, irregular: Lists
) -> tuple[
    dict[str, EventWord], dict[tuple[str, str], EventWord], dict[tuple[str, str], EventWord]
]:
    """Every form of every event word, of verbs with particles, and of compound nouns."""
    words: dict[str, EventWord] = {}
    phrases: dict[tuple[str, str], EventWord] = {}
    compounds: dict[tuple[str, str], EventWord] = {}
    verbs = [(label, verb) for label, verb in _under(lists, "verb") if " " not in verb]
    for label, noun in _under(lists, "noun"):
        first, _, second = noun.rpartition(" ")
        for form in noun_forms(second):
            if first:
                compounds.setdefault((first, form), EventWord(label, noun))
            else:
                words.setdefault(form, EventWord(label, noun))
    for label, verb in verbs:
        for form in _forms(verb, irregular):
            words.setdefault(form, EventWord(label, verb, base=form == verb))
    for label, phrase in _under(lists, "phrase"):
        verb, _, particle = phrase.partition(" ")
        for form in (verb, *_forms(verb, irregular)):
            phrases.setdefault((form, particle), EventWord(label, phrase))
    return words, phrases, compounds


def _happenings(lists: Lists) -> dict[str, str]:
    """Every form of every noun, with the heading that it stands under."""
    return {
        form: heading
        for heading, nouns in lists.items()
        for noun in nouns
        for form in noun_forms(noun)
    }


def _states(lists: Lists, irregular: Lists) -> frozenset[str]:
    """Every form of every verb."""
    verbs = [verb for listed in lists.values() for verb in listed]
    return frozenset(form for verb in verbs for form in _forms(verb, irregular))


def _under(lists: Lists, part: str) -> Iterable[tuple[str, str]]:
    """(label, word) of all words of one part of speech."""
    for heading, items in lists.items():
        label, _, found = heading.partition(" ")
        if found == part:
            yield from ((label, item) for item in items)


def _forms(verb: str, irregular: Lists) -> tuple[str, ...]:
    """The base and the other forms of a verb."""
    return (verb, *irregular.get(verb, verb_forms(verb)))
