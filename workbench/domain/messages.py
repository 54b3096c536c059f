"""The English sentence of every `UserError`, by key.

A sentence says what is wrong and what to do about it, in plain words. The window translates these
very sentences, so they stand in one table. Keys are `room.what`; places are `str.format` names.
"""

MESSAGES: dict[str, str] = {
    # --- commands
    "commands.display_silent": (
        "The display “{display}” does not answer, so no window can open. Check {variable}, and "
        "whether you may use that display."
    ),
    "commands.missing_libraries": (
        "The window needs system libraries that are missing here. On Debian or Ubuntu, run: "
        "apt-get install {packages}"
    ),
    "commands.no_display": (
        "There is no display here, so no window can open. Run this on a desktop, or use the "
        "commands that need no window: workbench --help lists them."
    ),
    "commands.unknown_platform": (
        "QT_QPA_PLATFORM asks for “{platform}”, which Workbench cannot show windows on. Leave it "
        "unset, or choose one of: {known}."
    ),
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
    "domain.bad_template": (
        "A label cannot be made of “{place}”. Use what has a list of values: {known}."
    ),
    "domain.empty_template": (
        "“{template}” says of no label what it is made of. Write LAYER={{label}}.{{attribute}}."
    ),
    "domain.no_names_elsewhere": (
        "No label of the scheme has a name in “{names}”. Give them some, or choose another."
    ),
    "domain.bad_shares": (
        "“{shares}” are no shares of a split. Write whole numbers for train, dev and test, such as "
        "80/10/10, or for train and test, such as 80/20."
    ),
    "domain.bad_grouping": (
        "Articles cannot be grouped by “{grouping}”. Choose source, date, or meta.KEY."
    ),
    "domain.no_date": (
        "“{date}” is no date. Write a year, a month or a day, such as 2024, 2024-01 or 2024-01-31."
    ),
    "domain.unknown_label": (
        "The layer “{layer}” has no label “{label}” in the scheme. Its labels are: {known}."
    ),
    "domain.unclear_label": (
        "“{label}” could be several labels of the scheme: {meant}. Say which one is meant: "
        "{label}=LAYER/LABEL."
    ),
    "domain.unknown_name": (
        "“{label}” is no label of the scheme. Add it to the scheme, or say which label is meant: "
        "{label}=LAYER/LABEL."
    ),
    "domain.unknown_attribute": (
        "“{attribute}” is not an attribute of {layer} “{label}” in the scheme. "
        "Its attributes are: {known}."
    ),
    "domain.unknown_relation_attribute": (
        "“{attribute}” is not an attribute of the relation “{type}” in the scheme. "
        "Its attributes are: {known}."
    ),
    "domain.bad_value": (
        "“{value}” is not a value of the attribute “{attribute}”. Choose one of: {known}."
    ),
    "domain.bad_date": (
        "“{value}” is not a date for the attribute “{attribute}”. "
        "Write the year, the month or the day as far as it is known: 2023, 2023-12, 2023-12-05."
    ),
    "domain.unknown_relation": (
        "The scheme has no relation “{type}” from {source} to {target}. Relations are: {known}."
    ),
    "domain.scheme_bad_color": (
        "“{color}”, the colour of “{name}”, is not of the form #rrggbb. Correct it."
    ),
    "domain.scheme_bad_id": (
        "“{id}” is not an id. Use small letters, digits and _, a letter first."
    ),
    "domain.scheme_bad_key": "“{found}”, the key of “{name}”, is not one character. Choose one.",
    "domain.scheme_id_taken": "The id “{id}” is taken already. Choose another.",
    "domain.scheme_key_taken": (
        "The key “{found}” of “{name}” is that of “{owner}” already. Choose another."
    ),
    "domain.scheme_no_end": (
        "The relation “{name}” would lead from or to nothing. Give it a layer at both ends."
    ),
    "domain.scheme_no_labels": (
        "The layer “{name}” would have no label left. Give it another one first."
    ),
    "domain.scheme_no_name": "“{id}” needs a name to show. Type one.",
    "domain.scheme_no_values": (
        "“{name}” is a choice and needs values, none of them blank. Write one in each line."
    ),
    "domain.scheme_stray_values": (
        "“{name}” is free text or a date, which has no list of values. Take them out, or make it a "
        "choice."
    ),
    "domain.scheme_unknown": "There is no “{id}” in the scheme at this place. There are: {known}.",
    "domain.scheme_value_twice": "The value “{value}” of “{name}” stands twice. Remove one.",
    "domain.unknown_article_label": (
        "The scheme has no article label “{name}”. Article labels are: {known}."
    ),
    # --- intake: files that cannot be read, and notes on those that were
    "intake.archive_annotated": (
        "This file in the archive holds annotations. Take it out of there and import it by itself."
    ),
    "intake.archive_bomb": (
        "The archive holds more than it says, as if made to fill the disk. "
        "Take the files out with another program and import those you trust."
    ),
    "intake.archive_link": (
        "This is a link to another place and no file. Pack the file itself that it leads to."
    ),
    "intake.archive_locked": (
        "This file in the archive asks for a password. Take it out with another program first."
    ),
    "intake.archive_members": (
        "There are more than {limit} files in the archive. Cut it into several archives."
    ),
    "intake.archive_nested": (
        "This is an archive within an archive. Take it out of there and import it by itself."
    ),
    "intake.archive_packing": (
        "This file is packed in an unusual way. Make the archive anew with another program."
    ),
    "intake.archive_path": (
        "Its name in the archive leads out of the archive, which no honest program writes. "
        "Take it out by hand if you trust it."
    ),
    "intake.archive_unpacks_too_large": (
        "The archive would unpack to {megabytes} MB, and {limit} MB are the limit. "
        "Cut it into several archives."
    ),
    "intake.bad_pattern": (
        "“{pattern}” is no pattern for names of files. Write fields in braces, each once and with "
        "a sign between two of them, such as {{source}}_{{date}}_{{title}}.txt."
    ),
    "intake.binary": (
        "This is no text but a binary file. "
        "Give it the ending of what it is (.docx, .pdf …), or leave it out."
    ),
    "intake.broken_table": (
        "The table is damaged at line {line}: {reason}. "
        "Check the quotation marks there, or save it again as CSV from a spreadsheet."
    ),
    "intake.damaged": (
        "The {kind} file is damaged and cannot be read ({reason}). "
        "Open it in the program that made it and save it again."
    ),
    "intake.empty": "There is no text in it. Check that it is the right file.",
    "intake.empty_archive": "There are no files in this archive. Choose another one.",
    "intake.empty_entry": "Entry {number} of the feed has no text. Save the page that it links to.",
    "intake.empty_feed": "There are no entries in this feed. Save it again when there are.",
    "intake.empty_folder": "There are no files in this folder. Choose another one.",
    "intake.empty_line": "The text of the article at line {line} is empty. Fill it in.",
    "intake.feed_entities": (
        "The XML declares entities, which a feed has no need of and which can do harm. "
        "Save the feed again from where it comes."
    ),
    "intake.field_twice": (
        "Two columns are said to be “{field}”. Say it of one, and of the other that it is “meta”."
    ),
    "intake.missing": "There is no such file. Check the name, or whether it was moved.",
    "intake.no_article": (
        "No article was found on this page. Copy the text from the browser and paste it instead."
    ),
    "intake.no_feed": (
        "This XML is no feed: it begins with “{root}”. Save it as RSS or Atom, or as a web page."
    ),
    "intake.no_such_column": (
        "There is no column “{column}”: the columns are {columns}. Write it as it stands there."
    ),
    "intake.no_text_column": (
        "No column holds the text: the columns are {columns}. Name the one with the text “text”."
    ),
    "intake.no_text_key": (
        "Line {line} has no text: its keys are {keys}. Name the one with the text “text”."
    ),
    "intake.not_a_file": "This is no plain file. Choose a file that holds text.",
    "intake.not_an_object": (
        "Line {line} is JSON but no object. Write each article as {{…}} with a key “text”."
    ),
    "intake.not_json": (
        "Line {line} is not JSON. Each line must hold one whole article as {{…}}; mend that line."
    ),
    "intake.pdf_locked": (
        "The PDF file asks for a password. Save a copy without a password and take that."
    ),
    "intake.pdf_without_text": (
        "The PDF file holds pictures of pages and no text. Run it through text recognition first."
    ),
    "intake.surplus_cells": (
        "The row at line {line} has {found} cells for {columns} columns. "
        "Put quotation marks around cells that hold the delimiter."
    ),
    "intake.too_large": (
        "It has {megabytes} MB, and {limit} MB are the limit for one file. Cut it into parts."
    ),
    "intake.unknown_encoding": (
        "“{encoding}” is no encoding of text. Name one such as utf-8 or windows-1252."
    ),
    "intake.unknown_field": ("“{field}” is nothing that a column can be. Choose one of: {known}."),
    "intake.unknown_format": (
        "Files of this kind ({suffix}) cannot be read. Save it as one of: {known}. If it is of a "
        "known format under another name, import it with workbench import … --format."
    ),
    "intake.unpacks_too_large": (
        "It would unpack to {megabytes} MB, and {limit} MB are the limit. "
        "Take out the large pictures, or save its text alone."
    ),
    "intake.unreadable": (
        "It cannot be read: {reason}. Check the permissions, and that the disk is there."
    ),
    "intake.word_locked": (
        "This document has a password or the old .doc format. "
        "Open it in a word processor and save it as .docx without a password."
    ),
    "intake.wrong_encoding": (
        "The file is not in the encoding {encoding}. Name another one, or leave it to be detected."
    ),
    "intake.note_date_unread": "The date could not be read and is kept with the metadata.",
    "intake.note_encoding_damaged": (
        "Some bytes did not fit the encoding and were replaced by �. Check the text."
    ),
    "intake.note_encoding_guessed": (
        "The encoding was guessed. If letters look wrong, import the file again and name it."
    ),
    "intake.note_heading_marks": "The marks of headings were taken out.",
    "intake.note_headline_once": "The headline stood there more than once and was kept once.",
    "intake.note_name_differs": (
        "The name of the file does not fit the pattern, so that nothing was taken from it."
    ),
    "intake.note_summary_only": (
        "The feed carries a summary alone. For the whole article save the page that it links to."
    ),
    "intake.note_tidied": "Blanks at line ends and empty lines beyond one were taken out.",
    "intake.note_title_added": "The title was put before the text as its headline.",
    "intake.note_whole_page": (
        "The page is too small to tell the article from the rest, so all its paragraphs were taken."
    ),
    # --- formats
    "formats.ambiguous": (
        "It could be of several formats: {formats}. Import it with workbench import … --format and "
        "the one that it is."
    ),
    "formats.brat_line": (
        "{place}: this is no line that brat writes. Correct it, or leave the file out."
    ),
    "formats.cannot_read": "“{path}” cannot be read: {reason}. Check the name and your rights.",
    "formats.cannot_write": (
        "“{path}” cannot be written: {reason}. Nothing that stood there was changed; choose "
        "another place or make room."
    ),
    "formats.dangling": (
        "{place} leads from or to “{id}”, which is not among what stands in the same line. "
        "Add it, or remove the relation."
    ),
    "formats.hull_differs": (
        "In {place}, start {start} and end {end} are not the ends of the fragments, {first} and "
        "{last}. Correct them, or leave them out."
    ),
    "formats.id_twice": "In {place}, the id “{id}” stands a second time. Give it another.",
    "formats.folder_not_empty": (
        "“{path}” holds files that no export made. Choose an empty folder, or a new name."
    ),
    "formats.is_folder": "“{path}” is a folder. Give the file a name in it.",
    "formats.json_number": "A number is none that JSON knows. Write it in digits.",
    "formats.json_too_deep": "The JSON is nested too deep to be a corpus. Check the file.",
    "formats.key_twice": "The key “{name}” stands twice in one object. Remove one of them.",
    "formats.line_too_long": "The line is longer than a corpus's article can be. Check the file.",
    "formats.missing_key": "In {place}, “{name}” is missing. Add it.",
    "formats.nothing_in_folder": "There is no “{suffix}” file here. Name the folder that has them.",
    "formats.no_cas": "This is no CAS that can be read: {reason}. Check the file.",
    "formats.no_extra": (
        "The format “{format}” needs a library that is not installed. Install it: "
        "pip install 'annotation-workbench[{extra}]'."
    ),
    "formats.no_tag": (
        "{place}: “{found}” is no tag such as B-PER, I-PER or O. Correct it, or leave the file out."
    ),
    "formats.no_webanno": (
        "“{found}” is no line that a file of WebAnno TSV 3 begins with. Export it again, in that "
        "version."
    ),
    "formats.no_text": "The text is empty. Give the article a text, or remove it.",
    "formats.no_unit_fits": (
        "{place}: the file says “{said}”, and “{found}” stands there, whatever unit its offsets "
        "count. Check that the text is the one that was annotated."
    ),
    "formats.not_a_count": "{place} is not a number that counts. Write a whole number from 0.",
    "formats.not_a_label": "{place} is not a label. Write [start, end, name].",
    "formats.not_a_range": "{place} is not a start and an end. Write two whole numbers.",
    "formats.not_a_zone": "{place} is not a zone. Write [kind, start, end].",
    "formats.not_a_folder": (
        "“{path}” is a file, and this format writes a folder. Choose another name."
    ),
    "formats.not_accepted": (
        "The annotator did not accept this (answer: {answer}), so it was left out."
    ),
    "formats.not_json": "This is not JSON (column {column}). Correct the line.",
    "formats.not_json_on": "From here on this is not JSON. Correct the file.",
    "formats.not_utf8": "This is not UTF-8 (byte {position}). Save the file as UTF-8.",
    "formats.scheme_bad_color": (
        "{file}, line {line}: the colour of {place} is not of the form #rrggbb. Correct it."
    ),
    "formats.scheme_bad_key": (
        "{file}, line {line}: the key of {place} is not one character. Choose one."
    ),
    "formats.scheme_key_taken": (
        "{file}, line {line}: the key of {place} is taken already. Choose another."
    ),
    "formats.scheme_no_end": (
        "{file}, line {line}: the end of the relation {place} names no layer or label of the "
        "scheme. Correct it."
    ),
    "formats.scheme_no_labels": "{file}, line {line}: {place} has no labels. Give it one.",
    "formats.scheme_no_values": (
        "{file}, line {line}: {place} belongs to a text or date, which has no list of values. "
        "Remove the values, or make it a choice."
    ),
    "formats.scheme_short_label": (
        "{file}, line {line}: the label {place} must be [key, names elsewhere, guideline]."
    ),
    "formats.scheme_short_relation": (
        "{file}, line {line}: the relation {place} must be [key, from, to, how many]."
    ),
    "formats.scheme_two_ends": (
        "{file}, line {line}: {place} names more or less than one layer. Give each end one."
    ),
    "formats.over_a_project": (
        "“{path}” is a project, and writing there would lose all work in it. Choose another name."
    ),
    "formats.unknown_format": "There is no format “{format}” to read. Choose one of: {known}.",
    "formats.unknown_key": "In {place}, “{name}” is unknown. Remove it; known are: {known}.",
    "formats.unknown_to_write": ("There is no format “{format}” to write. Choose one of: {known}."),
    "formats.unknown_value": "In {place}, “{found}” is unknown. Choose one of: {known}.",
    "formats.wrong_type": "{place} should be of type {expected}, not {found}. Correct it.",
    "formats.yaml_alias": (
        "{file}, line {line}: aliases (* and &) are not allowed in a scheme. Write it out."
    ),
    "formats.yaml_bad_id": (
        "{file}, line {line}: “{found}” is not an id. Use small letters, digits and _, a letter "
        "first."
    ),
    "formats.yaml_deep": "{file}, line {line}: this is nested too deep for a scheme. Flatten it.",
    "formats.yaml_empty": "{file} is empty. Write a scheme into it, or choose another file.",
    "formats.yaml_long": (
        "{file} is longer than a scheme can be ({longest} characters). Choose another file."
    ),
    "formats.yaml_missing": "{file}, line {line}: {place} lacks “{name}”. Add it.",
    "formats.yaml_not_flag": "{file}, line {line}: {place} must be true or false.",
    "formats.yaml_not_known": (
        "{file}, line {line}: “{found}” is not known at {place}. Known are: {known}."
    ),
    "formats.yaml_not_list": "{file}, line {line}: {place} must be a list.",
    "formats.yaml_not_mapping": "{file}, line {line}: {place} must be a mapping.",
    "formats.yaml_not_number": "{file}, line {line}: {place} must be a whole number.",
    "formats.yaml_not_text": "{file}, line {line}: {place} must be a text.",
    "formats.only_written": (
        "The format “{format}” is written here, and not read. Import the corpus in another one, "
        "such as jsonl."
    ),
    "formats.stands_beside": (
        "It stands beside a corpus and holds no article. Choose the corpus itself, or its folder."
    ),
    "formats.unrecognised": (
        "It is of no format that is recognised. If it is one of these, import it with workbench "
        "import … --format: {known}."
    ),
    "formats.webanno_line": (
        "{place}: this is no line that WebAnno writes. Correct it, or leave the file out."
    ),
    "formats.yaml_not_utf8": "{file} is not UTF-8. Save it as UTF-8.",
    "formats.yaml_syntax": "{file}, line {line}: this is not YAML. Check quotes and indents.",
    "formats.yaml_tag": "{file}, line {line}: tags (!…) are not allowed in a scheme. Remove it.",
    "formats.yaml_twice": "{file}, line {line}: “{name}” stands twice. Remove one of them.",
    "formats.yaml_unknown_key": "{file}, line {line}: “{name}” is unknown. Known are: {known}.",
    # --- operations: workers
    "operations.worker_died": (
        "The process that did the work ended unexpectedly ({reason}). Nothing is lost. "
        "Try again; if it happens with the same article again, leave that article out."
    ),
    "operations.file_too_hard": (
        "The process that read it was ended ({reason}). Leave it out, or save its text in another "
        "format."
    ),
    # --- suggest
    "suggest.unknown_suggester": ("There is no suggester “{name}”. Choose one of: {known}."),
    "suggest.none_kept": (
        "There is no suggester “{name}” that could be removed: the project has none of its own."
    ),
    "formats.plugin_broken": (
        "The format “{name}” comes with a plug-in that cannot be loaded ({reason}). "
        "Mend or remove its package; all other formats work without it."
    ),
    "suggest.plugin_broken": (
        "The suggester “{name}” is a plug-in that cannot be loaded ({reason}). "
        "Mend or remove its package; all other suggesters work without it."
    ),
    "operations.suggester_exists": (
        "There is a suggester “{name}” in this project already. Choose another name."
    ),
    "operations.suggester_without_name": "A suggester needs a name. Give it one.",
    "operations.unreadable_words": (
        "The list of words {path} cannot be read: {reason}. Save it as plain text, one a line."
    ),
    "operations.no_words": "The list of words is empty. Write at least one word.",
    "suggest.unknown_kind": (
        "The suggester “{name}” is of a kind that this version does not know ({kind}). "
        "Install a newer Workbench, or remove it; all other suggesters work without it."
    ),
    "suggest.pipeline_broken": (
        "The pipeline “{name}” cannot be loaded ({reason}). "
        "Mend or remove it; all other suggesters work without it."
    ),
    "suggest.pipeline_missing": (
        "The pipeline “{name}” needs the package {package}, which is not installed. "
        "Install it, or remove the suggester."
    ),
    "suggest.pipeline_gone": (
        "The pipeline “{name}” is not found: there is no folder {path}, nor a package of that name."
    ),
    "operations.untrusted_folder": (
        "The suggester “{name}” is a pipeline in {path}, which could run code on this machine, so "
        "that it is not loaded before you allow it: in the window under Suggesters…, or by "
        "`workbench suggesters FILE trust NAME` (with `add`: --trust)."
    ),
    "operations.preview_failed": "This article cannot be read by it: {reason}.",
    "operations.pipeline_without_label": (
        "The pipeline “{name}” has no label “{label}”. Its labels are: {known}."
    ),
    "suggest.broken_pattern": (
        "The pattern “{pattern}” is broken at character {place}: {reason}. Correct it."
    ),
    "suggest.pattern_too_long": (
        "The pattern “{pattern}” repeats too much. Take smaller numbers in its braces."
    ),
    "suggest.pattern_too_large": (
        "The pattern that begins with “{pattern}” is too large. Make it simpler, or write a list "
        "of words."
    ),
    "suggest.pattern_too_slow": (
        "The pattern “{pattern}” takes too long on this text. Make it simpler: a repeat within a "
        "repeat is the usual cause."
    ),
    "suggest.damaged_model": (
        "The learned model “{name}” cannot be read: {reason}. Choose an earlier one, or train anew."
    ),
    "operations.too_few_lessons": (
        "There are not enough articles to learn from: {number} with the layer “{layer}” finished, "
        "near-duplicates counted once, and {needed} are needed. Finish more, then train again."
    ),
    "operations.no_marks_to_learn": (
        "Nothing is marked in the finished articles of the layer “{layer}”, so there is nothing to "
        "learn. Mark something, then train again."
    ),
    "suggest.damaged_resource": (
        "The suggester “{name}” cannot be loaded, since a file of it is damaged ({reason}). "
        "Install Workbench again; everything else works without it."
    ),
    "suggest.missing_resource": (
        "The suggester “{name}” cannot be loaded, since its file {path} is missing. "
        "Install Workbench again; everything else works without it."
    ),
    # --- store: the project file
    "store.history_damaged": (
        "A part of the history of this project is damaged and cannot be read. The "
        "annotations stand as they are; put back a backup to have the history again."
    ),
    "store.journal_unsound": (
        "The history of one of the copies is damaged, or was not written by Workbench. Nothing is "
        "merged; ask for the file again, or import the work as jsonl."
    ),
    "store.one_copy_twice": (
        "These files went on as if they were one and the same copy, as when an older state of a "
        "file is put back over it. Their histories cannot be told apart, so nothing is merged. "
        "Export the newer work as jsonl and import it."
    ),
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
        "“{path}” cannot be opened for writing. Check that you may write to the file and to its "
        "folder."
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
    "store.gone": (
        "“{path}” was moved, deleted or replaced while it was open, so nothing can be saved in it. "
        "Put it back in its place and try again."
    ),
    "store.foreign_log": (
        "The log beside “{path}” is not its own: another file lay in its place before. Nothing was "
        "changed. Close it wherever it is open, move “{log}” elsewhere, and open it again."
    ),
    "store.missing": "There is no project at “{path}”. Check the name, or make a new project.",
    "store.newer": (
        "“{path}” was made by a newer Workbench (file version {version}, this one knows {known}). "
        "Install the newer Workbench to open it."
    ),
    "store.not_a_project": (
        "“{path}” is not a Workbench project. Choose a file that ends in .workbench, or import it "
        "into a project."
    ),
    "store.nothing_to_find": "Type at least one word to find; a minus only leaves articles out.",
    "store.not_your_act": (
        "Only your own steps can be taken back, and this one is {who}'s. Ask {who} to take it back."
    ),
    "store.nothing_to_redo": "There is nothing to do again.",
    "store.nothing_to_undo": "There is nothing of yours to undo.",
    "store.only_read": (
        "“{path}” may not be written to, so it is open for reading only, as it was when it was "
        "opened. To work in it, copy it to a folder of your own."
    ),
    "store.read_only": (
        "“{path}” may not be written to. Copy it to a folder of your own, or ask for the right to "
        "write."
    ),
    "store.truncated": (
        "“{path}” is cut short: a part of the file is missing. Copy it again from where it came "
        "from, or restore a backup."
    ),
    "store.unsound": (
        "“{path}” holds in its table “{table}” what Workbench never writes there. It is not "
        "opened; restore a backup, or ask whoever gave you the file."
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
    "operations.relation_gone": (
        "This relation is no longer there: somebody removed it. Nothing was changed."
    ),
    "operations.only_reviewers_answer": (
        "Only reviewers answer questions. Work as a reviewer, or let one answer."
    ),
    "operations.on_network": (
        "“{path}” lies on a network drive ({kind}), where two who work in it at once may damage "
        "it. Work in a copy on this machine, and merge it; this is said once."
    ),
    "operations.synchronised": (
        "“{path}” lies in a folder that {service} keeps the same on several machines, which makes "
        "two files of one that is worked in at two places. Work in it on one machine at a time, or "
        "keep a copy elsewhere and merge it; this is said once."
    ),
    "operations.copies_set_aside": (
        "Beside “{path}” lie copies that were changed elsewhere: {copies}. Merge them with it, by "
        "“Merge copies…” or `workbench merge`."
    ),
    "operations.replaced": (
        "“{path}” was replaced by another file meanwhile. What it lacks is kept beside it, in "
        "“{kept}”. Merge the two."
    ),
    "operations.work_of_nobody": (
        "Gold and suggestions are nobody’s own, and the work of {people} was asked for. "
        "Ask for one or the other."
    ),
    "operations.unknown_part": "There is no part “{part}” of a split. Say one of {known}.",
    "operations.unknown_metadata": (
        "No article has metadata named “{name}” to be grouped by. Known are: {known}."
    ),
    "operations.unknown_article": (
        "There is no article with the id “{id}”. The list of articles has their ids."
    ),
    "operations.no_backup": (
        "No backup of “{path}” could be made. Your work is saved; see that the disk with the "
        "backups has room and may be written to."
    ),
    "operations.no_such_backup": (
        "There is no backup {number}; {kept} are kept. List them, and choose one by its number."
    ),
    "operations.no_name": "A person needs a name. Type one.",
    "operations.no_reason": "Say in a few words why it is skipped, so that others know.",
    "operations.no_desktop": (
        "Only Linux desktops are told this way. On Windows and macOS, the program’s own folder or "
        "bundle says what it opens."
    ),
    "operations.no_folder": "There is no folder “{path}”. Make it, or choose another place.",
    "operations.not_yours": (
        "This annotation is another person's. Switch to that person, or mark the span yourself."
    ),
    "operations.id_elsewhere": (
        "The id {id} belongs to something else here. Give it another id, or none."
    ),
    "operations.id_twice": (
        "The id {id} stands a second time in what comes in. Give each its own id, or none."
    ),
    "operations.said_twice": "“{what}” is said twice of one article. Keep one of the two.",
    "operations.other_text": (
        "The id {id} belongs to an article with another text here. Give it another id, or none."
    ),
    "operations.former_text": (
        "The text was corrected here since, and what comes in was marked on the old one. Take the "
        "correction back first, or correct the text in the file as well."
    ),
    "operations.text_replaced": (
        "The text or the scheme was changed while it was read. Suggest for it again."
    ),
    "operations.carry_stale": (
        "What was to be carried over was changed meanwhile. Look at it again, and then carry it "
        "over."
    ),
    "operations.no_twins": (
        "“{title}” has no near-duplicates to carry over to. Choose an article that has some."
    ),
    "operations.text_changed": (
        "The text was corrected by somebody else in the meantime. Nothing was changed; look at it "
        "again before correcting it."
    ),
    "operations.text_empty": "The corrected text is empty. Leave something in it, or cancel.",
    "operations.text_known": (
        "The corrected text is that of another article, “{title}”. One of the two is enough: "
        "correct something else, or cancel."
    ),
    "operations.suggestion_gone": (
        "This suggestion is no longer there: the text or the scheme was changed. "
        "Nothing else was changed."
    ),
    "operations.nobody_to_assign": "Name at least one annotator who gets articles.",
    "operations.too_few_to_assign": (
        "Every article must go to at least one person, and to no more than the {number} named. "
        "Name more annotators, or ask for fewer an article."
    ),
    "operations.too_few_annotators": (
        "Agreement needs two annotators who have finished a layer, and found {number}. "
        "Mark layers as done first, or name other annotators."
    ),
    "operations.nothing_finished": (
        "A suggester is held against finished work, and none is finished here. "
        "Mark a layer of an article as done first, or choose another person or layer."
    ),
    "operations.gold_gone": (
        "This gold span is no longer there. Look at the differences of the article again."
    ),
    "operations.would_lose": (
        "The format cannot hold everything, and nothing was to be lost: {losses}. Choose another "
        "format, or let it split or keep the longest."
    ),
    "operations.no_relations_to_take": (
        "There is no relation of this reader between settled places here. Settle both ends first."
    ),
    "operations.which_label": (
        "The annotators have different labels here: {labels}. Say which one the merged span gets."
    ),
    "operations.nobody_to_adjudicate": (
        "There is no layer of an article here that two of these annotators have finished. "
        "Mark layers as done first, or name other annotators."
    ),
    "operations.bad_replacement": (
        "“{text}” does not say which label replaces which. Write layer/label=new, such as "
        "entity/group=organization."
    ),
    "operations.scheme_would_lose": (
        "This would take away annotations ({annotation}), gold spans ({gold}), attributes "
        "({attribute}), relations ({relation}) and article labels ({article_label}). Merge "
        "instead, or say that they may go."
    ),
    "operations.nothing_assigned": ("{name} has no articles to take along. Assign articles first."),
    "operations.other_project": (
        "{path} is a copy of another project: only copies of one project can be merged. "
        "Import its corpus instead, exported as jsonl."
    ),
    "operations.schemes_differ": (
        "{path} has another scheme than this project. Bring both to one scheme first; "
        "until then nothing is merged."
    ),
    "operations.carried_as_it_is": (
        "“{format}” carries everything as it is. Choose another format for pieces and other labels."
    ),
    "operations.no_tokens_to_cut": (
        "“{format}” has no tokens that could be cut. Leave them whole, or choose another format."
    ),
    "operations.unknown_recipe": "There is no recipe “{name}”. Known are: {known}.",
    "operations.recipe_without_name": "A recipe needs a name. Give it one.",
    "operations.bad_recipe": (
        "The recipe “{name}” cannot be read: another version may have written it. Save it anew."
    ),
    "operations.name_like_another": (
        "There is no annotator “{name}” in the project; “{known}” is meant, it seems. If not, let "
        "“{name}” join first: workbench people FILE --add NAME."
    ),
    "operations.unknown_annotator": (
        "There is no annotator “{name}” in the project. There are: {known}."
    ),
    "operations.unknown_scheme": (
        "There is no scheme “{scheme}”. Name one of {known}, or give the path of a YAML file."
    ),
    "operations.words_moved": (
        "“{words}” no longer stands where it was found in “{title}”, whose text was corrected. "
        "Look for its occurrences again."
    ),
    # --- ui
    "ui.act_at_work": (
        "What was done before is still being written. Wait for it, or stop it with Cancel."
    ),
    "ui.replaced": (
        "“{path}” was replaced by another file while it was open, as programs do that synchronise "
        "folders. What stands there now is shown; what was done here that it lacks lies beside it."
    ),
}
