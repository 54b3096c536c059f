"""The scheme as Label Studio's labelling configuration, and the names of its controls.

A control's name must be its own, so an attribute's begins with its layer, and that of a label of
the whole article with `article`.
"""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from workbench.domain.scheme import ArticleLabelType, Attribute, Layer, Scheme

TEXT = "text"  # the name of what is labelled, and of the key that it stands under
CONTINUES = "continues"  # the relation from the first piece of a span to each further one
QUESTION, ANSWER = "unsure", "answer"
_ARTICLE = "article-"


def label_name(layer: str, label: str) -> str:
    """What a label is called."""
    return f"{layer}/{label}"


def attribute_name(layer: str, attribute: str) -> str:
    """The control of an attribute of spans."""
    return f"{layer}-{attribute}"


def article_name(label: str) -> str:
    """The control of a label of the whole article."""
    return f"{_ARTICLE}{label}"


def attribute_of(control: str, layer: str) -> str:
    """The attribute that a control of a region sets; a stranger's is called as its control."""
    return control.removeprefix(f"{layer}-")


def article_label_of(control: str) -> str:
    """The label of the whole article that a control sets."""
    return control.removeprefix(_ARTICLE)


def configuration(scheme: Scheme) -> str:
    """The whole configuration."""
    lines = (
        *_relations(scheme),
        *(line for layer in scheme.layers for line in _labels(layer)),
        _tag("Text", name=TEXT, value=f"${TEXT}"),
        *(line for layer in scheme.layers for line in _attributes(layer)),
        *(line for name in (QUESTION, ANSWER) for line in _of_region("", (), _texts(name), name)),
        *(line for label in scheme.article_labels for line in _article_label(label)),
    )
    return "\n".join(("<View>", *(f"  {line}" for line in lines), "</View>", ""))


def _relations(scheme: Scheme) -> Iterator[str]:
    yield "<Relations>"
    for name in (*(relation.id for relation in scheme.relations), CONTINUES):
        yield f"  {_tag('Relation', value=name)}"
    yield "</Relations>"


def _labels(layer: Layer) -> Iterator[str]:
    yield _open("Labels", name=layer.id, toName=TEXT)
    for label in layer.labels:
        name = label_name(layer.id, label.id)
        yield f"  {_tag('Label', value=name, background=label.color, hint=label.guideline)}"
    yield "</Labels>"


def _attributes(layer: Layer) -> Iterator[str]:
    """The attributes of a layer, each shown for the labels that have it."""
    for attribute in layer.attributes:
        labels = [
            label_name(layer.id, label.id)
            for label in layer.labels
            if attribute.applies_to(label.id)
        ]
        name = attribute_name(layer.id, attribute.id)
        yield from _of_region(layer.id, labels, _values(attribute, name), attribute.name)


def _values(attribute: Attribute, name: str) -> Iterator[str]:
    """The control of an attribute."""
    if attribute.values:
        return _choices(name, attribute.values, perRegion="true", choice="single-radio")
    return _texts(name)


def _of_region(
    layer: str, labels: Iterable[str], control: Iterable[str], title: str
) -> Iterator[str]:
    """A control that is shown under its title while a region is selected."""
    yield _open(
        "View", visibleWhen="region-selected", whenTagName=layer, whenLabelValue=",".join(labels)
    )
    yield f"  {_tag('Header', value=title, size='5')}"
    yield from (f"  {line}" for line in control)
    yield "</View>"


def _article_label(label: ArticleLabelType) -> Iterator[str]:
    """The control of a label of the whole article."""
    name = article_name(label.id)
    yield _tag("Header", value=label.name, size="5")
    if label.values:
        choice = "multiple" if label.multiple else "single-radio"
        yield from _choices(name, label.values, choice=choice)
    else:
        yield _tag("TextArea", name=name, toName=TEXT)


def _choices(name: str, values: Iterable[str], **said: str) -> Iterator[str]:
    yield _open("Choices", name=name, toName=TEXT, **said)
    yield from (f"  {_tag('Choice', value=value)}" for value in values)
    yield "</Choices>"


def _texts(name: str) -> Iterator[str]:
    yield _tag("TextArea", name=name, toName=TEXT, perRegion="true")


def _tag(kind: str, **said: str) -> str:
    return f"{_open(kind, **said)[:-1]}/>"


def _open(kind: str, **said: str) -> str:
    """The beginning of an element, without attributes that are empty."""
    given = (f"{key}={quoteattr(value)}" for key, value in said.items() if value)
    return f"<{' '.join((kind, *given))}>"
