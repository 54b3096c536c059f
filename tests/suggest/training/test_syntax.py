"""Training the grammar on an invented treebank of a few sentences."""

import json
import shutil
from pathlib import Path

import pytest

from tests.suggest.conftest import RESOURCES
from tests.suggest.news_en.words import words_of_text
from workbench.suggest.news_en.syntax import Parser
from workbench.suggest.training import syntax
from workbench.suggest.training.__main__ import main
from workbench.suggest.training.treebank import read_documents

TREE = """\
# newdoc id = {id}
# text = The well-known dam didn't hold.
1	The	the	DET	DT	_	5	det	_	_
2	well	well	ADV	RB	_	4	advmod	_	SpaceAfter=No
3	-	-	PUNCT	HYPH	_	2	punct	_	SpaceAfter=No
4	known	known	ADJ	JJ	_	5	amod	_	_
5	dam	dam	NOUN	NN	_	8	nsubj	_	_
6-7	didn't	_	_	_	_	_	_	_	_
6	did	do	AUX	VBD	_	8	aux	_	_
7	n't	not	PART	RB	_	8	advmod	_	_
8	hold	hold	VERB	VB	_	0	root	_	SpaceAfter=No
9	.	.	PUNCT	.	_	8	punct	_	_
"""


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "corpora" / "train" / "gum_ud"
    folder.mkdir(parents=True)
    for name in ("GUM_news_a", "GUM_news_b", "GUM_court_c"):
        (folder / f"{name}.conllu").write_text("\n".join([TREE.format(id=name)] * 12))
    return tmp_path / "corpora"


def test_words_are_those_that_the_rules_read(corpora: Path) -> None:
    (sentence, *_) = read_documents(corpora / "train" / "gum_ud")["GUM_news_a"]
    assert [token.word for token in sentence] == [
        *("The", "well-known", "dam", "did", "n't", "hold", "."),
    ]
    assert [token.tag for token in sentence[:5]] == ["DT", "JJ", "NN", "AUX", "RB"]
    assert [token.head for token in sentence] == [2, 2, 5, 5, 5, 5, 5]
    assert [token.space for token in sentence[3:]] == [False, True, False, True]
    assert sentence[5].relation == "ROOT"


def test_the_same_seed_gives_the_same_bytes_and_scores(
    corpora: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(syntax, "_EPOCHS", 2)
    made = []
    for name in ("first", "second"):
        out = tmp_path / name
        out.mkdir()
        shutil.copy(RESOURCES / "models" / "news-en" / "tags.txt", out)
        main(["--corpora", str(corpora), "--out", str(out), "--seed", "7", "--only", "syntax"])
        made.append({p.relative_to(out): p.read_bytes() for p in out.rglob("*") if p.is_file()})
    assert made[0] == made[1]
    scores = json.loads(made[0][Path("scores.json")])["syntax"]
    assert scores["held_back"] == ["GUM_news_a"]
    assert set(scores) == {"held_back", "words", "tag_accuracy", "uas", "las"}


def test_what_was_trained_reads(corpora: Path, tmp_path: Path) -> None:
    shutil.copy(RESOURCES / "models" / "news-en" / "tags.txt", tmp_path)
    main(["--corpora", str(corpora), "--out", str(tmp_path), "--only", "syntax"])
    read = Parser(tmp_path).read(words_of_text("The well-known dam didn't hold."))
    assert read.tags == ["DT", "JJ", "NN", "AUX", "RB", "VB", "."]
