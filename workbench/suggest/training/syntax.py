"""The part `syntax`: a small tagger and dependency parser, trained on the GUM treebank.

One convolutional network feeds both. Besides a word's form it sees the tag that the word has most
often elsewhere (see `news_en.syntax`), which stands in for the words that 60 documents do not hold.
Every sixth document of news and interviews is held back and tells the scores.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Config, Optimizer, fix_random_seed

from workbench.suggest.news_en.syntax import FOLDER, common_tags, tags_before
from workbench.suggest.training.treebank import Token, read_documents

_TREEBANK = "gum_ud"
_GENRES = ("GUM_news", "GUM_interview")
_EVERY = 6  # documents of which one is held back
_EPOCHS = 18
_BATCH = 500  # words
_LONGEST = 120  # words of a sentence to learn from
_RATE = 0.001
_DROPOUT = 0.2
_CONFIG = """
[tok2vec]
[tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"
[tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 96
attrs = ["NORM","PREFIX","SUFFIX","SHAPE","TAG"]
rows = [4000,500,1500,1000,100]
include_static_vectors = false
[tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 96
window_size = 1
maxout_pieces = 3
depth = 4
[tagger]
overwrite = true
[tagger.model]
@architectures = "spacy.Tagger.v2"
[tagger.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
[parser]
learn_tokens = false
min_action_freq = 10
[parser.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "parser"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true
[parser.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
"""


def train_syntax(corpora: Path, out: Path, seed: int) -> dict[str, object]:
    """Train on `corpora`/train/gum_ud with the word lists of `out`, into `out`/syntax.

    Hands back tag accuracy, unlabelled and labelled attachment on the documents held back, in
    percent, with their ids.
    """
    documents = read_documents(corpora / "train" / _TREEBANK)
    held = _held_back(documents)
    common = common_tags(out)
    nlp = spacy.blank("en")
    learned = [s for id, sentences in documents.items() if id not in held for s in sentences]
    examples = [_example(nlp, common, s) for s in learned if len(s) < _LONGEST]
    kept = [_example(nlp, common, s) for id in held for s in documents[id]]
    optimizer = _learn(nlp, examples, seed)
    with nlp.use_params(optimizer.averages):
        nlp.to_disk(out / FOLDER)
        return {"held_back": held, "words": sum(map(len, learned)), **_scores(nlp, kept)}


def _held_back(ids: Iterable[str]) -> list[str]:
    """The ids of the documents that are not learned from."""
    return [id for id in sorted(ids) if id.startswith(_GENRES)][::_EVERY]


def _example(nlp: Language, common: Mapping[str, str], sentence: Sequence[Token]) -> Example:
    """A sentence as the parser gets it, and as it should leave it."""
    words, spaces = [token.word for token in sentence], [token.space for token in sentence]
    given = Doc(nlp.vocab, words=words, spaces=spaces, tags=tags_before(words, common))
    wanted = Doc(
        nlp.vocab,
        words=words,
        spaces=spaces,
        tags=[token.tag for token in sentence],
        heads=[token.head for token in sentence],
        deps=[token.relation for token in sentence],
    )
    return Example(given, wanted)


def _learn(nlp: Language, examples: list[Example], seed: int) -> Optimizer:
    """Train the pipeline on sentences in a seeded order, at a falling rate.

    Hands back the optimizer, whose averages of all weights are better than the last ones.
    """
    config = Config().from_str(_CONFIG)
    for name in ("tok2vec", "tagger", "parser"):
        nlp.add_pipe(name, config=config[name])
    fix_random_seed(seed)
    order = random.Random(seed)  # noqa: S311 - an order of learning is no secret
    optimizer = nlp.initialize(lambda: examples)
    for epoch in range(_EPOCHS):
        optimizer.learn_rate = _RATE * (1 - epoch / (_EPOCHS + 1))
        order.shuffle(examples)
        _epoch(nlp, examples, optimizer)
    return optimizer


def _epoch(nlp: Language, examples: Sequence[Example], optimizer: Optimizer) -> None:
    """Learn once from every sentence."""
    batch: list[Example] = []
    words = 0
    for example in examples:
        batch.append(example)
        words += len(example.reference)
        if words >= _BATCH:
            nlp.update(batch, sgd=optimizer, drop=_DROPOUT)
            batch, words = [], 0
    if batch:
        nlp.update(batch, sgd=optimizer, drop=_DROPOUT)


def _scores(nlp: Language, examples: Iterable[Example]) -> dict[str, object]:
    """How the pipeline reads sentences whose trees are known, in percent."""
    read = [Example(nlp(example.predicted), example.reference) for example in examples]
    found = Scorer(nlp).score(read)
    names = {"tag_accuracy": "tag_acc", "uas": "dep_uas", "las": "dep_las"}
    return {name: round(100 * float(found[key]), 1) for name, key in names.items()}
