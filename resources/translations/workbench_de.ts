<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_GB">
<context>
    <name>AnnotationForm</name>
    <message>
        <source>Answer: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question to the reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the relation {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure? A question to the reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (required)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleActs</name>
    <message>
        <source>Why is this article skipped?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleForm</name>
    <message>
        <source>unset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (required)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>All articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search titles and sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleListModel</name>
    <message>
        <source>annotations: {annotations}, suggestions: {suggestions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects (*.workbench)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>0: more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space: leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space: {} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorpusVerbs</name>
    <message>
        <source>Open or make a project first, then drop articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} articles written to {}. Not held by the format: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} new articles, {} known, {} annotations.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>The details can be copied into a report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbench met a fault of its own. Nothing half-done was saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>A receipt says what the format could not hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also layers that are not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines: everything, nothing lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spaCy DocBin: for training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GapsPage</name>
    <message>
        <source>Before done · {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return goes to the mark. The command for done, said again, overrides this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lacks a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lacks a relation: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lacks {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open suggestion</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuidelinePage</name>
    <message>
        <source>Guideline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} · {} % sure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a command, then press its new key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} already means “{}”. Change that first, or press another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” has one of its keys now. Change that first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>All commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>A new name adds a person. Reviewers see and answer questions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a reviewer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer, then Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions · {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>Article text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RelationActs</name>
    <message>
        <source>No relation can begin at this label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is marked that this relation could lead to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message>
        <source>Mark entities, claims, events and framing in news text. All on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Work as another person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add as a fragment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes, by digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim, then a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, and next article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one character left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one character right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one word left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one word right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entity, then a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event, then a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Framing, then a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grow the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only framing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other pane, backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation, by digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show claim suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show entity suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show event suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show framing suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrink the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip, with a reason…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one character left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one character right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one word left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one word right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggest for all articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same label again; leave unset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work as another person…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>A number is none that JSON knows. Write it in digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person needs a name. Type one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement needs two annotators who have finished a layer; there is {number}. Mark layers as done first, or name other annotators.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blanks at line ends and empty lines beyond one were taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of this kind ({suffix}) cannot be read. Save it as one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {place}, start {start} and end {end} are not the ends of the fragments, {first} and {last}. Correct them, or leave them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {place}, the id “{id}” stands a second time. Give it another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {place}, “{found}” is unknown. Choose one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {place}, “{name}” is missing. Add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {place}, “{name}” is unknown. Remove it; known are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read: {reason}. Check the permissions, and that the disk is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {megabytes} MB, and {limit} MB are the limit for one file. Cut it into parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would unpack to {megabytes} MB, and {limit} MB are the limit. Take out the large pictures, or save its text alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} has no text: its keys are {keys}. Name the one with the text “text”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} is JSON but no object. Write each article as {{…}} with a key “text”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} is not JSON. Each line must hold one whole article as {{…}}; mend that line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article was found on this page. Copy the text from the browser and paste it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column holds the text: the columns are {columns}. Name the one with the text “text”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file can be made in “{path}”: {reason}. Choose a folder that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only reviewers answer questions. Work as a reviewer, or let one answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only your own steps can be taken back, and this one is {who}&apos;s. Ask {who} to take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a few words why it is skipped, so that others know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some bytes did not fit the encoding and were replaced by �. Check the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON is nested too deep to be a corpus. Check the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF file asks for a password. Save a copy without a password and take that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF file holds pictures of pages and no text. Run it through text recognition first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The corrected text is empty. Leave something in it, or cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The corrected text is that of another article, “{title}”. One of the two is enough: correct something else, or cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date could not be read and is kept with the metadata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk refused to read or write “{path}”. Nothing was lost that was saved before; check the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds “{path}” is full. The last act was not saved, everything before it was; make room and do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding was guessed. If letters look wrong, import the file again and name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not in the encoding {encoding}. Name another one, or leave it to be detected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fragments of one annotation must not overlap or touch. Join them into one span.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The headline stood there more than once and was kept once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id {id} belongs to an article with another text here. Give it another id, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id “{id}” is taken already. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key “{found}” of “{name}” is that of “{owner}” already. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key “{name}” stands twice in one object. Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{layer}” has no label “{label}” in the scheme. Its labels are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “{name}” would have no label left. Give it another one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is longer than a corpus&apos;s article can be. Check the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The marks of headings were taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is too small to tell the article from the rest, so all its paragraphs were taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process that did the work ended unexpectedly ({reason}). Nothing is lost. Try again; if it happens with the same article again, leave that article out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quote “{quote}” is not what stands at {start}–{end}: “{found}”. Check the offsets and the text they were made on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relation “{name}” would lead from or to nothing. Give it a layer at both ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row at line {line} has {found} cells for {columns} columns. Put quotation marks around cells that hold the delimiter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme has no article label “{name}”. Article labels are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme has no relation “{type}” from {source} to {target}. Relations are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The span {start}–{end} is empty. Select at least one character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The span {start}–{end} lies outside the text, which has {length} characters. Check the offsets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The suggester “{name}” cannot be loaded, since its file {path} is missing. Install Workbench again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is damaged at line {line}: {reason}. Check the quotation marks there, or save it again as CSV from a spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is empty. Give the article a text, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of the article at line {line} is empty. Fill it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text was corrected by somebody else in the meantime. Nothing was changed; look at it again before correcting it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The title was put before the text as its headline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value “{value}” of “{name}” stands twice. Remove one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window needs system libraries that are missing here. On Debian or Ubuntu, run: apt-get install {packages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {kind} file is damaged and cannot be read ({reason}). Open it in the program that made it and save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no files in this folder. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no annotator “{name}” in the project. There are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display here, so no window can open. Run this on a desktop, or use the commands that need no window: workbench --help lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “{path}”. Make it, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no format “{format}” to read. Choose one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no format “{format}”. Choose one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer “{layer}” in the scheme. Layers are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project at “{path}”. Check the name, or make a new project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no scheme “{scheme}”. Name one of {known}, or give the path of a YAML file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file. Check the name, or whether it was moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no suggester “{name}”. Choose one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text in it. Check that it is the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no “{id}” in the scheme at this place. There are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing of yours to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This annotation is another person&apos;s. Switch to that person, or mark the span yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This annotation is no longer there: somebody removed it. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be taken back or done again: something made since then stands in its place. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be taken back or done again: {who} changed it since then ({verb}). Nothing was changed; undo that first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document has a password or the old .doc format. Open it in a word processor and save it as .docx without a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no plain file. Choose a file that holds text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no text but a binary file. Give it the ending of what it is (.docx, .pdf …), or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not JSON (column {column}). Correct the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not UTF-8 (byte {position}). Save the file as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This relation is no longer there: somebody removed it. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would take away annotations ({annotation}), gold spans ({gold}), attributes ({attribute}), relations ({relation}) and article labels ({article_label}). Merge instead, or say that they may go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type at least one word to find; a minus only leaves articles out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have marked this very span as “{label}” already. Choose another label or span.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is empty. Write a scheme into it, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is longer than a scheme can be ({longest} characters). Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not UTF-8. Save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: aliases (* and &amp;) are not allowed in a scheme. Write it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: tags (!…) are not allowed in a scheme. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: the colour of {place} is not of the form #rrggbb. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: the end of the relation {place} names no layer or label of the scheme. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: the key of {place} is not one character. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: the key of {place} is taken already. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: the label {place} must be [key, names elsewhere, guideline].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: the relation {place} must be [key, from, to, how many].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: this is nested too deep for a scheme. Flatten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: this is not YAML. Check quotes and indents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} belongs to a text or date, which has no list of values. Remove the values, or make it a choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} has no labels. Give it one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} lacks “{name}”. Add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} must be a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} must be a mapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} must be a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} must be true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} names more or less than one layer. Give each end one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: “{found}” is not an id. Use small letters, digits and _, a letter first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: “{found}” is not known at {place}. Known are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: “{name}” is unknown. Known are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: “{name}” stands twice. Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is not a number that counts. Write a whole number from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is not a start and an end. Write two whole numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is not a zone. Write [kind, start, end].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} leads from or to “{id}”, which is not among what stands in the same line. Add it, or remove the relation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} should be of type {expected}, not {found}. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{attribute}” is not an attribute of the relation “{type}” in the scheme. Its attributes are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{attribute}” is not an attribute of {layer} “{label}” in the scheme. Its attributes are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{color}”, the colour of “{name}”, is not of the form #rrggbb. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{encoding}” is no encoding of text. Name one such as utf-8 or windows-1252.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{found}”, the key of “{name}”, is not one character. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{id}” is not an id. Use small letters, digits and _, a letter first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{id}” needs a name to show. Type one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a choice and needs values, none of them blank. Write one in each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is free text or a date, which has no list of values. Take them out, or make it a choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” cannot be opened for writing. Check that you may write to the file and to its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {reason}. Check that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {reason}. Check the name and your rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” cannot be written: {reason}. Nothing that stood there was changed; choose another place or make room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” holds more than Workbench put into it, or less: somebody changed its tables. It is not opened; restore a backup, or ask whoever gave you the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is already there. Choose another name, or open that project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is being written by another program and did not become free in time. Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is cut short: a part of the file is missing. Copy it again from where it came from, or restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is damaged. Nothing was changed; make a copy of it and restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is not a Workbench project. Choose a file that ends in .workbench, or import it into a project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” may not be written to. Copy it to a folder of your own, or ask for the right to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” was made by a newer Workbench (file version {version}, this one knows {known}). Install the newer Workbench to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” does not say which label replaces which. Write layer/label=new, such as entity/group=organization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a date for the attribute “{attribute}”. Write the year, the month or the day as far as it is known: 2023, 2023-12, 2023-12-05.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a value of the attribute “{attribute}”. Choose one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” no longer stands where it was found in “{title}”, whose text was corrected. Look for its occurrences again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>verbs</name>
    <message>
        <source>accept a suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete an annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw a relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flag as unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go back to work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark a span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark as done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move a border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reject a suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove a relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set an attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set an attribute of a relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skip an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
