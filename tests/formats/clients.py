"""What programs that others wrote make of our files, in an environment of their own: JSON out.

Run by `test_clients`, never imported: none of these is a dependency of Workbench.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

import conllu
from datasets import load_dataset
from label_studio_sdk.label_interface import LabelInterface
from pyld import jsonld
from seqeval.metrics.sequence_labeling import get_entities

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# The beginning of a span, perhaps with its end, or an end alone; a number may say which fragment.
_BRACKET = re.compile(r"\(([^-()]+)-(\w+)(\)?)|([^()]+)\)")
OA = "http://www.w3.org/ns/oa#"


def label_studio(tasks: str, config: str) -> dict[str, Any]:
    """Whether Label Studio's own checks take the configuration, each task and each annotation."""
    interface = LabelInterface(Path(config).read_text(encoding="utf-8"))
    interface.validate()
    loaded = json.loads(Path(tasks).read_text(encoding="utf-8"))
    work = [annotation for task in loaded for annotation in task["annotations"]]
    return {
        "tasks": [interface.validate_task({"data": task["data"]}) for task in loaded],
        "annotations": [interface.validate_annotation(annotation) for annotation in work],
    }


def w3c(collection: str, context: str) -> dict[str, Any]:
    """The annotations after expansion: their terms, their attributes and their positions."""
    document = json.loads(Path(context).read_text(encoding="utf-8"))

    def load(url: str, _options: object) -> dict[str, Any]:
        if url != CONTEXT:
            raise ValueError(url)
        return {"contextUrl": None, "documentUrl": url, "document": document}

    jsonld.set_document_loader(load)
    read = json.loads(Path(collection).read_text(encoding="utf-8"))
    (expanded,) = jsonld.expand(read, {"base": "file:///c/x.jsonld"})
    said = json.dumps(expanded)
    return {
        "annotations": said.count(f'"{OA}Annotation"'),
        "positions": said.count(f'"{OA}TextPositionSelector"'),
        "quotes": said.count(f'"{OA}TextQuoteSelector"'),
        "attributes": said.count('"urn:workbench:attributes"'),
    }


def conllu_plus(*paths: str) -> dict[str, Any]:
    """What each file holds."""
    return {"files": [_conllu_plus(path) for path in paths]}


def _conllu_plus(path: str) -> dict[str, Any]:
    """The sentences, the text as its blanks say that it was, and the spans by their brackets."""
    sentences = conllu.parse(Path(path).read_text(encoding="utf-8"))
    tokens = [token for sentence in sentences for token in sentence]
    text, spans = "", []
    open_: dict[tuple[str, str], tuple[str, int]] = {}
    for token in tokens:
        misc = token["misc"] or {}
        start = len(text) + len(_blanks(misc.get("SpacesBefore", "")))
        end = start + len(token["form"])
        text += _blanks(misc.get("SpacesBefore", "")) + token["form"]
        text += "" if misc.get("SpaceAfter") == "No" else _blanks(misc.get("SpacesAfter", "\\s"))
        for column in (name for name in token if name.startswith("workbench:")):
            for number, label, last, closed in _BRACKET.findall(token[column] or ""):
                if label:
                    open_[column, number] = (label, start)
                if last or closed:
                    spans.append([column, *open_.pop((column, number or closed)), end])
    return {
        "sentences": [sentence.metadata["text"] for sentence in sentences],
        "document": sentences[0].metadata["newdoc id"],
        "text": text,
        "spans": sorted(spans),
        "silent": sorted({name for name in tokens[0] if tokens[0][name] == "_"}),
        "left_open": len(open_),
    }


def _blanks(said: str) -> str:
    """Blanks without their escapes."""
    return re.sub(r"\\(.)", lambda found: {"s": " ", "n": "\n", "t": "\t"}[found[1]], said)


def seqeval(*paths: str) -> dict[str, Any]:
    """The chunks of each file of columns, as the package of that name finds them."""
    return {"files": [_chunks(path) for path in paths]}


def _chunks(path: str) -> list[Any]:
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    rows = [line.split(" ") for line in lines if line and not line.startswith("-DOCSTART-")]
    found = get_entities([row[-1] for row in rows])
    return [[label, [row[0] for row in rows[a : b + 1]]] for label, a, b in found]


def datasets(spans: str, tokens: str, cache: str) -> dict[str, Any]:
    """What `datasets` makes of both tables: their rows, columns and words."""
    files = {"spans": spans, "tokens": tokens}
    read = {
        name: load_dataset("parquet", data_files=path, split="train", cache_dir=cache)
        for name, path in files.items()
    }
    return {
        "rows": {name: len(table) for name, table in read.items()},
        "quotes": [span["quote"] for row in read["spans"] for span in row["spans"]],
        "tagged": [
            row["tokens"][at]
            for row in read["tokens"]
            for at, tag in enumerate(row["ner_tags"])
            if tag != "O"
        ],
    }


ASKED = {each.__name__: each for each in (label_studio, w3c, conllu_plus, seqeval, datasets)}

if __name__ == "__main__":
    which, *files = sys.argv[1:]
    json.dump(ASKED[which](*files), sys.stdout)
