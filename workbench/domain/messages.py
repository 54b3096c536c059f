"""The English sentence of every `UserError`, by key.

A sentence says what is wrong and what to do about it, in plain words. The window translates these
very sentences, so they stand in one table. Keys are `room.what`; places are `str.format` names.
"""

MESSAGES: dict[str, str] = {
    # --- domain: text, spans, scheme
    "domain.span_beyond_text": (
        "The span {start}–{end} lies outside the text, which has {length} characters. "
        "Check the offsets."
    ),
    "domain.span_empty": "The span {start}–{end} is empty. Select at least one character.",
    "domain.fragments_overlap": (
        "The fragments of one annotation must not overlap or touch. Join them into one span."
    ),
    "domain.quote_differs": (
        "The quote “{quote}” is not what stands at {start}–{end}: “{found}”. "
        "Check the offsets and the text they were made on."
    ),
    "domain.unknown_layer": "There is no layer “{layer}” in the scheme. Layers are: {known}.",
    "domain.unknown_label": (
        "The layer “{layer}” has no label “{label}” in the scheme. Its labels are: {known}."
    ),
    "domain.unknown_attribute": (
        "“{attribute}” is not an attribute of {layer} “{label}” in the scheme. "
        "Its attributes are: {known}."
    ),
    "domain.bad_value": (
        "“{value}” is not a value of the attribute “{attribute}”. Choose one of: {known}."
    ),
    "domain.unknown_relation": (
        "The scheme has no relation “{type}” from {source} to {target}. Relations are: {known}."
    ),
    "domain.unknown_article_label": (
        "The scheme has no article label “{name}”. Article labels are: {known}."
    ),
    # --- operations: workers
    "operations.worker_died": (
        "The process that did the work ended unexpectedly ({reason}). Nothing is lost. "
        "Try again; if it happens with the same article again, leave that article out."
    ),
    # --- suggest
    "suggest.unknown_suggester": ("There is no suggester “{name}”. Choose one of: {known}."),
    "suggest.missing_resource": (
        "The suggester “{name}” cannot be loaded, since its file {path} is missing. "
        "Install Workbench again."
    ),
}
