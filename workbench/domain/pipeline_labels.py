"""What the labels of a pipeline that others trained probably mean in the scheme.

It is a proposal that people correct, so that it may guess: by the names that labels have in the
scheme or elsewhere, then by what is commonly trained on (OntoNotes, CoNLL, ACE). What is not
proposed is left out, as a suggestion under a wrong label is worse than none.
"""

from collections.abc import Iterable

from workbench.domain.errors import UserError
from workbench.domain.label_names import LabelNames
from workbench.domain.scheme import SPOKEN, Scheme

_COMMON = {
    "person": ("PERSON", "PER"),
    "organization": ("ORG", "ORGANIZATION", "ORGANISATION"),
    "place": ("GPE", "LOC", "LOCATION", "FAC", "FACILITY"),
    "group": ("NORP",),
    "time": ("DATE", "TIME"),
    "other": ("MISC", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE", "EVENT", "VEH", "WEA"),
}
_SPOKEN = {theirs: ours for ours, names in _COMMON.items() for theirs in names}


def proposed_labels(scheme: Scheme, labels: Iterable[str]) -> dict[str, str]:
    """LAYER/LABEL for each of the labels that probably means something in the scheme."""
    named = LabelNames(scheme)
    found = {label: _common(scheme, label) or _alike(named, label) for label in labels}
    return {label: meant for label, meant in found.items() if meant}


def _common(scheme: Scheme, label: str) -> str:
    """What a label of the usual corpora means, where the scheme has entities of that kind."""
    spoken = _SPOKEN.get(label.upper(), "")
    for layer in scheme.layers:
        for each in layer.labels:
            if layer.id == "entity" and spoken in {each.id, *each.names.get(SPOKEN, "").split()}:
                return f"{layer.id}/{each.id}"
    return ""


def _alike(named: LabelNames, label: str) -> str:
    """The one label that goes by this name."""
    try:
        return "/".join(named.find("", label))
    except UserError:
        return ""
