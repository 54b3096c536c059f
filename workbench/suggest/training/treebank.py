"""Trees of a CoNLL-U file, in words as the rules read them.

Rules take words joined by hyphens for one ("all-girl"), so their tokens become one here too: it has
the head of the token that stands under a word outside, and as a modifier it is an adjective.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_KEPT_SUBTYPES = frozenset(("pass", "relcl"))
_MODIFIES = frozenset(("amod", "compound"))


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence; `head` is its head's place in the sentence, its own for the root."""

    word: str
    tag: str
    head: int
    relation: str
    space: bool


def read_documents(folder: Path) -> dict[str, list[list[Token]]]:
    """The sentences of every document of a folder, by the document's id."""
    return {path.stem: list(_sentences(path)) for path in sorted(folder.glob("*.conllu"))}


def _sentences(path: Path) -> Iterator[list[Token]]:
    """The sentences of a file."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
        if rows:
            yield _joined(_tokens(rows))


def _tokens(rows: list[list[str]]) -> list[Token]:
    """The words of a sentence; those of a contraction ("don't") stand without a blank between."""
    glued = {
        str(number)
        for row in rows
        if "-" in row[0]
        for number in range(int(row[0].split("-")[0]), int(row[0].split("-")[1]))
    }
    ends = {row[0].split("-")[1]: row[9] for row in rows if "-" in row[0]}
    return [
        Token(
            word=row[1],
            tag=_tag(row[3], row[4]),
            head=int(row[6]) - 1 if row[6] != "0" else int(row[0]) - 1,
            relation=_relation(row[7]),
            space=row[0] not in glued and "SpaceAfter=No" not in ends.get(row[0], row[9]),
        )
        for row in rows
        if row[0].isdigit()
    ]


def _tag(part: str, tag: str) -> str:
    """The Penn tag, with auxiliaries and copulas apart from verbs."""
    return "AUX" if part == "AUX" and tag != "MD" else tag


def _relation(name: str) -> str:
    """A relation without the subtypes that no rule asks for."""
    plain, _, subtype = name.partition(":")
    return name if subtype in _KEPT_SUBTYPES else "ROOT" if plain == "root" else plain


def _joined(tokens: list[Token]) -> list[Token]:
    """The words of a sentence with those that hyphens hold together made one."""
    groups = _groups(tokens)
    place = {old: new for new, group in enumerate(groups) for old in group}
    return [_one(tokens, group, place) for group in groups]


def _groups(tokens: list[Token]) -> list[range]:
    """The runs of tokens that are one word."""
    groups: list[range] = []
    position = 0
    while position < len(tokens):
        end = position + 1
        while (
            end + 1 < len(tokens)
            and tokens[end].word == "-"
            and not tokens[end].space
            and not tokens[end - 1].space
        ):
            end += 2
        groups.append(range(position, end))
        position = end
    return groups


def _one(tokens: list[Token], group: range, place: dict[int, int]) -> Token:
    """The tokens of a group as one."""
    top = next(
        (i for i in reversed(group) if tokens[i].head not in group or tokens[i].head == i),
        group[-1],
    )
    token, last = tokens[top], tokens[group[-1]]
    modifies = len(group) > 1 and token.relation in _MODIFIES
    return Token(
        word="".join(tokens[i].word for i in group),
        tag="JJ" if modifies and not token.tag.startswith("NNP") else token.tag,
        head=place[token.head],
        relation=token.relation,
        space=last.space,
    )
