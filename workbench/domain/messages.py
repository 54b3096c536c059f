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
    # --- store: the project file
    "store.altered": (
        "“{path}” holds more than Workbench put into it, or less: somebody changed its tables. "
        "It is not opened; restore a backup, or ask whoever gave you the file."
    ),
    "store.busy": (
        "“{path}” is being written by another program and did not become free in time. "
        "Wait a moment and try again."
    ),
    "store.cannot_create": (
        "No file can be made in “{path}”: {reason}. Choose a folder that you may write to."
    ),
    "store.cannot_open": (
        "“{path}” cannot be opened for writing. Check that you may write to the file and its folder."
    ),
    "store.cannot_read": "“{path}” cannot be read: {reason}. Check that you may read it.",
    "store.damaged": (
        "“{path}” is damaged. Nothing was changed; make a copy of it and restore a backup."
    ),
    "store.disk_error": (
        "The disk refused to read or write “{path}”. Nothing was lost that was saved before; "
        "check the disk and try again."
    ),
    "store.disk_full": (
        "The disk that holds “{path}” is full. The last act was not saved, everything before it "
        "was; make room and do it again."
    ),
    "store.exists": "“{path}” is already there. Choose another name, or open that project.",
    "store.missing": "There is no project at “{path}”. Check the name, or make a new project.",
    "store.newer": (
        "“{path}” was made by a newer Workbench (file version {version}, this one knows {known}). "
        "Install the newer Workbench to open it."
    ),
    "store.not_a_project": (
        "“{path}” is not a Workbench project. Choose a file that ends in .workbench, or import it "
        "into a project."
    ),
    "store.nothing_to_redo": "There is nothing to do again.",
    "store.nothing_to_undo": "There is nothing of yours to undo.",
    "store.read_only": (
        "“{path}” may not be written to. Copy it to a folder of your own, or ask for the right to "
        "write."
    ),
    "store.truncated": (
        "“{path}” is cut short: a part of the file is missing. Copy it again from where it came "
        "from, or restore a backup."
    ),
    "store.undo_conflict": (
        "This cannot be taken back or done again: something made since then stands in its place. "
        "Nothing was changed."
    ),
    "store.undo_refused": (
        "This cannot be taken back or done again: {who} changed it since then ({verb}). "
        "Nothing was changed; undo that first."
    ),
    # --- operations
    "operations.already_marked": (
        "You have marked this very span as “{label}” already. Choose another label or span."
    ),
    "operations.annotation_gone": (
        "This annotation is no longer there: somebody removed it. Nothing was changed."
    ),
    "operations.no_name": "A person needs a name. Type one.",
    "operations.not_yours": (
        "This annotation is another person's. Switch to that person, or mark the span yourself."
    ),
    "operations.unknown_annotator": (
        "There is no annotator “{name}” in the project. There are: {known}."
    ),
    "operations.unknown_scheme": (
        "There is no scheme “{scheme}”. Name one of {known}, or give the path of a YAML file."
    ),
}
