"""What is known of an article beside its text, under keys that other tools carry along.

Label Studio, doccano and Prodigy keep the keys that they do not know and give them back, so nothing
of it is lost there. Keys that strangers chose become metadata, whatever they hold.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict

from workbench.domain.article import Appearance, Article
from workbench.domain.corpus import CorpusArticle
from workbench.domain.text import text_hash
from workbench.formats.json_values import TEXT, Object, Table, checked, texts

_TITLE = 200  # characters of a first line that stands for a missing title
_APPEARANCE = Table(dict.fromkeys(("source", "url", "author", "published", "file"), TEXT))
_FLAT = ("source", "url", "author", "published")  # where strangers say it of the one appearance
_HEAD = ("article", "title", "language", "file", "file_hash", "created")
_OWN: dict[str, type] = {
    **dict.fromkeys((*_HEAD, *_FLAT), str),
    "appearances": list,
    "extra": dict,
}


def said_of(corpus: CorpusArticle) -> Object:
    """What is known of an article, without what is empty."""
    head = corpus.article
    said: Object = {
        "article": head.id,
        "title": head.title,
        "language": head.language,
        "file": head.file,
        "file_hash": head.file_hash,
        "created": head.created,
        "appearances": [asdict(appearance) for appearance in corpus.appearances],
        "extra": dict(head.meta),
    }
    return {key: value for key, value in said.items() if value or key == "title"}


def known_of(said: Object, text: str, place: str) -> tuple[Article, tuple[Appearance, ...]]:
    """The article, and where it appeared; raises `UserError` where our own keys hold nonsense.

    What stands under the keys of strangers, or is of another kind than ours, is metadata.
    """
    ours: Object = {key: value for key, value in said.items() if type(value) is _OWN.get(key)}
    others = {key: _as_text(value) for key, value in said.items() if key not in ours}
    head = Article(
        id=ours.get("article", ""),
        title=ours.get("title", text.strip().partition("\n")[0][:_TITLE]),
        length=len(text),
        text_hash=text_hash(text),
        language=ours.get("language", ""),
        file=ours.get("file", ""),
        file_hash=ours.get("file_hash", ""),
        meta={**others, **texts(ours.get("extra", {}), f"{place}.extra")},
        created=ours.get("created", ""),
    )
    return head, tuple(_appearances(ours, place))


def _as_text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _appearances(ours: Object, place: str) -> Iterator[Appearance]:
    """Where the text appeared: what our own key lists, or what strangers say of it."""
    flat = {key: ours[key] for key in _FLAT if key in ours}
    for index, value in enumerate(ours.get("appearances", [flat] if flat else [])):
        said = checked(value, _APPEARANCE, f"{place}.appearances[{index}]")
        yield Appearance(**{key: each or "" for key, each in said.items()})
