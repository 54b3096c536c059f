"""Our types of UIMA, and where each kind of thing stands in them."""

from cassis import TypeSystem

WORK, SPAN, FRAGMENT, RELATION, PAIR = (
    "workbench.Work", "workbench.Span", "workbench.Fragment", "workbench.Relation",
    "workbench.Pair",
)  # fmt: skip
ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
_STRING, _ARRAY = "uima.cas.String", "uima.cas.FSArray"
_ANNOTATION, _TOP = "uima.tcas.Annotation", "uima.cas.TOP"
SAID = (
    "note",
    "unsure",
    "answer",
    "created",
    "modified",
    "by",
    "suggester",
    "suggestion",
    "carriedFrom",
)
_SUPER = {WORK: _TOP, SPAN: _ANNOTATION, FRAGMENT: _ANNOTATION, RELATION: _TOP, PAIR: _TOP}
_TEXTS = {
    WORK: ("annotator", "about"),
    SPAN: ("uid", "layer", "label", *SAID),
    RELATION: ("uid", "kind", "note", "created", "modified"),
    PAIR: ("name", "value"),
}
_ARRAYS = {
    WORK: {"finished": PAIR, "labels": PAIR},
    SPAN: {"fragments": FRAGMENT, "attributes": PAIR},
    RELATION: {"attributes": PAIR},
}
_OTHERS = {
    SPAN: {"schemeVersion": "uima.cas.Integer", "score": "uima.cas.Double"},
    RELATION: {"source": SPAN, "target": SPAN},
}


def typesystem() -> TypeSystem:
    """A system with our types."""
    made = TypeSystem()
    types = {name: made.create_type(name, above) for name, above in _SUPER.items()}
    for name, type in types.items():
        for feature in _TEXTS.get(name, ()):
            made.create_feature(type, feature, _STRING)
        for feature, element in _ARRAYS.get(name, {}).items():
            made.create_feature(type, feature, _ARRAY, elementType=element)
        for feature, value in _OTHERS.get(name, {}).items():
            made.create_feature(type, feature, value)
    return made


def readable() -> TypeSystem:
    """A system with our types, and the one of others that is read."""
    made = typesystem()
    entity = made.create_type(ENTITY, _ANNOTATION)
    for feature in ("value", "identifier"):
        made.create_feature(entity, feature, _STRING)
    return made
