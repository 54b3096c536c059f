"""A configuration to train spaCy with on a corpus that lies in parts, derived from what is in it.

Each layer gets a span categorizer of its own, under the layer's name as `spans_key`. Where most of
its spans are short it tries all runs of tokens up to the length of 95 in 100; where they are long
that would be too many, and a span finder learns where spans begin and end. Either finds at best
the spans that are no longer than it looks, which is its recall ceiling. A layer is left out where
some document does not say what is in it: spaCy would learn that nothing is.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training.corpus import walk_corpus

CONFIG = "config.cfg"
COMMAND = "python -m spacy train config.cfg --output model"
SHORT = 10  # tokens, up to which all runs are tried
COVERED = 0.95  # of a layer's spans
FOUND = 0.99  # of a layer's spans that a span finder may reach: twice as long is four times as many
_WIDTH = 96


@dataclass(slots=True)
class _Seen:
    """What is in a part: how long the spans of each layer are, and how many documents have it."""

    documents: int = 0
    having: Counter[str] = field(default_factory=Counter)
    lengths: defaultdict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))


def configure(folder: Path, train: str, dev: str) -> Iterator[dict[str, Any]]:
    """Write the configuration beside the parts, where any layer can be trained; what it says.

    Without a `dev` part, or with one that is empty, scores are of what is trained on.
    """
    parts = {name: _seen(folder / name) for name in (train, dev) if name}
    seen = parts[train]
    dev = dev if dev and parts[dev].documents else ""
    silent = {
        layer: seen.documents - seen.having[layer]
        for layer in sorted(seen.lengths)
        if seen.lengths[layer]
    }
    layers = {layer: _layer(layer, parts, train) for layer, number in silent.items() if not number}
    left_out = {layer: number for layer, number in silent.items() if number}
    if layers:
        text = _config(layers, train=train, dev=dev or train)
        (folder / CONFIG).write_text(text, encoding="utf-8", newline="\n")
    yield {"command": COMMAND if layers else "", "layers": layers, "left_out": left_out}


def _seen(path: Path) -> _Seen:
    """What is in a part, which is a file or a folder of them, one of which is held at a time."""
    seen = _Seen()
    for file in walk_corpus(path, path.suffix):
        for doc in DocBin().from_disk(file).get_docs(spacy.blank("en").vocab):
            seen.documents += 1
            for layer, group in doc.spans.items():
                seen.having[layer] += 1
                seen.lengths[layer].update(map(len, group))
    return seen


def _layer(layer: str, parts: Mapping[str, _Seen], train: str) -> dict[str, Any]:
    """How the spans of a layer are looked for, and how many of each part that can find at best."""
    lengths = parts[train].lengths[layer]
    most = _quantile(lengths, COVERED)
    short = most <= SHORT
    longest = most if short else _quantile(lengths, FOUND)
    return {
        "suggester": "ngram" if short else "span_finder",
        "longest": longest,
        "spans": lengths.total(),
        "recall_ceiling": {
            Path(name).stem: _up_to(longest, found) / found.total()
            for name, seen in parts.items()
            if (found := seen.lengths[layer])
        },
    }


def _quantile(lengths: Counter[int], share: float) -> int:
    """The shortest length that so many of the lengths, which are counted, do not exceed."""
    wanted = max(1, math.ceil(share * lengths.total()))
    return next(length for length in sorted(lengths) if _up_to(length, lengths) >= wanted)


def _up_to(longest: int, lengths: Counter[int]) -> int:
    """How many of the lengths are no longer."""
    return sum(number for length, number in lengths.items() if length <= longest)


def _config(layers: Mapping[str, Mapping[str, Any]], *, train: str, dev: str) -> str:
    """The configuration as text: a shared layer of vectors below, and a component a layer."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    for layer, how in layers.items():
        _add(nlp, layer, how)
    config = nlp.config.copy()
    finders = [name for name in nlp.pipe_names if name.startswith("span_finder_")]
    scores = {f"spans_{layer}_f": round(1 / len(layers), 2) for layer in layers}
    unused = {name: None for name in config["training"]["score_weights"] if name not in scores}
    config["paths"] = config["paths"] | {"train": train, "dev": dev}
    config["training"] |= {
        "annotating_components": finders,
        "score_weights": unused | scores,
        "max_epochs": 0,
    }
    return config.to_str()


def _add(nlp: Language, layer: str, how: Mapping[str, Any]) -> None:
    """Add what finds and names the spans of a layer."""
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": _WIDTH, "upstream": "*"}
    suggester: dict[str, Any] = {
        "@misc": "spacy.ngram_range_suggester.v1",
        "min_size": 1,
        "max_size": how["longest"],
    }
    if how["suggester"] == "span_finder":
        suggester = {"@misc": "spacy.preset_spans_suggester.v1", "spans_key": layer}
        finder = {"spans_key": layer, "max_length": how["longest"], "model": {"tok2vec": listener}}
        nlp.add_pipe("span_finder", name=f"span_finder_{layer}", config=finder)
    config = {"spans_key": layer, "suggester": suggester, "model": {"tok2vec": listener}}
    nlp.add_pipe("spancat", name=f"spancat_{layer}", config=config)
