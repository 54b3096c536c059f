"""What programs that others wrote make of our files, in an environment of their own: JSON out.

Run by `test_clients`, never imported: none of these is a dependency of Workbench.
"""

import json
import sys
from pathlib import Path
from typing import Any

from label_studio_sdk.label_interface import LabelInterface
from pyld import jsonld

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
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


if __name__ == "__main__":
    which, *files = sys.argv[1:]
    json.dump({"label_studio": label_studio, "w3c": w3c}[which](*files), sys.stdout)
