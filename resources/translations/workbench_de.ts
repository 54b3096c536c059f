<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_GB">
<context>
    <name>AcceptingActs</name>
    <message>
        <source>Suggestions accepted: {}, with {} that they lead to, in articles: {}. Undo takes them all back.</source>
        <translation>Vorschläge angenommen: {}, mit {} weiteren, auf die sie verweisen, in Artikeln: {}. „Rückgängig“ nimmt alle zurück.</translation>
    </message>
</context>
<context>
    <name>AgreedDialog</name>
    <message>
        <source>Places on which all agree</source>
        <translation>Stellen, an denen sich alle einig sind</translation>
    </message>
    <message>
        <source>Places that become gold as one act, which can be undone: {}. What is settled already stays.</source>
        <translation>Stellen, die in einem Schritt, der sich zurücknehmen lässt, zu Gold werden: {}. Was schon entschieden ist, bleibt.</translation>
    </message>
    <message>
        <source>Take everything that all agree on</source>
        <translation>Alles übernehmen, worin sich alle einig sind</translation>
    </message>
    <message>
        <source>Take them</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>AnnotationForm</name>
    <message>
        <source>Answer: {}</source>
        <translation>Antwort: {}</translation>
    </message>
    <message>
        <source>Carried over from a near-duplicate</source>
        <translation>Von einem fast gleichen Artikel übernommen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Leitlinie</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More attributes</source>
        <translation>Weitere Attribute</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Question to the reviewer</source>
        <translation>Frage an die Prüfung</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>Remove the relation {}</source>
        <translation>Die Beziehung {} entfernen</translation>
    </message>
    <message>
        <source>Remove this relation</source>
        <translation>Diese Beziehung entfernen</translation>
    </message>
    <message>
        <source>Unsure? A question to the reviewer</source>
        <translation>Unsicher? Eine Frage an die Prüfung</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>JJJJ-MM-TT</translation>
    </message>
    <message>
        <source>unset</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>{} (required)</source>
        <translation>{} (Pflicht)</translation>
    </message>
</context>
<context>
    <name>ArticleActs</name>
    <message>
        <source>Why is this article skipped?</source>
        <translation>Warum wird dieser Artikel übersprungen?</translation>
    </message>
</context>
<context>
    <name>ArticleForm</name>
    <message>
        <source>unset</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>{} (required)</source>
        <translation>{} (Pflicht)</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>All articles</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Articles read so far: {}</source>
        <translation>Bisher gelesene Artikel: {}</translation>
    </message>
    <message>
        <source>As they came in</source>
        <translation>Wie sie hereinkamen</translation>
    </message>
    <message>
        <source>By expected gain</source>
        <translation>Nach erwartetem Gewinn</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter by status</source>
        <translation>Nach Status filtern</translation>
    </message>
    <message>
        <source>Filter · {}</source>
        <translation>Filter · {}</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht fertig</translation>
    </message>
    <message>
        <source>Order of the articles</source>
        <translation>Reihenfolge der Artikel</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>Artikel durchsuchen</translation>
    </message>
    <message>
        <source>Search titles and sources</source>
        <translation>Titel und Quellen durchsuchen</translation>
    </message>
    <message>
        <source>{} listed · {}</source>
        <translation>{} gelistet · {}</translation>
    </message>
    <message>
        <source>{} of {} done</source>
        <translation>{} von {} fertig</translation>
    </message>
</context>
<context>
    <name>ArticleListModel</name>
    <message>
        <source>annotations: {annotations}, suggestions: {suggestions}</source>
        <translation>Annotationen: {annotations}, Vorschläge: {suggestions}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>near-duplicate</source>
        <translation>fast gleich</translation>
    </message>
    <message>
        <source>near-duplicates folded: {}</source>
        <translation>fast gleiche Artikel, eingeklappt: {}</translation>
    </message>
    <message>
        <source>near-duplicates: {}</source>
        <translation>fast gleiche Artikel: {}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
</context>
<context>
    <name>ArticleSection</name>
    <message>
        <source>Dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Near-duplicates</source>
        <translation>Fast gleiche Artikel</translation>
    </message>
    <message>
        <source>Near-duplicates and one day</source>
        <translation>Fast gleiche Artikel und ein Tag</translation>
    </message>
    <message>
        <source>Near-duplicates and one source</source>
        <translation>Fast gleiche Artikel und eine Quelle</translation>
    </message>
    <message>
        <source>Near-duplicates and the same {}</source>
        <translation>Fast gleiche Artikel und dasselbe {}</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Seed </source>
        <translation>Startwert </translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Stays together</source>
        <translation>Bleibt zusammen</translation>
    </message>
    <message>
        <source>Test on what is latest</source>
        <translation>Am Neuesten testen</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>With the words</source>
        <translation>Mit den Wörtern</translation>
    </message>
    <message>
        <source>not split; 80/10/10</source>
        <translation>nicht aufgeteilt; 80/10/10</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>Austeilen</translation>
    </message>
    <message>
        <source>Import a scheme</source>
        <translation>Ein Schema importieren</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>Artikel importieren</translation>
    </message>
    <message>
        <source>Merge copies</source>
        <translation>Kopien zusammenführen</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>Bilder (*.png *.svg)</translation>
    </message>
    <message>
        <source>Pipeline folder</source>
        <translation>Ordner einer Pipeline</translation>
    </message>
    <message>
        <source>Projects (*.workbench)</source>
        <translation>Projekte (*.workbench)</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Schemes (*.yaml *.yml)</source>
        <translation>Schemata (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>“{}” holds files. An earlier export there is replaced.</source>
        <translation>„{}“ enthält Dateien. Ein früherer Export darin wird ersetzt.</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Articles now</source>
        <translation>Artikel jetzt</translation>
    </message>
    <message>
        <source>Articles that get somebody new: {} of {}.</source>
        <translation>Artikel, die jemand Neuen bekommen: {} von {}.</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuteilen</translation>
    </message>
    <message>
        <source>Assign articles</source>
        <translation>Artikel zuteilen</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Name of somebody new</source>
        <translation>Name von jemand Neuem</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>People an article</source>
        <translation>Personen je Artikel</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Seed: decides who gets what</source>
        <translation>Startwert: entscheidet, wer was bekommt</translation>
    </message>
    <message>
        <source>Show suggestions</source>
        <translation>Vorschläge zeigen</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>Tick at least as many people as each article shall have.</source>
        <translation>Haken Sie mindestens so viele Personen an, wie jeder Artikel haben soll.</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>alle Ebenen</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Acts</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Done since</source>
        <translation>Seitdem getan</translation>
    </message>
    <message>
        <source>Nothing was done since.</source>
        <translation>Seitdem wurde nichts getan.</translation>
    </message>
    <message>
        <source>Put this one back</source>
        <translation>Diese zurückholen</translation>
    </message>
    <message>
        <source>What stands now is backed up first, so that this can be taken back.</source>
        <translation>Was jetzt da ist, wird zuerst gesichert, sodass sich das zurücknehmen lässt.</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>A digit takes a lane, 0 says that nothing is here, = takes all that agree. B merges borders, W writes your own, L leaves it open, N goes on, V shows whose lanes they are.</source>
        <translation>Eine Ziffer übernimmt eine Spur, 0 sagt, dass hier nichts ist, = übernimmt alles Einige. B vereint die Grenzen, W schreibt eine eigene Spanne, L lässt offen, N geht weiter, V zeigt, wessen Spuren es sind.</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>No layer of this article was finished by two, or nobody marked anything.</source>
        <translation>Keine Ebene dieses Artikels wurde von zweien fertiggestellt, oder niemand hat etwas markiert.</translation>
    </message>
    <message>
        <source>Nothing to settle here</source>
        <translation>Hier ist nichts zu entscheiden</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why (M)</source>
        <translation>Warum (M)</translation>
    </message>
    <message>
        <source>from {}</source>
        <translation>von {}</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>noch nicht entschieden</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>{} of {}, {} open</source>
        <translation>{} von {}, {} offen</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>The table beside it has its figures.</source>
        <translation>Die Tabelle daneben enthält seine Zahlen.</translation>
    </message>
</context>
<context>
    <name>ChoicePanel</name>
    <message>
        <source>Articles: {} of {}</source>
        <translation>Artikel: {} von {}</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Wie es jetzt ist</translation>
    </message>
    <message>
        <source>As it was first finished</source>
        <translation>Wie zuerst fertiggestellt</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>F1, exact</source>
        <translation>F1, genau</translation>
    </message>
    <message>
        <source>F1, partial</source>
        <translation>F1, teilweise</translation>
    </message>
    <message>
        <source>Help by suggestions</source>
        <translation>Hilfe durch Vorschläge</translation>
    </message>
    <message>
        <source>In the layers</source>
        <translation>In den Ebenen</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Measure of pairs</source>
        <translation>Maß für Paare</translation>
    </message>
    <message>
        <source>Only some articles</source>
        <translation>Nur manche Artikel</translation>
    </message>
    <message>
        <source>Only with suggestions</source>
        <translation>Nur mit Vorschlägen</translation>
    </message>
    <message>
        <source>Only without suggestions</source>
        <translation>Nur ohne Vorschläge</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Places: {} of {}</source>
        <translation>Stellen: {} von {}</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>State of the work</source>
        <translation>Stand der Arbeit</translation>
    </message>
    <message>
        <source>With and without help</source>
        <translation>Mit und ohne Hilfe</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>0: more</source>
        <translation>0: weitere</translation>
    </message>
    <message>
        <source>Space: leave it</source>
        <translation>Leertaste: so lassen</translation>
    </message>
    <message>
        <source>Space: {} again</source>
        <translation>Leertaste: wieder {}</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>ColorField</name>
    <message>
        <source>Pick…</source>
        <translation>Wählen…</translation>
    </message>
</context>
<context>
    <name>ColumnList</name>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Spalten der Tabelle</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Such as</source>
        <translation>Zum Beispiel</translation>
    </message>
    <message>
        <source>What {} is</source>
        <translation>Was {} ist</translation>
    </message>
</context>
<context>
    <name>ConcordanceModel</name>
    <message>
        <source>not ticked</source>
        <translation>nicht angekreuzt</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>angekreuzt</translation>
    </message>
</context>
<context>
    <name>CorpusVerbs</name>
    <message>
        <source>Articles in another part now: {}.</source>
        <translation>Artikel in einem anderen Teil: {}.</translation>
    </message>
    <message>
        <source>Articles written: {}, to {}. Not held by the format: {}.</source>
        <translation>Geschriebene Artikel: {}, nach {}. Vom Format nicht getragen: {}.</translation>
    </message>
    <message>
        <source>Names that do not fit the pattern: {} ({}).</source>
        <translation>Namen, die nicht zum Muster passen: {} ({}).</translation>
    </message>
    <message>
        <source>New articles: {}, known: {}, annotations: {}.</source>
        <translation>Neue Artikel: {}, bekannte: {}, Annotationen: {}.</translation>
    </message>
    <message>
        <source>Not read: {} of {}.</source>
        <translation>Nicht gelesen: {} von {}.</translation>
    </message>
    <message>
        <source>Open or make a project first, then drop articles.</source>
        <translation>Öffnen Sie zuerst ein Projekt oder legen Sie eines an, dann ziehen Sie Artikel herein.</translation>
    </message>
    <message>
        <source>Others that were not read: {}.</source>
        <translation>Weitere, die nicht gelesen wurden: {}.</translation>
    </message>
    <message>
        <source>Read as {}: {}.</source>
        <translation>Gelesen als {}: {}.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>{} ({} files)</source>
        <translation>{} ({} Dateien)</translation>
    </message>
    <message>
        <source>“{}” was not read: {}</source>
        <translation>„{}“ wurde nicht gelesen: {}</translation>
    </message>
</context>
<context>
    <name>CorpusWorkspace</name>
    <message>
        <source>Annotations: {}</source>
        <translation>Annotationen: {}</translation>
    </message>
    <message>
        <source>Article-layers done: {}</source>
        <translation>Fertige Artikelebenen: {}</translation>
    </message>
    <message>
        <source>Articles: {}</source>
        <translation>Artikel: {}</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Export the corpus…</source>
        <translation>Korpus exportieren…</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Gold spans: {}</source>
        <translation>Gold-Spannen: {}</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>Bild speichern…</translation>
    </message>
    <message>
        <source>Write all as a page…</source>
        <translation>Alles als Seite schreiben…</translation>
    </message>
    <message>
        <source>Your own work alone is counted; a reviewer sees that of all.</source>
        <translation>Gezählt ist nur Ihre eigene Arbeit; wer prüft, sieht die von allen.</translation>
    </message>
</context>
<context>
    <name>CorrectingActs</name>
    <message>
        <source>The text is corrected, and every mark follows it.</source>
        <translation>Der Text ist korrigiert, und alle Markierungen folgen ihm.</translation>
    </message>
    <message>
        <source>The text is corrected. Marks without a place any more: {}. Undo brings them back.</source>
        <translation>Der Text ist korrigiert. Markierungen, die keinen Ort mehr haben: {}. „Rückgängig“ bringt sie zurück.</translation>
    </message>
    <message>
        <source>Your correction is kept: the same command takes it up again.</source>
        <translation>Ihre Korrektur bleibt erhalten: Derselbe Befehl nimmt sie wieder auf.</translation>
    </message>
</context>
<context>
    <name>CorrectionPage</name>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Apply, and lose {}</source>
        <translation>Übernehmen und {} verlieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Correcting the text</source>
        <translation>Text korrigieren</translation>
    </message>
    <message>
        <source>Ctrl+Enter applies the correction in one step that undo takes back. Escape leaves the text as it is, and keeps what was typed for later.</source>
        <translation>Strg+Eingabe übernimmt die Korrektur in einem Schritt, den „Rückgängig“ zurücknimmt. Esc lässt den Text, wie er ist, und hebt das Getippte für später auf.</translation>
    </message>
    <message>
        <source>Looking what becomes of the marks…</source>
        <translation>Es wird nachgesehen, was aus den Markierungen wird…</translation>
    </message>
    <message>
        <source>Nothing changed yet.</source>
        <translation>Noch nichts geändert.</translation>
    </message>
    <message>
        <source>Nothing is marked.</source>
        <translation>Nichts ist markiert.</translation>
    </message>
    <message>
        <source>What happens to the marks</source>
        <translation>Was mit den Markierungen geschieht</translation>
    </message>
    <message>
        <source>{} as they were</source>
        <translation>{} wie bisher</translation>
    </message>
    <message>
        <source>{} lost</source>
        <translation>{} verloren</translation>
    </message>
    <message>
        <source>{} moved</source>
        <translation>{} verschoben</translation>
    </message>
    <message>
        <source>{} with other words</source>
        <translation>{} mit anderen Wörtern</translation>
    </message>
</context>
<context>
    <name>CountVerbs</name>
    <message>
        <source>The table is copied.</source>
        <translation>Die Tabelle ist kopiert.</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Copy the details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>The details can be copied into a report.</source>
        <translation>Die Einzelheiten lassen sich in einen Bericht kopieren.</translation>
    </message>
    <message>
        <source>Workbench met a fault of its own. Nothing half-done was saved.</source>
        <translation>In Workbench ist ein Fehler aufgetreten. Nichts Halbes wurde gespeichert.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>A receipt of what the format could not hold is written beside it.</source>
        <translation>Daneben wird ein Beleg über das geschrieben, was das Format nicht fassen konnte.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Tick a layer.</source>
        <translation>Haken Sie eine Ebene an.</translation>
    </message>
    <message>
        <source>Trying the export …</source>
        <translation>Der Export wird geprobt…</translation>
    </message>
</context>
<context>
    <name>FeedbackActs</name>
    <message>
        <source>No other article of yours is settled yet.</source>
        <translation>Noch kein anderer Ihrer Artikel ist entschieden.</translation>
    </message>
</context>
<context>
    <name>FeedbackPage</name>
    <message>
        <source>Added: you had nothing here</source>
        <translation>Hinzugefügt: Sie hatten hier nichts</translation>
    </message>
    <message>
        <source>Decided by vote</source>
        <translation>Durch Abstimmung entschieden</translation>
    </message>
    <message>
        <source>Decided by {}</source>
        <translation>Entschieden von {}</translation>
    </message>
    <message>
        <source>Nothing to see here yet: it appears when you have finished this article and all differences in it are settled.</source>
        <translation>Noch nichts zu sehen: Es erscheint, wenn Sie diesen Artikel fertig haben und alle Unterschiede darin entschieden sind.</translation>
    </message>
    <message>
        <source>Removed: nothing to mark here</source>
        <translation>Entfernt: Hier ist nichts zu markieren</translation>
    </message>
    <message>
        <source>Return goes to the place. N and P go to the next and the previous settled article.</source>
        <translation>Eingabetaste geht zur Stelle. N und P gehen zum nächsten und zum vorigen entschiedenen Artikel.</translation>
    </message>
    <message>
        <source>Show what stands as it was (S)</source>
        <translation>Auch zeigen, was unverändert gilt (S)</translation>
    </message>
    <message>
        <source>Stands as it was</source>
        <translation>Gilt unverändert</translation>
    </message>
    <message>
        <source>What adjudication changed</source>
        <translation>Was die Schlichtung geändert hat</translation>
    </message>
    <message>
        <source>Your marks that stand as they were: {} of {}. Added: {}.</source>
        <translation>Ihre Markierungen, die unverändert gelten: {} von {}. Hinzugekommen: {}.</translation>
    </message>
    <message>
        <source>borders: {}</source>
        <translation>Grenzen: {}</translation>
    </message>
    <message>
        <source>it leads elsewhere</source>
        <translation>die Beziehungen führen anderswohin</translation>
    </message>
    <message>
        <source>label: {}</source>
        <translation>Label: {}</translation>
    </message>
</context>
<context>
    <name>FilterForm</name>
    <message>
        <source>Annotated by</source>
        <translation>Annotiert von</translation>
    </message>
    <message>
        <source>Any label</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>Any layer</source>
        <translation>Alle Ebenen</translation>
    </message>
    <message>
        <source>Any source</source>
        <translation>Alle Quellen</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Alle Status</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht fertig</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>With a question</source>
        <translation>Mit einer Frage</translation>
    </message>
    <message>
        <source>With near-duplicates</source>
        <translation>Mit fast gleichen Artikeln</translation>
    </message>
    <message>
        <source>With open suggestions</source>
        <translation>Mit offenen Vorschlägen</translation>
    </message>
    <message>
        <source>{} 2024-01</source>
        <translation>{} 2024-01</translation>
    </message>
    <message>
        <source>{}: year, month or day</source>
        <translation>{}: Jahr, Monat oder Tag</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>no restriction</source>
        <translation>keine Einschränkung</translation>
    </message>
</context>
<context>
    <name>FormatSection</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Keep the longest span</source>
        <translation>Die längste Spanne behalten</translation>
    </message>
    <message>
        <source>Split into several files</source>
        <translation>Auf mehrere Dateien verteilen</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>Was nicht passt</translation>
    </message>
    <message>
        <source>Write nothing</source>
        <translation>Nichts schreiben</translation>
    </message>
</context>
<context>
    <name>GapsModel</name>
    <message>
        <source>lacks a note</source>
        <translation>ohne Notiz</translation>
    </message>
    <message>
        <source>lacks a relation: {}</source>
        <translation>ohne Beziehung: {}</translation>
    </message>
    <message>
        <source>lacks {}</source>
        <translation>ohne {}</translation>
    </message>
    <message>
        <source>open suggestion</source>
        <translation>offener Vorschlag</translation>
    </message>
</context>
<context>
    <name>GapsPage</name>
    <message>
        <source>Before done · {}</source>
        <translation>Noch offen · {}</translation>
    </message>
    <message>
        <source>Return goes to the mark. The command for done, said again, overrides this list.</source>
        <translation>Die Eingabetaste führt zur Markierung. Wird „Fertig“ noch einmal gewählt, gilt es trotz dieser Liste.</translation>
    </message>
    <message>
        <source>What is still open</source>
        <translation>Was noch offen ist</translation>
    </message>
</context>
<context>
    <name>GhostBar</name>
    <message>
        <source>Least score of the suggestions shown, in percent</source>
        <translation>Mindestsicherheit der gezeigten Vorschläge in Prozent</translation>
    </message>
    <message>
        <source>Show only suggestions that are at least this sure</source>
        <translation>Nur Vorschläge zeigen, die mindestens so sicher sind</translation>
    </message>
    <message>
        <source>Show the suggestions of this layer</source>
        <translation>Die Vorschläge dieser Ebene zeigen</translation>
    </message>
    <message>
        <source>Suggestions · {} of {} shown</source>
        <translation>Vorschläge · {} von {} gezeigt</translation>
    </message>
    <message>
        <source>from {} %</source>
        <translation>ab {} %</translation>
    </message>
</context>
<context>
    <name>GlanceList</name>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichenkodierung</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>How the article begins</source>
        <translation>Wie der Artikel beginnt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>The first articles as they would come in</source>
        <translation>Die ersten Artikel, wie sie hereinkämen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>GuidelinePage</name>
    <message>
        <source>Guideline</source>
        <translation>Leitlinie</translation>
    </message>
</context>
<context>
    <name>HandOutDialog</name>
    <message>
        <source>Hand out</source>
        <translation>Austeilen</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>The new file holds this person&apos;s articles and work and the scheme, and nothing of others. It is merged back with “Merge copies…”.</source>
        <translation>Die neue Datei enthält die Artikel und die Arbeit dieser Person und das Schema, und nichts von anderen. Mit „Kopien zusammenführen…“ kommt sie zurück.</translation>
    </message>
    <message>
        <source>{} (articles: {})</source>
        <translation>{} (Artikel: {})</translation>
    </message>
</context>
<context>
    <name>HelpVerbs</name>
    <message>
        <source>The log is in {}.</source>
        <translation>Das Protokoll liegt in {}.</translation>
    </message>
</context>
<context>
    <name>HistoryActs</name>
    <message>
        <source>As it was · {} · the marks of {}</source>
        <translation>Wie es war · {} · Markierungen von {}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemandem</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Workbench</source>
        <translation>Workbench</translation>
    </message>
    <message>
        <source>do again: {}</source>
        <translation>wiederholt: {}</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>undo: {}</source>
        <translation>rückgängig: {}</translation>
    </message>
    <message>
        <source>{} annotations</source>
        <translation>Annotationen: {}</translation>
    </message>
    <message>
        <source>{} articles</source>
        <translation>Artikel: {}</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>All articles</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Return goes to the place, Space shows the text as it was then. Delete takes a step of yours back.</source>
        <translation>Die Eingabetaste führt zur Stelle, die Leertaste zeigt den Text, wie er damals war. „Entf“ nimmt einen eigenen Schritt zurück.</translation>
    </message>
    <message>
        <source>Show the text as it is</source>
        <translation>Text zeigen, wie er ist</translation>
    </message>
    <message>
        <source>Show the text as it was then</source>
        <translation>Text zeigen, wie er damals war</translation>
    </message>
    <message>
        <source>Take this step back</source>
        <translation>Diesen Schritt zurücknehmen</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Dieser Artikel</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Almost certain · {} %</source>
        <translation>So gut wie sicher · {} %</translation>
    </message>
    <message>
        <source>Doubtful · {} %</source>
        <translation>Zweifelhaft · {} %</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Leitlinie</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Likely · {} %</source>
        <translation>Wahrscheinlich · {} %</translation>
    </message>
    <message>
        <source>Made by {}, version {}</source>
        <translation>Von {}, Version {}</translation>
    </message>
    <message>
        <source>Rather likely · {} %</source>
        <translation>Eher wahrscheinlich · {} %</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Vorschlag</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Changed.</source>
        <translation>Geändert.</translation>
    </message>
    <message>
        <source>Choose a command, then press its new key.</source>
        <translation>Wählen Sie einen Befehl und drücken Sie dann seine neue Taste.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten durchsuchen</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Festlegen</translation>
    </message>
    <message>
        <source>{} already means “{}”. Change that first, or press another key.</source>
        <translation>{} bedeutet schon „{}“. Ändern Sie das zuerst oder drücken Sie eine andere Taste.</translation>
    </message>
    <message>
        <source>“{}” has one of its keys now. Change that first.</source>
        <translation>„{}“ hat jetzt eine seiner Tasten. Ändern Sie das zuerst.</translation>
    </message>
</context>
<context>
    <name>LabelActs</name>
    <message>
        <source>The scheme has no such layer.</source>
        <translation>Eine solche Ebene hat das Schema nicht.</translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What its labels mean</source>
        <translation>Was ihre Labels bedeuten</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>LanguageVerbs</name>
    <message>
        <source>The language changes at the next start, since there is work going on.</source>
        <translation>Die Sprache wechselt beim nächsten Start, da gerade Arbeit läuft.</translation>
    </message>
</context>
<context>
    <name>LearningVerbs</name>
    <message>
        <source>From now on “{}” suggests.</source>
        <translation>Von nun an schlägt „{}“ vor.</translation>
    </message>
    <message>
        <source>Not enough articles to tell; nothing was changed.</source>
        <translation>Zu wenige Artikel, um es zu sagen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{}: {} → {} ± {} on {} articles.</source>
        <translation>{}: {} → {} ± {} bei {} Artikeln.</translation>
    </message>
</context>
<context>
    <name>LookDialog</name>
    <message>
        <source>A slash stands for a folder; fields of your own become metadata.</source>
        <translation>Ein Schrägstrich steht für einen Ordner; eigene Felder werden zu Metadaten.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichenkodierung</translation>
    </message>
    <message>
        <source>Files: {}.</source>
        <translation>Dateien: {}.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>Artikel importieren</translation>
    </message>
    <message>
        <source>Looking at the files …</source>
        <translation>Die Dateien werden angesehen…</translation>
    </message>
    <message>
        <source>Names of the files</source>
        <translation>Namen der Dateien</translation>
    </message>
    <message>
        <source>Read as {}</source>
        <translation>Gelesen als {}</translation>
    </message>
    <message>
        <source>Refused of those shown: {}.</source>
        <translation>Abgelehnt von den gezeigten: {}.</translation>
    </message>
    <message>
        <source>Shown with names that do not fit: {}.</source>
        <translation>Davon mit Namen, die nicht passen: {}.</translation>
    </message>
    <message>
        <source>With annotations, read by their own formats: {}.</source>
        <translation>Mit Annotationen, nach ihren eigenen Formaten gelesen: {}.</translation>
    </message>
    <message>
        <source>{} (a guess)</source>
        <translation>{} (geraten)</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>All of it is one act: undo takes it back as a whole.</source>
        <translation>All das ist ein Schritt: Rückgängig nimmt ihn als Ganzes zurück.</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Ändert sich</translation>
    </message>
    <message>
        <source>Comes in</source>
        <translation>Kommt herein</translation>
    </message>
    <message>
        <source>Gives way ({})</source>
        <translation>Gibt nach ({})</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>Geht</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Merge copies</source>
        <translation>Kopien zusammenführen</translation>
    </message>
    <message>
        <source>Only history comes in: what was done is known here, or gave way.</source>
        <translation>Nur Verlauf kommt herein: Was getan wurde, ist hier bekannt oder hat nachgegeben.</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Sagt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What changes here</source>
        <translation>Was sich hier ändert</translation>
    </message>
    <message>
        <source>What comes in from {}</source>
        <translation>Was aus {} hereinkommt</translation>
    </message>
    <message>
        <source>What gives way</source>
        <translation>Was nachgibt</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Middle</name>
    <message>
        <source>There are no articles yet. Import some from the menu, or drop files here.</source>
        <translation>Es gibt noch keine Artikel. Importieren Sie welche über das Menü, oder ziehen Sie Dateien hierher.</translation>
    </message>
</context>
<context>
    <name>OccurrenceActs</name>
    <message>
        <source>Places marked: {}, in articles: {}. Undo takes them all back.</source>
        <translation>Markierte Stellen: {}, in Artikeln: {}. „Rückgängig“ nimmt alle zurück.</translation>
    </message>
    <message>
        <source>Take a word in hand, a selection or an annotation.</source>
        <translation>Wählen Sie zuerst ein Wort, eine Stelle oder eine Annotation aus.</translation>
    </message>
</context>
<context>
    <name>OccurrencesPage</name>
    <message>
        <source>Capitals count (U)</source>
        <translation>Großschreibung zählt (U)</translation>
    </message>
    <message>
        <source>Every occurrence</source>
        <translation>Alle Vorkommen</translation>
    </message>
    <message>
        <source>In all articles (O)</source>
        <translation>In allen Artikeln (O)</translation>
    </message>
    <message>
        <source>Label to give</source>
        <translation>Label, das vergeben wird</translation>
    </message>
    <message>
        <source>Mark {}</source>
        <translation>{} markieren</translation>
    </message>
    <message>
        <source>Occurrences</source>
        <translation>Vorkommen</translation>
    </message>
    <message>
        <source>Places: {}, ticked: {}</source>
        <translation>Stellen: {}, angekreuzt: {}</translation>
    </message>
    <message>
        <source>Space ticks, A all or none, Return marks. Letter and digit pick the label.</source>
        <translation>Leertaste kreuzt an, A alle oder keine, Eingabetaste markiert. Buchstabe und Ziffer wählen das Label.</translation>
    </message>
    <message>
        <source>Whole words (W)</source>
        <translation>Ganze Wörter (W)</translation>
    </message>
    <message>
        <source>With {}</source>
        <translation>Mit {}</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>already marked</source>
        <translation>schon markiert</translation>
    </message>
    <message>
        <source>overlaps one</source>
        <translation>überlappt eine</translation>
    </message>
    <message>
        <source>{}; there are more than are listed</source>
        <translation>{}; es gibt mehr, als aufgelistet sind</translation>
    </message>
</context>
<context>
    <name>OffersPage</name>
    <message>
        <source>Accept all of a label</source>
        <translation>Alle eines Labels annehmen</translation>
    </message>
    <message>
        <source>Accept {}</source>
        <translation>{} annehmen</translation>
    </message>
    <message>
        <source>In all my unfinished articles (O)</source>
        <translation>In allen meinen unfertigen Artikeln (O)</translation>
    </message>
    <message>
        <source>Label to accept</source>
        <translation>Label, das angenommen wird</translation>
    </message>
    <message>
        <source>Least score of what is accepted, in percent</source>
        <translation>Mindestwert dessen, was angenommen wird, in Prozent</translation>
    </message>
    <message>
        <source>Space ticks, A all or none, Return accepts; period and comma move the score. Letter and digit pick the label.</source>
        <translation>Leertaste kreuzt an, A alle oder keine, Eingabetaste nimmt an; Punkt und Komma verschieben den Mindestwert. Buchstabe und Ziffer wählen das Label.</translation>
    </message>
    <message>
        <source>Suggestions to accept</source>
        <translation>Anzunehmende Vorschläge</translation>
    </message>
    <message>
        <source>Suggestions: {}, ticked: {}</source>
        <translation>Vorschläge: {}, angekreuzt: {}</translation>
    </message>
    <message>
        <source>from {} %</source>
        <translation>ab {} %</translation>
    </message>
    <message>
        <source>with {}</source>
        <translation>mit {}</translation>
    </message>
    <message>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
    <message>
        <source>{}; there are more than are listed</source>
        <translation>{}; es gibt mehr, als aufgelistet sind</translation>
    </message>
    <message>
        <source>{}; {} that they lead to come along</source>
        <translation>{}; {} weitere, auf die sie verweisen, kommen mit</translation>
    </message>
</context>
<context>
    <name>OutcomeModel</name>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>→ Moved</source>
        <translation>→ Verschoben</translation>
    </message>
    <message>
        <source>≠ Other words</source>
        <translation>≠ Andere Wörter</translation>
    </message>
    <message>
        <source>✕ Lost: marked there already</source>
        <translation>✕ Verloren: dort schon markiert</translation>
    </message>
    <message>
        <source>✕ Lost: words deleted</source>
        <translation>✕ Verloren: Wörter gelöscht</translation>
    </message>
    <message>
        <source>✕ Lost: words rewritten</source>
        <translation>✕ Verloren: Wörter neu geschrieben</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Agreement by layer</source>
        <translation>Übereinstimmung nach Ebene</translation>
    </message>
    <message>
        <source>Agreement of pairs by label</source>
        <translation>Übereinstimmung von Paaren nach Label</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>How far people agree</source>
        <translation>Wie weit man übereinstimmt</translation>
    </message>
    <message>
        <source>Only {}</source>
        <translation>Nur {}</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Undefined: {}</source>
        <translation>Nicht definiert: {}</translation>
    </message>
    <message>
        <source>{} and {}: {}</source>
        <translation>{} und {}: {}</translation>
    </message>
    <message>
        <source>{}: pairs of people by label</source>
        <translation>{}: Paare von Personen nach Label</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Befehle durchsuchen</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
</context>
<context>
    <name>PastView</name>
    <message>
        <source>Article text as it was</source>
        <translation>Text des Artikels, wie er war</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>A new name adds a person. Reviewers see and answer questions.</source>
        <translation>Ein neuer Name fügt eine Person hinzu. Prüfende sehen und beantworten Fragen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Work as</source>
        <translation>Arbeiten als</translation>
    </message>
    <message>
        <source>as a reviewer</source>
        <translation>als prüfende Person</translation>
    </message>
</context>
<context>
    <name>PlacesPage</name>
    <message>
        <source>Kind of difference</source>
        <translation>Art des Unterschieds</translation>
    </message>
    <message>
        <source>Places where people differ</source>
        <translation>Stellen, an denen man sich unterscheidet</translation>
    </message>
    <message>
        <source>Places · {}</source>
        <translation>Stellen · {}</translation>
    </message>
    <message>
        <source>Return opens the article there.</source>
        <translation>Die Eingabetaste öffnet den Artikel an dieser Stelle.</translation>
    </message>
    <message>
        <source>Settled ones too</source>
        <translation>Auch entschiedene</translation>
    </message>
    <message>
        <source>Show all places again</source>
        <translation>Wieder alle Stellen zeigen</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source> is seen so.</source>
        <translation> ist so zu sehen.</translation>
    </message>
    <message>
        <source>Articles: {}. Annotations: {}.</source>
        <translation>Artikel: {}. Annotationen: {}.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Groups in several parts: {}.</source>
        <translation>Gruppen in mehreren Teilen: {}.</translation>
    </message>
    <message>
        <source>Hard to tell by colour from: {}.</source>
        <translation>An der Farbe schwer zu unterscheiden von: {}.</translation>
    </message>
    <message>
        <source>How the file would begin</source>
        <translation>Wie die Datei anfinge</translation>
    </message>
    <message>
        <source>How the label looks in the text</source>
        <translation>Wie das Label im Text aussieht</translation>
    </message>
    <message>
        <source>New to the split: {}.</source>
        <translation>Neu in der Aufteilung: {}.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Nichts geht verloren.</translation>
    </message>
    <message>
        <source>Nothing there is finished yet: tick “Also layers that are not done”.</source>
        <translation>Dort ist noch nichts fertig: Haken bei „Auch Ebenen, die nicht fertig sind“ setzen.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>On the {} ground this colour has a contrast of {}; lines are drawn stronger.</source>
        <translation>Auf {} Grund hat diese Farbe einen Kontrast von {}; Linien werden kräftiger gezeichnet.</translation>
    </message>
    <message>
        <source>Split: {}.</source>
        <translation>Aufteilung: {}.</translation>
    </message>
    <message>
        <source>The paper wrote that </source>
        <translation>In der Zeitung stand, dass </translation>
    </message>
    <message>
        <source>The work of others is shown to those alone who review. It is exported whole.</source>
        <translation>Die Arbeit anderer sehen nur die, die prüfen. Exportiert wird sie ganz.</translation>
    </message>
    <message>
        <source>What the format cannot hold</source>
        <translation>Was das Format nicht fassen kann</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunklem</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hellem</translation>
    </message>
    <message>
        <source>{} bytes, which nobody reads as text.</source>
        <translation>{} Bytes, die niemand als Text liest.</translation>
    </message>
</context>
<context>
    <name>PreviewList</name>
    <message>
        <source>In the article in hand: {}</source>
        <translation>Im vorliegenden Artikel: {}</translation>
    </message>
    <message>
        <source>What would be found in the article in hand</source>
        <translation>Was im vorliegenden Artikel gefunden würde</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} von {}</translation>
    </message>
</context>
<context>
    <name>ProjectVerbs</name>
    <message>
        <source>Nothing more of the journal is old enough.</source>
        <translation>Im Verlauf ist nichts weiter alt genug.</translation>
    </message>
    <message>
        <source>Something is still at work. Wait for it, or stop it.</source>
        <translation>Etwas arbeitet noch. Warten Sie darauf, oder halten Sie es an.</translation>
    </message>
    <message>
        <source>There is no backup yet; quiet moments make them.</source>
        <translation>Es gibt noch keine Sicherung; ruhige Momente machen sie.</translation>
    </message>
    <message>
        <source>{} old entries of the journal packed: {} bytes each before, {} now.</source>
        <translation>{} alte Einträge des Verlaufs gepackt: vorher je {} Bytes, jetzt {}.</translation>
    </message>
</context>
<context>
    <name>ProposalDialog</name>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>From {} (version {}) to {} (version {})</source>
        <translation>Von {} (Version {}) zu {} (Version {})</translation>
    </message>
    <message>
        <source>Import a scheme</source>
        <translation>Ein Schema importieren</translation>
    </message>
    <message>
        <source>Labels in use that the scheme lacks become:</source>
        <translation>Verwendete Labels, die dem Schema fehlen, werden zu:</translation>
    </message>
    <message>
        <source>Take this scheme</source>
        <translation>Dieses Schema übernehmen</translation>
    </message>
    <message>
        <source>nothing: they go</source>
        <translation>nichts: sie fallen weg</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer, then Return</source>
        <translation>Antwort, dann Eingabetaste</translation>
    </message>
    <message>
        <source>Answer: {}</source>
        <translation>Antwort: {}</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Questions · {}</source>
        <translation>Fragen · {}</translation>
    </message>
</context>
<context>
    <name>QueueActs</name>
    <message>
        <source>Articles that several people annotate keep their order, since an order by gain would make their agreement say nothing of the others: {}.</source>
        <translation>Artikel, die mehrere annotieren, behalten ihre Reihenfolge, da ihre Übereinstimmung sonst nichts über die anderen sagen würde: {}.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Annotate</source>
        <translation>Annotieren</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>Korpus</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>Article text</source>
        <translation>Text des Artikels</translation>
    </message>
</context>
<context>
    <name>RelationActs</name>
    <message>
        <source>No relation can begin at this label.</source>
        <translation>Bei diesem Label kann keine Beziehung beginnen.</translation>
    </message>
    <message>
        <source>No relation can lead from one to the other.</source>
        <translation>Von einer zur anderen kann keine Beziehung führen.</translation>
    </message>
    <message>
        <source>Nothing is marked that this relation could lead to.</source>
        <translation>Nichts ist markiert, wohin diese Beziehung führen könnte.</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Beziehung</translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete it, and what was annotated with it</source>
        <translation>Löschen, samt allem, was damit annotiert wurde</translation>
    </message>
    <message>
        <source>Let another label take its place:</source>
        <translation>Ein anderes Label tritt an seine Stelle:</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Merge or delete “{}”</source>
        <translation>„{}“ zusammenführen oder löschen</translation>
    </message>
    <message>
        <source>The label that takes its place</source>
        <translation>Das Label, das an seine Stelle tritt</translation>
    </message>
</context>
<context>
    <name>ReviewVerbs</name>
    <message>
        <source>Nothing is left that all agree on.</source>
        <translation>Es ist nichts übrig, worin sich alle einig sind.</translation>
    </message>
    <message>
        <source>Places that are gold now: {}.</source>
        <translation>Stellen, die jetzt Gold sind: {}.</translation>
    </message>
</context>
<context>
    <name>RoomVerbs</name>
    <message>
        <source>Only a reviewer sees the work of others side by side. To review, work as another person and choose the role of a reviewer.</source>
        <translation>Nur wer prüft, sieht die Arbeit der anderen nebeneinander. Um zu prüfen, arbeiten Sie als andere Person und wählen Sie die Rolle „prüft“.</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>A list of words</source>
        <translation>Eine Wortliste</translation>
    </message>
    <message>
        <source>A pattern</source>
        <translation>Ein Muster</translation>
    </message>
    <message>
        <source>Capitals count</source>
        <translation>Großschreibung zählt</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Words, one a line</source>
        <translation>Wörter, eines je Zeile</translation>
    </message>
</context>
<context>
    <name>SavedRecipes</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the recipe</source>
        <translation>Name des Rezepts</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern als</translation>
    </message>
    <message>
        <source>Saved recipe</source>
        <translation>Gespeichertes Rezept</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
</context>
<context>
    <name>SchemeEditor</name>
    <message>
        <source>Choose something on the left, or add to the list.</source>
        <translation>Wählen Sie links etwas aus oder fügen Sie der Liste etwas hinzu.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Merge or delete…</source>
        <translation>Zusammenführen oder löschen…</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>SchemeEdits</name>
    <message>
        <source>In the text {} means “{}” already. Choose another letter.</source>
        <translation>Im Text bedeutet {} schon „{}“. Wählen Sie einen anderen Buchstaben.</translation>
    </message>
    <message>
        <source>Labels are picked by digits: {} will not be heard.</source>
        <translation>Labels werden mit Ziffern gewählt: {} wird nicht gehört.</translation>
    </message>
    <message>
        <source>The project has this scheme already.</source>
        <translation>Das Projekt hat dieses Schema schon.</translation>
    </message>
    <message>
        <source>The scheme was written to {}.</source>
        <translation>Das Schema wurde nach {} geschrieben.</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>Wie soll es heißen?</translation>
    </message>
</context>
<context>
    <name>SchemeTree</name>
    <message>
        <source>Scheme</source>
        <translation>Schema</translation>
    </message>
</context>
<context>
    <name>SchemesDialog</name>
    <message>
        <source>Keep this project&apos;s scheme</source>
        <translation>Schema dieses Projekts behalten</translation>
    </message>
    <message>
        <source>Take their scheme…</source>
        <translation>Ihr Schema übernehmen…</translation>
    </message>
    <message>
        <source>Two schemes</source>
        <translation>Zwei Schemata</translation>
    </message>
    <message>
        <source>With this project&apos;s scheme, marks come in as far as it has words for them; the others are listed before anything is written. Their scheme is shown once more, with what it does to the work here.</source>
        <translation>Mit dem Schema dieses Projekts kommen Markierungen herein, soweit es Worte für sie hat; die anderen werden aufgelistet, bevor etwas geschrieben wird. Das andere Schema wird noch einmal gezeigt, mit dem, was es für die Arbeit hier bedeutet.</translation>
    </message>
    <message>
        <source>{} has another scheme than this project</source>
        <translation>{} hat ein anderes Schema als dieses Projekt</translation>
    </message>
</context>
<context>
    <name>SearchActs</name>
    <message>
        <source>; looking for new articles</source>
        <translation>; neue Artikel werden gesucht</translation>
    </message>
    <message>
        <source>Articles: {}</source>
        <translation>Artikel: {}</translation>
    </message>
    <message>
        <source>Places: {}</source>
        <translation>Stellen: {}</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Find in this article</source>
        <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
        <source>In all articles</source>
        <translation>In allen Artikeln</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Fundstellen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Words to find</source>
        <translation>Gesuchte Wörter</translation>
    </message>
    <message>
        <source>Words, &quot;a phrase&quot;, begin*, -without</source>
        <translation>Wörter, &quot;Wendung&quot;, Anfang*, -ohne</translation>
    </message>
</context>
<context>
    <name>ShapeSection</name>
    <message>
        <source>A paragraph</source>
        <translation>Ein Absatz</translation>
    </message>
    <message>
        <source>A sentence</source>
        <translation>Ein Satz</translation>
    </message>
    <message>
        <source>An article</source>
        <translation>Ein Artikel</translation>
    </message>
    <message>
        <source>Cut at the borders of spans</source>
        <translation>An Grenzen von Spannen geschnitten</translation>
    </message>
    <message>
        <source>Labels as</source>
        <translation>Labels als</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Name people in the data card</source>
        <translation>Personen in der Datenkarte nennen</translation>
    </message>
    <message>
        <source>Names of labels</source>
        <translation>Namen der Labels</translation>
    </message>
    <message>
        <source>One document is</source>
        <translation>Ein Dokument ist</translation>
    </message>
    <message>
        <source>Those of the scheme</source>
        <translation>Die des Schemas</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Whole; spans are widened</source>
        <translation>Ganz; Spannen werden erweitert</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Suggesters, and the layers in which each is shown</source>
        <translation>Vorschlagsgeber, und die Ebenen, in denen jeder gezeigt wird</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Change the split</source>
        <translation>Aufteilung ändern</translation>
    </message>
    <message>
        <source>Near-duplicates go along. What a model was tested on should not come to be trained on: its scores would say nothing any more.</source>
        <translation>Fast gleiche Artikel gehen mit. Woran ein Modell getestet wurde, daran sollte es nicht trainiert werden: Seine Werte sagten nichts mehr aus.</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>The split so far: {}</source>
        <translation>Bisherige Aufteilung: {}</translation>
    </message>
    <message>
        <source>in several parts</source>
        <translation>in mehreren Teilen</translation>
    </message>
    <message>
        <source>{} articles</source>
        <translation>{} Artikel</translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message>
        <source>Mark entities, claims, events and framing in news text. All on this machine.</source>
        <translation>Entitäten, Behauptungen, Ereignisse und Framing in Nachrichtentexten markieren. Alles auf diesem Rechner.</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Projekt öffnen…</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt verwendete Projekte</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
</context>
<context>
    <name>SuggesterVerbs</name>
    <message>
        <source>“{}” is a pipeline in the folder {}. It could run code on this machine. Load it, now and in future? Go on only if you trust whoever made it.</source>
        <translation>„{}“ ist eine Pipeline im Ordner {}. Sie könnte auf diesem Rechner Code ausführen. Soll sie jetzt und künftig geladen werden? Machen Sie nur weiter, wenn Sie ihrem Urheber vertrauen.</translation>
    </message>
</context>
<context>
    <name>SuggestersDialog</name>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Pattern…</source>
        <translation>Muster…</translation>
    </message>
    <message>
        <source>Pipeline folder…</source>
        <translation>Pipeline-Ordner…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Suggesters</source>
        <translation>Vorschlagsgeber</translation>
    </message>
    <message>
        <source>Ticked are the layers in which a suggester is shown; Space ticks.</source>
        <translation>Angekreuzt sind die Ebenen, in denen ein Vorschlagsgeber gezeigt wird; die Leertaste kreuzt an.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Words…</source>
        <translation>Wörter…</translation>
    </message>
</context>
<context>
    <name>TeamVerbs</name>
    <message>
        <source>Articles assigned anew: {} of {}. Each has: {}.</source>
        <translation>Neu zugeteilte Artikel: {} von {}. Jeder hat: {}.</translation>
    </message>
    <message>
        <source>Articles written: {}, annotations: {}, to {}.</source>
        <translation>Geschriebene Artikel: {}, Annotationen: {}, nach {}.</translation>
    </message>
    <message>
        <source>Look at what merging them would bring in?</source>
        <translation>Ansehen, was beim Zusammenführen hereinkäme?</translation>
    </message>
    <message>
        <source>Merged. New annotations: {}, in articles: {}; gave way: {}.</source>
        <translation>Zusammengeführt. Neue Annotationen: {}, in Artikeln: {}; nachgegeben haben: {}.</translation>
    </message>
    <message>
        <source>Nobody has articles yet. Assign articles first.</source>
        <translation>Noch hat niemand Artikel. Teilen Sie zuerst Artikel zu.</translation>
    </message>
    <message>
        <source>Nothing new: all of it is known here.</source>
        <translation>Nichts Neues: All das ist hier bekannt.</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>Text to correct</source>
        <translation>Zu korrigierender Text</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Only {}</source>
        <translation>Nur {}</translation>
    </message>
    <message>
        <source>Work as another person</source>
        <translation>Als andere Person arbeiten</translation>
    </message>
    <message>
        <source>You are {}</source>
        <translation>Sie sind {}</translation>
    </message>
</context>
<context>
    <name>TwinVerbs</name>
    <message>
        <source>Carried over to near-duplicates: {}.</source>
        <translation>In fast gleiche Artikel übernommen: {}.</translation>
    </message>
</context>
<context>
    <name>TwinsDialog</name>
    <message>
        <source>Carry over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Carry over to near-duplicates</source>
        <translation>In fast gleiche Artikel übernehmen</translation>
    </message>
    <message>
        <source>Each says where it came from, and counts in no agreement. All of it is one act: undo takes it back as a whole.</source>
        <translation>Jede Markierung sagt, woher sie kommt, und zählt in keiner Übereinstimmung. Alles ist ein Schritt: Rückgängig nimmt ihn als Ganzes zurück.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>What is carried over</source>
        <translation>Was übernommen wird</translation>
    </message>
    <message>
        <source>What is carried over from “{}”</source>
        <translation>Was aus „{}“ übernommen wird</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Words there</source>
        <translation>Wörter dort</translation>
    </message>
    <message>
        <source>{} ({} of {})</source>
        <translation>{} ({} von {})</translation>
    </message>
</context>
<context>
    <name>ValuesField</name>
    <message>
        <source>Another value</source>
        <translation>Weiterer Wert</translation>
    </message>
    <message>
        <source>Another value, then Enter</source>
        <translation>Weiterer Wert, dann Eingabetaste</translation>
    </message>
    <message>
        <source>F2 renames, Del removes, Alt+Up and Alt+Down move.</source>
        <translation>F2 benennt um, Entf entfernt, Alt+Auf und Alt+Ab verschieben.</translation>
    </message>
</context>
<context>
    <name>WorkSection</name>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>Also layers that are not done</source>
        <translation>Auch Ebenen, die nicht fertig sind</translation>
    </message>
    <message>
        <source>Call people by numbers</source>
        <translation>Personen nur mit Nummern nennen</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Gold: what was adjudicated</source>
        <translation>Gold: was entschieden wurde</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>What people annotated</source>
        <translation>Was Menschen annotiert haben</translation>
    </message>
    <message>
        <source>What suggesters proposed</source>
        <translation>Was Vorschlagende vorgeschlagen haben</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>Wessen Arbeit</translation>
    </message>
</context>
<context>
    <name>carrying</name>
    <message>
        <source>In changed words: {}.</source>
        <translation>In geänderten Wörtern: {}.</translation>
    </message>
    <message>
        <source>In layers that are finished there: {}.</source>
        <translation>In Ebenen, die dort abgeschlossen sind: {}.</translation>
    </message>
    <message>
        <source>In the same words: {}.</source>
        <translation>In denselben Wörtern: {}.</translation>
    </message>
    <message>
        <source>Marked there already: {}.</source>
        <translation>Dort schon markiert: {}.</translation>
    </message>
    <message>
        <source>Without a place: {}.</source>
        <translation>Ohne Ort: {}.</translation>
    </message>
    <message>
        <source>in changed words</source>
        <translation>in geänderten Wörtern</translation>
    </message>
    <message>
        <source>in the same words</source>
        <translation>in denselben Wörtern</translation>
    </message>
    <message>
        <source>marked there already</source>
        <translation>dort schon markiert</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>other words there</source>
        <translation>dort stehen andere Wörter</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>(no source)</source>
        <translation>(keine Quelle)</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>An article that appeared in several sources counts for each of them.</source>
        <translation>Ein Artikel, der in mehreren Quellen erschien, zählt für jede von ihnen.</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Annotations by annotator</source>
        <translation>Annotationen nach Person</translation>
    </message>
    <message>
        <source>Annotations by label</source>
        <translation>Annotationen nach Label</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Articles by source</source>
        <translation>Artikel nach Quelle</translation>
    </message>
    <message>
        <source>Articles done</source>
        <translation>Fertige Artikel</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>F1 after</source>
        <translation>F1 nachher</translation>
    </message>
    <message>
        <source>F1 before</source>
        <translation>F1 vorher</translation>
    </message>
    <message>
        <source>F1 of each model on articles held back when it was taught, with its error.</source>
        <translation>F1 jedes Modells auf Artikeln, die beim Lernen zurückgehalten wurden, mit seinem Fehler.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>How often each label of the scheme was used.</source>
        <translation>Wie oft jedes Label des Schemas verwendet wurde.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>No model was taught by what people have finished yet.</source>
        <translation>Noch hat kein Modell von fertiger Arbeit gelernt.</translation>
    </message>
    <message>
        <source>No suggestion was accepted or rejected yet.</source>
        <translation>Noch wurde kein Vorschlag angenommen oder abgelehnt.</translation>
    </message>
    <message>
        <source>Nobody has marked anything yet.</source>
        <translation>Noch hat niemand etwas markiert.</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Suggestions taken over time</source>
        <translation>Vorschläge im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>The scheme has no labels.</source>
        <translation>Das Schema hat keine Labels.</translation>
    </message>
    <message>
        <source>The share that was accepted, also in a changed form, of all decided on.</source>
        <translation>Der Anteil der angenommenen, auch in geänderter Form, an allen, über die entschieden wurde.</translation>
    </message>
    <message>
        <source>There are no articles yet.</source>
        <translation>Noch gibt es keine Artikel.</translation>
    </message>
    <message>
        <source>What each person marked in each layer, and in how many articles it is done.</source>
        <translation>Was jede Person auf jeder Ebene markiert hat, und in wie vielen Artikeln diese fertig ist.</translation>
    </message>
    <message>
        <source>What learning is worth</source>
        <translation>Was das Lernen bringt</translation>
    </message>
    <message>
        <source>finished articles</source>
        <translation>fertige Artikel</translation>
    </message>
    <message>
        <source>{} others</source>
        <translation>{} weitere</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Id of the article</source>
        <translation>Kennung des Artikels</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Metadata, by its name</source>
        <translation>Metadatum</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>Text des Artikels</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadresse</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept all of a label…</source>
        <translation>Alle eines Labels annehmen…</translation>
    </message>
    <message>
        <source>Add as a fragment</source>
        <translation>Als Fragment hinzufügen</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>Alle Befehle…</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Ebenen</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Annotieren</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Farben wie das System</translation>
    </message>
    <message>
        <source>Assign articles…</source>
        <translation>Artikel zuteilen…</translation>
    </message>
    <message>
        <source>Attributes, by digits</source>
        <translation>Attribute, mit Ziffern</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Sicherungen…</translation>
    </message>
    <message>
        <source>Carry to near-duplicates…</source>
        <translation>In fast gleiche Artikel übernehmen…</translation>
    </message>
    <message>
        <source>Claim, then a digit</source>
        <translation>Behauptung, dann eine Ziffer</translation>
    </message>
    <message>
        <source>Compare and measure again</source>
        <translation>Erneut vergleichen und messen</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>Ausgewählten Text kopieren</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>Korpus</translation>
    </message>
    <message>
        <source>Correct the text…</source>
        <translation>Text korrigieren…</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Delete the annotation</source>
        <translation>Annotation löschen</translation>
    </message>
    <message>
        <source>Done, and next article</source>
        <translation>Fertig, und nächster Artikel</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit the scheme…</source>
        <translation>Schema bearbeiten…</translation>
    </message>
    <message>
        <source>End one character left</source>
        <translation>Ende ein Zeichen nach links</translation>
    </message>
    <message>
        <source>End one character right</source>
        <translation>Ende ein Zeichen nach rechts</translation>
    </message>
    <message>
        <source>End one word left</source>
        <translation>Ende ein Wort nach links</translation>
    </message>
    <message>
        <source>End one word right</source>
        <translation>Ende ein Wort nach rechts</translation>
    </message>
    <message>
        <source>Entity, then a digit</source>
        <translation>Entität, dann eine Ziffer</translation>
    </message>
    <message>
        <source>Event, then a digit</source>
        <translation>Ereignis, dann eine Ziffer</translation>
    </message>
    <message>
        <source>Every occurrence</source>
        <translation>Alle Vorkommen</translation>
    </message>
    <message>
        <source>Export the scheme…</source>
        <translation>Schema exportieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Filter the articles</source>
        <translation>Artikel filtern</translation>
    </message>
    <message>
        <source>Find in all articles</source>
        <translation>In allen Artikeln suchen</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
        <source>Framing, then a digit</source>
        <translation>Framing, dann eine Ziffer</translation>
    </message>
    <message>
        <source>Grow the selection</source>
        <translation>Auswahl vergrößern</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Leitlinie</translation>
    </message>
    <message>
        <source>Hand out…</source>
        <translation>Austeilen…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Import a scheme…</source>
        <translation>Schema importieren…</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>Artikel importieren…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Labels at all marks</source>
        <translation>Labels an allen Markierungen</translation>
    </message>
    <message>
        <source>Labels of the article</source>
        <translation>Labels des Artikels</translation>
    </message>
    <message>
        <source>Language: Deutsch</source>
        <translation>Sprache: Deutsch</translation>
    </message>
    <message>
        <source>Language: English</source>
        <translation>Sprache: English</translation>
    </message>
    <message>
        <source>Language: as the system</source>
        <translation>Sprache: wie das System</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Learn from my annotations</source>
        <translation>Aus meinen Annotationen lernen</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Less sure suggestions too</source>
        <translation>Auch weniger sichere Vorschläge</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Merge copies…</source>
        <translation>Kopien zusammenführen…</translation>
    </message>
    <message>
        <source>Merge the borders</source>
        <translation>Die Grenzen vereinen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Bewegen</translation>
    </message>
    <message>
        <source>Narrow column</source>
        <translation>Schmale Spalte</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt…</translation>
    </message>
    <message>
        <source>Next annotation</source>
        <translation>Nächste Annotation</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Nächster Artikel</translation>
    </message>
    <message>
        <source>Next open place</source>
        <translation>Nächste offene Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Next suggestion</source>
        <translation>Nächster Vorschlag</translation>
    </message>
    <message>
        <source>Normal column</source>
        <translation>Normale Spalte</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Nothing is here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>Only claims</source>
        <translation>Nur Behauptungen</translation>
    </message>
    <message>
        <source>Only entities</source>
        <translation>Nur Entitäten</translation>
    </message>
    <message>
        <source>Only events</source>
        <translation>Nur Ereignisse</translation>
    </message>
    <message>
        <source>Only framing</source>
        <translation>Nur Framing</translation>
    </message>
    <message>
        <source>Only surer suggestions</source>
        <translation>Nur sicherere Vorschläge</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Projekt öffnen…</translation>
    </message>
    <message>
        <source>Open the folder of the log</source>
        <translation>Ordner des Protokolls öffnen</translation>
    </message>
    <message>
        <source>Order by expected gain</source>
        <translation>Nach erwartetem Gewinn ordnen</translation>
    </message>
    <message>
        <source>Other pane</source>
        <translation>Anderer Bereich</translation>
    </message>
    <message>
        <source>Other pane, backwards</source>
        <translation>Anderer Bereich, rückwärts</translation>
    </message>
    <message>
        <source>Pack the old journal</source>
        <translation>Alten Verlauf packen</translation>
    </message>
    <message>
        <source>Part in the split…</source>
        <translation>Teil in der Aufteilung…</translation>
    </message>
    <message>
        <source>Place before</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Place found before</source>
        <translation>Vorige Fundstelle</translation>
    </message>
    <message>
        <source>Previous annotation</source>
        <translation>Vorige Annotation</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Voriger Artikel</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>Voriger Vorschlag</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Fragen und Antworten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Relation, by digits</source>
        <translation>Beziehung, mit Ziffern</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Save the heat map as a picture…</source>
        <translation>Heatmap als Bild speichern…</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>Bild speichern…</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>Sagen, warum</translation>
    </message>
    <message>
        <source>Show claim suggestions</source>
        <translation>Vorschläge für Behauptungen zeigen</translation>
    </message>
    <message>
        <source>Show entity suggestions</source>
        <translation>Vorschläge für Entitäten zeigen</translation>
    </message>
    <message>
        <source>Show event suggestions</source>
        <translation>Vorschläge für Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Show framing suggestions</source>
        <translation>Vorschläge für Framing zeigen</translation>
    </message>
    <message>
        <source>Show the text as it was then</source>
        <translation>Text zeigen, wie er damals war</translation>
    </message>
    <message>
        <source>Show whose lanes they are</source>
        <translation>Zeigen, wessen Spuren es sind</translation>
    </message>
    <message>
        <source>Shrink the selection</source>
        <translation>Auswahl verkleinern</translation>
    </message>
    <message>
        <source>Skip, with a reason…</source>
        <translation>Überspringen, mit Grund…</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Start one character left</source>
        <translation>Anfang ein Zeichen nach links</translation>
    </message>
    <message>
        <source>Start one character right</source>
        <translation>Anfang ein Zeichen nach rechts</translation>
    </message>
    <message>
        <source>Start one word left</source>
        <translation>Anfang ein Wort nach links</translation>
    </message>
    <message>
        <source>Start one word right</source>
        <translation>Anfang ein Wort nach rechts</translation>
    </message>
    <message>
        <source>Suggest for all articles</source>
        <translation>Vorschläge für alle Artikel</translation>
    </message>
    <message>
        <source>Suggesters…</source>
        <translation>Vorschlagsgeber…</translation>
    </message>
    <message>
        <source>Take all here that agree</source>
        <translation>Alles Einige hier übernehmen</translation>
    </message>
    <message>
        <source>Take back this step of the history</source>
        <translation>Diesen Schritt des Verlaufs zurücknehmen</translation>
    </message>
    <message>
        <source>Take everything that all agree on…</source>
        <translation>Alles übernehmen, worin sich alle einig sind…</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>Die Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>Take the relations of a lane</source>
        <translation>Die Relationen einer Spur übernehmen</translation>
    </message>
    <message>
        <source>Text in the system&apos;s face</source>
        <translation>Text in der Schrift des Systems</translation>
    </message>
    <message>
        <source>Text with serifs</source>
        <translation>Text mit Serifen</translation>
    </message>
    <message>
        <source>Text without serifs</source>
        <translation>Text ohne Serifen</translation>
    </message>
    <message>
        <source>The same label again; leave unset</source>
        <translation>Dasselbe Label noch einmal; offen lassen</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Unfold or fold all near-duplicates</source>
        <translation>Alle fast gleichen Artikel aus- oder einklappen</translation>
    </message>
    <message>
        <source>Unfold or fold near-duplicates</source>
        <translation>Fast gleiche Artikel aus- oder einklappen</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>What adjudication changed</source>
        <translation>Was die Schlichtung geändert hat</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Was neu ist</translation>
    </message>
    <message>
        <source>Wide column</source>
        <translation>Breite Spalte</translation>
    </message>
    <message>
        <source>Work as another person…</source>
        <translation>Als andere Person arbeiten…</translation>
    </message>
    <message>
        <source>Write all as a page…</source>
        <translation>Alles als Seite schreiben…</translation>
    </message>
    <message>
        <source>Write my own…</source>
        <translation>Eine eigene schreiben…</translation>
    </message>
    <message>
        <source>Write the report…</source>
        <translation>Den Bericht schreiben…</translation>
    </message>
</context>
<context>
    <name>encodings</name>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Baltic</source>
        <translation>Baltisch</translation>
    </message>
    <message>
        <source>Central European</source>
        <translation>Mitteleuropäisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>Kyrillisch</translation>
    </message>
    <message>
        <source>Found in each file</source>
        <translation>In jeder Datei ermittelt</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Western European</source>
        <translation>Westeuropäisch</translation>
    </message>
    <message>
        <source>all scripts</source>
        <translation>alle Schriften</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>acronym</source>
        <translation>Abkürzung</translation>
    </message>
    <message>
        <source>adjective with a name</source>
        <translation>Adjektiv mit einem Namen</translation>
    </message>
    <message>
        <source>after {}</source>
        <translation>nach „{}“</translation>
    </message>
    <message>
        <source>article before a name</source>
        <translation>Artikel vor einem Namen</translation>
    </message>
    <message>
        <source>as elsewhere</source>
        <translation>wie an anderer Stelle</translation>
    </message>
    <message>
        <source>as the model reads it</source>
        <translation>so liest es das Modell</translation>
    </message>
    <message>
        <source>begins with a listed name</source>
        <translation>beginnt mit einem Namen der Liste</translation>
    </message>
    <message>
        <source>begins with a listed place</source>
        <translation>beginnt mit einem Ort der Liste</translation>
    </message>
    <message>
        <source>begins with {}</source>
        <translation>beginnt mit „{}“</translation>
    </message>
    <message>
        <source>beside a reporting verb</source>
        <translation>neben einem Verb des Sagens</translation>
    </message>
    <message>
        <source>body of a country</source>
        <translation>Organ eines Landes</translation>
    </message>
    <message>
        <source>body of something</source>
        <translation>Organ von etwas</translation>
    </message>
    <message>
        <source>by rule</source>
        <translation>nach Regel</translation>
    </message>
    <message>
        <source>by rule and model</source>
        <translation>nach Regel und Modell</translation>
    </message>
    <message>
        <source>by rule, its kind by the model</source>
        <translation>nach Regel, die Art nach dem Modell</translation>
    </message>
    <message>
        <source>capitalised word</source>
        <translation>großgeschriebenes Wort</translation>
    </message>
    <message>
        <source>capitalised words</source>
        <translation>großgeschriebene Wörter</translation>
    </message>
    <message>
        <source>collective</source>
        <translation>Gruppe ohne Namen</translation>
    </message>
    <message>
        <source>ends in {}</source>
        <translation>endet auf „{}“</translation>
    </message>
    <message>
        <source>generic body of a country</source>
        <translation>allgemeines Organ eines Landes</translation>
    </message>
    <message>
        <source>given name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>its adjective stands elsewhere</source>
        <translation>sein Adjektiv steht an anderer Stelle</translation>
    </message>
    <message>
        <source>listed organization</source>
        <translation>Organisation der Liste</translation>
    </message>
    <message>
        <source>listed other</source>
        <translation>Name der Liste</translation>
    </message>
    <message>
        <source>listed people</source>
        <translation>Volk der Liste</translation>
    </message>
    <message>
        <source>listed place</source>
        <translation>Ort der Liste</translation>
    </message>
    <message>
        <source>listed, in a compound</source>
        <translation>Name der Liste, in einer Zusammensetzung</translation>
    </message>
    <message>
        <source>plural of a people</source>
        <translation>Mehrzahl eines Volkes</translation>
    </message>
    <message>
        <source>surname of a full name</source>
        <translation>Nachname zu einem vollen Namen</translation>
    </message>
    <message>
        <source>title before a listed place</source>
        <translation>Titel vor einem Ort der Liste</translation>
    </message>
    <message>
        <source>title or given name</source>
        <translation>Titel oder Vorname</translation>
    </message>
    <message>
        <source>title or role before</source>
        <translation>Titel oder Rolle davor</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>Articles: {}</source>
        <translation>Artikel: {}</translation>
    </message>
    <message>
        <source>Articles: {} of {}</source>
        <translation>Artikel: {} von {}</translation>
    </message>
    <message>
        <source>F1, exact</source>
        <translation>F1, genau</translation>
    </message>
    <message>
        <source>F1, partial</source>
        <translation>F1, teilweise</translation>
    </message>
    <message>
        <source>all labels</source>
        <translation>alle Labels</translation>
    </message>
    <message>
        <source>chance brings no disagreement here: there is one value alone</source>
        <translation>der Zufall bringt hier keine Abweichung: es gibt nur einen Wert</translation>
    </message>
    <message>
        <source>every span began as a suggestion</source>
        <translation>jede Spanne begann als Vorschlag</translation>
    </message>
    <message>
        <source>neither marked anything</source>
        <translation>keiner von beiden hat etwas markiert</translation>
    </message>
    <message>
        <source>neither used this label</source>
        <translation>keiner von beiden hat dieses Label benutzt</translation>
    </message>
    <message>
        <source>no article was finished by two of these annotators</source>
        <translation>kein Artikel wurde von zweien dieser Personen fertiggestellt</translation>
    </message>
    <message>
        <source>nobody marked a span in an article that two have finished</source>
        <translation>niemand hat in einem Artikel, den zwei fertiggestellt haben, eine Spanne markiert</translation>
    </message>
    <message>
        <source>they have finished no article in common</source>
        <translation>sie haben keinen Artikel gemeinsam fertiggestellt</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>CSV: a table with a row for each span</source>
        <translation>CSV: eine Tabelle mit einer Zeile je Spanne</translation>
    </message>
    <message>
        <source>CoNLL-U Plus: tokens with spans that overlap</source>
        <translation>CoNLL-U Plus: Token mit Markierungen, die sich überlappen</translation>
    </message>
    <message>
        <source>CoNLL: tokens with tags, a file for each layer</source>
        <translation>CoNLL: Wörter mit Kennzeichen, eine Datei je Ebene</translation>
    </message>
    <message>
        <source>HTML: a page to read or print</source>
        <translation>HTML: eine Seite zum Lesen oder Drucken</translation>
    </message>
    <message>
        <source>JSON lines: everything, nothing lost</source>
        <translation>JSON-Zeilen: alles, nichts geht verloren</translation>
    </message>
    <message>
        <source>Label Studio: tasks with the work of all</source>
        <translation>Label Studio: Aufgaben mit der Arbeit aller</translation>
    </message>
    <message>
        <source>Parquet: for data tools</source>
        <translation>Parquet: für Datenwerkzeuge</translation>
    </message>
    <message>
        <source>Prodigy: JSON lines with tokens</source>
        <translation>Prodigy: JSON-Zeilen mit Wörtern</translation>
    </message>
    <message>
        <source>UIMA CAS, as JSON</source>
        <translation>UIMA CAS als JSON</translation>
    </message>
    <message>
        <source>UIMA CAS, as XMI</source>
        <translation>UIMA CAS als XMI</translation>
    </message>
    <message>
        <source>W3C Web Annotation: linked data</source>
        <translation>W3C Web Annotation: verknüpfte Daten</translation>
    </message>
    <message>
        <source>brat: texts and marks in folders</source>
        <translation>brat: Texte und Marken in Ordnern</translation>
    </message>
    <message>
        <source>doccano: JSON lines for each person</source>
        <translation>doccano: JSON-Zeilen für jede Person</translation>
    </message>
    <message>
        <source>spaCy DocBin: for training</source>
        <translation>spaCy DocBin: zum Trainieren</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <source>Accepting</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Assigning articles</source>
        <translation>Artikel werden zugeteilt</translation>
    </message>
    <message>
        <source>Bringing the project up to date</source>
        <translation>Das Projekt wird auf den neuesten Stand gebracht</translation>
    </message>
    <message>
        <source>Carrying over to near-duplicates</source>
        <translation>Wird in fast gleiche Artikel übernommen</translation>
    </message>
    <message>
        <source>Changing the scheme</source>
        <translation>Das Schema wird geändert</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Correcting the text</source>
        <translation>Der Text wird korrigiert</translation>
    </message>
    <message>
        <source>Counting what would change</source>
        <translation>Es wird gezählt, was sich ändern würde</translation>
    </message>
    <message>
        <source>Doing it again</source>
        <translation>Wird wiederhergestellt</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Handing out</source>
        <translation>Wird ausgeteilt</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Learning from your annotations</source>
        <translation>Lernen aus Ihren Annotationen</translation>
    </message>
    <message>
        <source>Looking for near-duplicates</source>
        <translation>Fast gleiche Artikel werden gesucht</translation>
    </message>
    <message>
        <source>Looking for occurrences</source>
        <translation>Suche nach Vorkommen</translation>
    </message>
    <message>
        <source>Looking for questions</source>
        <translation>Fragen werden gesucht</translation>
    </message>
    <message>
        <source>Looking for settled articles</source>
        <translation>Suche nach entschiedenen Artikeln</translation>
    </message>
    <message>
        <source>Looking for suggestions</source>
        <translation>Suche nach Vorschlägen</translation>
    </message>
    <message>
        <source>Looking for the places in near-duplicates</source>
        <translation>Die Orte in fast gleichen Artikeln werden gesucht</translation>
    </message>
    <message>
        <source>Looking how articles would be spread</source>
        <translation>Verteilung wird ermittelt</translation>
    </message>
    <message>
        <source>Looking into copies</source>
        <translation>Kopien werden angesehen</translation>
    </message>
    <message>
        <source>Looking through the project</source>
        <translation>Das Projekt wird durchgesehen</translation>
    </message>
    <message>
        <source>Looking up values</source>
        <translation>Werte werden nachgeschlagen</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Measuring agreement</source>
        <translation>Übereinstimmung messen</translation>
    </message>
    <message>
        <source>Merging copies</source>
        <translation>Kopien werden zusammengeführt</translation>
    </message>
    <message>
        <source>Ordering the articles</source>
        <translation>Artikel ordnen</translation>
    </message>
    <message>
        <source>Packing the old journal</source>
        <translation>Der alte Verlauf wird gepackt</translation>
    </message>
    <message>
        <source>Preparing the sample</source>
        <translation>Beispiel wird vorbereitet</translation>
    </message>
    <message>
        <source>Putting a backup back</source>
        <translation>Sicherung wird zurückgeholt</translation>
    </message>
    <message>
        <source>Reading the history</source>
        <translation>Der Verlauf wird gelesen</translation>
    </message>
    <message>
        <source>Reading the texts into the index</source>
        <translation>Texte werden ins Register gelesen</translation>
    </message>
    <message>
        <source>Settling</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Suggesting</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Taking a step back</source>
        <translation>Ein Schritt wird zurückgenommen</translation>
    </message>
    <message>
        <source>Trying an export</source>
        <translation>Export wird geprobt</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>Wird zurückgenommen</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Bericht schreiben</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <source>“{}”</source>
        <translation>„{}“</translation>
    </message>
</context>
<context>
    <name>losses</name>
    <message>
        <source>articles that nobody worked on</source>
        <translation>Artikel, an denen niemand gearbeitet hat</translation>
    </message>
    <message>
        <source>articles whose overlaps must be allowed</source>
        <translation>Artikel, deren Überlappungen erlaubt werden müssen</translation>
    </message>
    <message>
        <source>articles with characters that XML cannot hold</source>
        <translation>Artikel mit Zeichen, die XML nicht fasst</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>attributes of relations</source>
        <translation>Attribute von Relationen</translation>
    </message>
    <message>
        <source>blanks between words</source>
        <translation>Leerräume zwischen Wörtern</translation>
    </message>
    <message>
        <source>borders inside of tokens</source>
        <translation>Grenzen innerhalb von Tokens</translation>
    </message>
    <message>
        <source>finished layers without a span</source>
        <translation>fertige Ebenen ohne Spanne</translation>
    </message>
    <message>
        <source>gaps between fragments</source>
        <translation>Lücken zwischen Fragmenten</translation>
    </message>
    <message>
        <source>ids</source>
        <translation>Kennungen</translation>
    </message>
    <message>
        <source>labels of the whole article</source>
        <translation>Etiketten des ganzen Artikels</translation>
    </message>
    <message>
        <source>labels without a name there</source>
        <translation>Labels ohne Namen dort</translation>
    </message>
    <message>
        <source>line breaks in what was written</source>
        <translation>Zeilenumbrüche im Geschriebenen</translation>
    </message>
    <message>
        <source>line ends at borders</source>
        <translation>Zeilenenden an Grenzen</translation>
    </message>
    <message>
        <source>metadata of articles</source>
        <translation>Metadaten von Artikeln</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>notes on relations</source>
        <translation>Notizen an Relationen</translation>
    </message>
    <message>
        <source>overlapping entities</source>
        <translation>überlappende Entitäten</translation>
    </message>
    <message>
        <source>overlapping spans</source>
        <translation>überlappende Markierungen</translation>
    </message>
    <message>
        <source>parts of articles</source>
        <translation>Teile von Artikeln</translation>
    </message>
    <message>
        <source>questions and answers</source>
        <translation>Fragen und Antworten</translation>
    </message>
    <message>
        <source>relations</source>
        <translation>Relationen</translation>
    </message>
    <message>
        <source>relations between two pieces</source>
        <translation>Relationen zwischen zwei Stücken</translation>
    </message>
    <message>
        <source>relations that lost an end</source>
        <translation>Beziehungen, denen ein Ende fehlt</translation>
    </message>
    <message>
        <source>spans of nothing but blanks</source>
        <translation>Spannen aus nichts als Leerraum</translation>
    </message>
    <message>
        <source>spans that tags do not hold</source>
        <translation>Markierungen, die Tags nicht fassen</translation>
    </message>
    <message>
        <source>texts of articles</source>
        <translation>Texte von Artikeln</translation>
    </message>
    <message>
        <source>texts that several people finished</source>
        <translation>Texte, die mehrere Personen fertig haben</translation>
    </message>
    <message>
        <source>the history of changes</source>
        <translation>der Verlauf der Änderungen</translation>
    </message>
    <message>
        <source>times and origins</source>
        <translation>Zeiten und Herkunft</translation>
    </message>
    <message>
        <source>unfinished articles</source>
        <translation>unfertige Artikel</translation>
    </message>
    <message>
        <source>unfinished layers</source>
        <translation>unfertige Ebenen</translation>
    </message>
    <message>
        <source>what is unfinished in what was written</source>
        <translation>Unfertiges im Geschriebenen</translation>
    </message>
    <message>
        <source>what would be a formula</source>
        <translation>was eine Formel wäre</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>A label cannot be made of “{place}”. Use what has a list of values: {known}.</source>
        <translation>Aus „{place}“ lässt sich kein Label bilden. Verwenden Sie, was eine Liste von Werten hat: {known}.</translation>
    </message>
    <message>
        <source>A number is none that JSON knows. Write it in digits.</source>
        <translation>Eine Zahl ist keine, die JSON kennt. Schreiben Sie sie in Ziffern.</translation>
    </message>
    <message>
        <source>A part of the history of this project is damaged and cannot be read. The annotations stand as they are; put back a backup to have the history again.</source>
        <translation>Ein Teil des Verlaufs dieses Projekts ist beschädigt und kann nicht gelesen werden. Die Annotationen bleiben, wie sie sind; spielen Sie eine Sicherung zurück, um den Verlauf wiederzuhaben.</translation>
    </message>
    <message>
        <source>A person needs a name. Type one.</source>
        <translation>Eine Person braucht einen Namen. Geben Sie einen ein.</translation>
    </message>
    <message>
        <source>A recipe needs a name. Give it one.</source>
        <translation>Ein Rezept braucht einen Namen. Geben Sie ihm einen.</translation>
    </message>
    <message>
        <source>A suggester is held against finished work, and none is finished here. Mark a layer of an article as done first, or choose another person or layer.</source>
        <translation>Ein Vorschlagsgeber wird an fertiger Arbeit gemessen, und hier ist keine fertig. Erklären Sie zuerst eine Ebene eines Artikels für fertig, oder wählen Sie eine andere Person oder Ebene.</translation>
    </message>
    <message>
        <source>A suggester needs a name. Give it one.</source>
        <translation>Ein Vorschlagsgeber braucht einen Namen. Geben Sie ihm einen.</translation>
    </message>
    <message>
        <source>Agreement needs two annotators who have finished a layer, and found {number}. Mark layers as done first, or name other annotators.</source>
        <translation>Übereinstimmung braucht zwei Annotierende, die eine Ebene fertig haben; gefunden: {number}. Markieren Sie zuerst Ebenen als fertig, oder nennen Sie andere Annotierende.</translation>
    </message>
    <message>
        <source>Articles cannot be grouped by “{grouping}”. Choose source, date, or meta.KEY.</source>
        <translation>Nach „{grouping}“ lassen sich Artikel nicht zusammenfassen. Wählen Sie source, date oder meta.KEY.</translation>
    </message>
    <message>
        <source>Beside “{path}” lie copies that were changed elsewhere: {copies}. Merge them with it, by “Merge copies…” or `workbench merge`.</source>
        <translation>Neben „{path}“ liegen Kopien, die anderswo geändert wurden: {copies}. Führen Sie sie damit zusammen, mit „Kopien zusammenführen…“ oder `workbench merge`.</translation>
    </message>
    <message>
        <source>Blanks at line ends and empty lines beyond one were taken out.</source>
        <translation>Leerzeichen an Zeilenenden und überzählige Leerzeilen wurden entfernt.</translation>
    </message>
    <message>
        <source>Entry {number} of the feed has no text. Save the page that it links to.</source>
        <translation>Eintrag {number} des Feeds hat keinen Text. Speichern Sie die Seite, auf die er verweist.</translation>
    </message>
    <message>
        <source>Every article must go to at least one person, and to no more than the {number} named. Name more annotators, or ask for fewer an article.</source>
        <translation>Jeder Artikel muss an mindestens eine Person gehen, und an höchstens so viele, wie genannt sind: {number}. Nennen Sie mehr Annotierende, oder verlangen Sie weniger je Artikel.</translation>
    </message>
    <message>
        <source>Files of this kind ({suffix}) cannot be read. Save it as one of: {known}. If it is of a known format under another name, import it with workbench import … --format.</source>
        <translation>Dateien dieser Art ({suffix}) können nicht gelesen werden. Speichern Sie sie in einem dieser Formate: {known}. Ist sie unter anderem Namen in einem bekannten Format, importieren Sie sie mit workbench import … --format.</translation>
    </message>
    <message>
        <source>From here on this is not JSON. Correct the file.</source>
        <translation>Ab hier ist dies kein JSON. Berichtigen Sie die Datei.</translation>
    </message>
    <message>
        <source>Gold and suggestions are nobody’s own, and the work of {people} was asked for. Ask for one or the other.</source>
        <translation>Gold und Vorschläge gehören niemandem allein, und verlangt war die Arbeit von {people}. Verlangen Sie das eine oder das andere.</translation>
    </message>
    <message>
        <source>In {place}, start {start} and end {end} are not the ends of the fragments, {first} and {last}. Correct them, or leave them out.</source>
        <translation>In {place} sind start {start} und end {end} nicht die Enden der Fragmente, {first} und {last}. Berichtigen Sie sie oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>In {place}, the id “{id}” stands a second time. Give it another.</source>
        <translation>In {place} steht die Kennung „{id}“ ein zweites Mal. Vergeben Sie eine andere.</translation>
    </message>
    <message>
        <source>In {place}, “{found}” is unknown. Choose one of: {known}.</source>
        <translation>In {place} ist „{found}“ unbekannt. Wählen Sie eines von: {known}.</translation>
    </message>
    <message>
        <source>In {place}, “{name}” is missing. Add it.</source>
        <translation>In {place} fehlt „{name}“. Ergänzen Sie es.</translation>
    </message>
    <message>
        <source>In {place}, “{name}” is unknown. Remove it; known are: {known}.</source>
        <translation>In {place} ist „{name}“ unbekannt. Entfernen Sie es; bekannt sind: {known}.</translation>
    </message>
    <message>
        <source>It cannot be read: {reason}. Check the permissions, and that the disk is there.</source>
        <translation>Die Datei kann nicht gelesen werden: {reason}. Prüfen Sie die Rechte und ob der Datenträger da ist.</translation>
    </message>
    <message>
        <source>It could be of several formats: {formats}. Import it with workbench import … --format and the one that it is.</source>
        <translation>Es könnte von mehreren Formaten sein: {formats}. Importieren Sie es mit workbench import … --format und dem richtigen.</translation>
    </message>
    <message>
        <source>It has {megabytes} MB, and {limit} MB are the limit for one file. Cut it into parts.</source>
        <translation>Die Datei hat {megabytes} MB; höchstens {limit} MB sind erlaubt. Teilen Sie sie auf.</translation>
    </message>
    <message>
        <source>It is of no format that is recognised. If it is one of these, import it with workbench import … --format: {known}.</source>
        <translation>Es ist von keinem Format, das erkannt wird. Ist es eines von diesen, dann importieren Sie es mit workbench import … --format: {known}.</translation>
    </message>
    <message>
        <source>It stands beside a corpus and holds no article. Choose the corpus itself, or its folder.</source>
        <translation>Es steht neben einem Korpus und enthält keinen Artikel. Wählen Sie das Korpus selbst oder seinen Ordner.</translation>
    </message>
    <message>
        <source>It would unpack to {megabytes} MB, and {limit} MB are the limit. Take out the large pictures, or save its text alone.</source>
        <translation>Entpackt hätte die Datei {megabytes} MB; höchstens {limit} MB sind erlaubt. Entfernen Sie die großen Bilder oder speichern Sie nur den Text.</translation>
    </message>
    <message>
        <source>Its name in the archive leads out of the archive, which no honest program writes. Take it out by hand if you trust it.</source>
        <translation>Ihr Name im Archiv führt aus dem Archiv hinaus, was kein ehrliches Programm schreibt. Nehmen Sie sie von Hand heraus, wenn Sie ihr trauen.</translation>
    </message>
    <message>
        <source>Line {line} has no text: its keys are {keys}. Name the one with the text “text”.</source>
        <translation>Zeile {line} hat keinen Text: Ihre Schlüssel sind {keys}. Nennen Sie den mit dem Text „text“.</translation>
    </message>
    <message>
        <source>Line {line} is JSON but no object. Write each article as {{…}} with a key “text”.</source>
        <translation>Zeile {line} ist JSON, aber kein Objekt. Schreiben Sie jeden Artikel als {{…}} mit einem Schlüssel „text“.</translation>
    </message>
    <message>
        <source>Line {line} is not JSON. Each line must hold one whole article as {{…}}; mend that line.</source>
        <translation>Zeile {line} ist kein JSON. Jede Zeile muss einen ganzen Artikel als {{…}} enthalten; berichtigen Sie diese Zeile.</translation>
    </message>
    <message>
        <source>Name at least one annotator who gets articles.</source>
        <translation>Nennen Sie mindestens eine Person, die Artikel bekommt.</translation>
    </message>
    <message>
        <source>No article has metadata named “{name}” to be grouped by. Known are: {known}.</source>
        <translation>Kein Artikel hat Metadaten namens „{name}“, nach denen gruppiert werden könnte. Bekannt sind: {known}.</translation>
    </message>
    <message>
        <source>No article was found on this page. Copy the text from the browser and paste it instead.</source>
        <translation>Auf dieser Seite wurde kein Artikel gefunden. Kopieren Sie den Text aus dem Browser und fügen Sie ihn ein.</translation>
    </message>
    <message>
        <source>No backup of “{path}” could be made. Your work is saved; see that the disk with the backups has room and may be written to.</source>
        <translation>Von „{path}“ konnte keine Sicherung angelegt werden. Ihre Arbeit ist gespeichert; sehen Sie nach, ob die Platte mit den Sicherungen Platz hat und beschrieben werden darf.</translation>
    </message>
    <message>
        <source>No column holds the text: the columns are {columns}. Name the one with the text “text”.</source>
        <translation>Keine Spalte enthält den Text: Die Spalten sind {columns}. Nennen Sie die mit dem Text „text“.</translation>
    </message>
    <message>
        <source>No file can be made in “{path}”: {reason}. Choose a folder that you may write to.</source>
        <translation>In „{path}“ kann keine Datei angelegt werden: {reason}. Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>No label of the scheme has a name in “{names}”. Give them some, or choose another.</source>
        <translation>Kein Label des Schemas hat einen Namen in „{names}“. Geben Sie ihnen welche, oder wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>Nothing is marked in the finished articles of the layer “{layer}”, so there is nothing to learn. Mark something, then train again.</source>
        <translation>In den fertigen Artikeln der Ebene „{layer}“ ist nichts markiert, also gibt es nichts zu lernen. Markieren Sie etwas und trainieren Sie dann erneut.</translation>
    </message>
    <message>
        <source>Only Linux desktops are told this way. On Windows and macOS, the program’s own folder or bundle says what it opens.</source>
        <translation>Nur Linux-Desktops erfahren es auf diese Weise. Unter Windows und macOS sagt der Ordner oder das Paket des Programms selbst, was es öffnet.</translation>
    </message>
    <message>
        <source>Only reviewers answer questions. Work as a reviewer, or let one answer.</source>
        <translation>Nur Prüfende beantworten Fragen. Arbeiten Sie als prüfende Person oder lassen Sie eine antworten.</translation>
    </message>
    <message>
        <source>Only your own steps can be taken back, and this one is {who}&apos;s. Ask {who} to take it back.</source>
        <translation>Nur eigene Schritte lassen sich zurücknehmen, und dieser ist von {who}. Bitten Sie {who}, ihn zurückzunehmen.</translation>
    </message>
    <message>
        <source>QT_QPA_PLATFORM asks for “{platform}”, which Workbench cannot show windows on. Leave it unset, or choose one of: {known}.</source>
        <translation>QT_QPA_PLATFORM verlangt „{platform}“, womit Workbench keine Fenster zeigen kann. Lassen Sie es ungesetzt oder wählen Sie eines von: {known}.</translation>
    </message>
    <message>
        <source>Say in a few words why it is skipped, so that others know.</source>
        <translation>Sagen Sie in wenigen Worten, warum der Artikel übersprungen wird, damit andere es wissen.</translation>
    </message>
    <message>
        <source>Some bytes did not fit the encoding and were replaced by �. Check the text.</source>
        <translation>Einige Bytes passten nicht zur Kodierung und wurden durch � ersetzt. Prüfen Sie den Text.</translation>
    </message>
    <message>
        <source>The JSON is nested too deep to be a corpus. Check the file.</source>
        <translation>Das JSON ist für ein Korpus zu tief verschachtelt. Prüfen Sie die Datei.</translation>
    </message>
    <message>
        <source>The PDF file asks for a password. Save a copy without a password and take that.</source>
        <translation>Die PDF-Datei verlangt ein Passwort. Speichern Sie eine Kopie ohne Passwort und nehmen Sie diese.</translation>
    </message>
    <message>
        <source>The PDF file holds pictures of pages and no text. Run it through text recognition first.</source>
        <translation>Die PDF-Datei enthält Bilder von Seiten und keinen Text. Lassen Sie zuerst eine Texterkennung darüberlaufen.</translation>
    </message>
    <message>
        <source>The XML declares entities, which a feed has no need of and which can do harm. Save the feed again from where it comes.</source>
        <translation>Das XML erklärt Entitäten, die kein Feed braucht und die schaden können. Speichern Sie den Feed noch einmal von dort, wo er herkommt.</translation>
    </message>
    <message>
        <source>The annotator did not accept this (answer: {answer}), so it was left out.</source>
        <translation>Dies wurde beim Annotieren nicht angenommen (answer: {answer}) und bleibt deshalb weg.</translation>
    </message>
    <message>
        <source>The annotators have different labels here: {labels}. Say which one the merged span gets.</source>
        <translation>Die Annotierenden haben hier verschiedene Labels: {labels}. Sagen Sie, welches die vereinte Stelle bekommt.</translation>
    </message>
    <message>
        <source>The archive holds more than it says, as if made to fill the disk. Take the files out with another program and import those you trust.</source>
        <translation>Das Archiv enthält mehr, als es angibt, wie um die Platte zu füllen. Nehmen Sie die Dateien mit einem anderen Programm heraus und importieren Sie die, denen Sie trauen.</translation>
    </message>
    <message>
        <source>The archive would unpack to {megabytes} MB, and {limit} MB are the limit. Cut it into several archives.</source>
        <translation>Das Archiv würde ausgepackt {megabytes} MB groß, und {limit} MB sind die Grenze. Teilen Sie es in mehrere Archive.</translation>
    </message>
    <message>
        <source>The corrected text is empty. Leave something in it, or cancel.</source>
        <translation>Der korrigierte Text ist leer. Lassen Sie etwas darin stehen oder brechen Sie ab.</translation>
    </message>
    <message>
        <source>The corrected text is that of another article, “{title}”. One of the two is enough: correct something else, or cancel.</source>
        <translation>Der korrigierte Text ist der eines anderen Artikels, „{title}“. Einer von beiden genügt: Korrigieren Sie etwas anderes oder brechen Sie ab.</translation>
    </message>
    <message>
        <source>The date could not be read and is kept with the metadata.</source>
        <translation>Das Datum war nicht lesbar und steht nun bei den Metadaten.</translation>
    </message>
    <message>
        <source>The disk refused to read or write “{path}”. Nothing was lost that was saved before; check the disk and try again.</source>
        <translation>Der Datenträger konnte „{path}“ nicht lesen oder schreiben. Was vorher gespeichert war, ist nicht verloren; prüfen Sie den Datenträger und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The disk that holds “{path}” is full. The last act was not saved, everything before it was; make room and do it again.</source>
        <translation>Der Datenträger mit „{path}“ ist voll. Der letzte Schritt wurde nicht gespeichert, alles davor schon; schaffen Sie Platz und wiederholen Sie ihn.</translation>
    </message>
    <message>
        <source>The display “{display}” does not answer, so no window can open. Check {variable}, and whether you may use that display.</source>
        <translation>Der Bildschirm „{display}“ antwortet nicht, also kann kein Fenster geöffnet werden. Prüfen Sie {variable} und ob Sie diesen Bildschirm benutzen dürfen.</translation>
    </message>
    <message>
        <source>The encoding was guessed. If letters look wrong, import the file again and name it.</source>
        <translation>Die Kodierung wurde erraten. Sehen Buchstaben falsch aus, importieren Sie die Datei noch einmal und nennen Sie die Kodierung.</translation>
    </message>
    <message>
        <source>The feed carries a summary alone. For the whole article save the page that it links to.</source>
        <translation>Der Feed enthält nur eine Zusammenfassung. Speichern Sie für den ganzen Artikel die Seite, auf die er verweist.</translation>
    </message>
    <message>
        <source>The file is not in the encoding {encoding}. Name another one, or leave it to be detected.</source>
        <translation>Die Datei hat nicht die Kodierung {encoding}. Nennen Sie eine andere oder lassen Sie sie erkennen.</translation>
    </message>
    <message>
        <source>The format cannot hold everything, and nothing was to be lost: {losses}. Choose another format, or let it split or keep the longest.</source>
        <translation>Das Format kann nicht alles aufnehmen, und nichts sollte verloren gehen: {losses}. Wählen Sie ein anderes Format, oder lassen Sie aufteilen oder das Längste behalten.</translation>
    </message>
    <message>
        <source>The format “{format}” is written here, and not read. Import the corpus in another one, such as jsonl.</source>
        <translation>Das Format „{format}“ wird hier geschrieben, aber nicht gelesen. Importieren Sie das Korpus in einem anderen, etwa jsonl.</translation>
    </message>
    <message>
        <source>The format “{format}” needs a library that is not installed. Install it: pip install &apos;annotation-workbench[{extra}]&apos;.</source>
        <translation>Das Format „{format}“ braucht eine Bibliothek, die nicht installiert ist. Installieren Sie sie: pip install &apos;annotation-workbench[{extra}]&apos;.</translation>
    </message>
    <message>
        <source>The format “{name}” comes with a plug-in that cannot be loaded ({reason}). Mend or remove its package; all other formats work without it.</source>
        <translation>Das Format „{name}“ kommt mit einer Erweiterung, die sich nicht laden lässt ({reason}). Bringen Sie ihr Paket in Ordnung oder entfernen Sie es; alle anderen Formate gehen ohne es.</translation>
    </message>
    <message>
        <source>The fragments of one annotation must not overlap or touch. Join them into one span.</source>
        <translation>Die Fragmente einer Annotation dürfen sich weder überlappen noch berühren. Fassen Sie sie zu einer Spanne zusammen.</translation>
    </message>
    <message>
        <source>The headline stood there more than once and was kept once.</source>
        <translation>Die Schlagzeile stand dort mehrmals und wurde einmal behalten.</translation>
    </message>
    <message>
        <source>The history of one of the copies is damaged, or was not written by Workbench. Nothing is merged; ask for the file again, or import the work as jsonl.</source>
        <translation>Der Verlauf einer der Kopien ist beschädigt oder nicht von Workbench geschrieben. Nichts wird zusammengeführt; lassen Sie sich die Datei noch einmal geben, oder importieren Sie die Arbeit als jsonl.</translation>
    </message>
    <message>
        <source>The id {id} belongs to an article with another text here. Give it another id, or none.</source>
        <translation>Die Kennung {id} gehört hier zu einem Artikel mit anderem Text. Vergeben Sie eine andere oder keine.</translation>
    </message>
    <message>
        <source>The id {id} belongs to something else here. Give it another id, or none.</source>
        <translation>Die Kennung {id} gehört hier zu etwas anderem. Vergeben Sie eine andere oder keine.</translation>
    </message>
    <message>
        <source>The id {id} stands a second time in what comes in. Give each its own id, or none.</source>
        <translation>Die Kennung {id} kommt in der Eingabe ein zweites Mal vor. Vergeben Sie jedem eine eigene oder keine.</translation>
    </message>
    <message>
        <source>The id “{id}” is taken already. Choose another.</source>
        <translation>Die Kennung „{id}“ ist schon vergeben. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The key “{found}” of “{name}” is that of “{owner}” already. Choose another.</source>
        <translation>Die Taste „{found}“ von „{name}“ gehört schon zu „{owner}“. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The key “{name}” stands twice in one object. Remove one of them.</source>
        <translation>Der Schlüssel „{name}“ steht zweimal in einem Objekt. Entfernen Sie einen davon.</translation>
    </message>
    <message>
        <source>The layer “{layer}” has no label “{label}” in the scheme. Its labels are: {known}.</source>
        <translation>Die Ebene „{layer}“ hat im Schema kein Label „{label}“. Ihre Labels sind: {known}.</translation>
    </message>
    <message>
        <source>The layer “{name}” would have no label left. Give it another one first.</source>
        <translation>Der Ebene „{name}“ bliebe kein Label. Geben Sie ihr zuerst ein anderes.</translation>
    </message>
    <message>
        <source>The learned model “{name}” cannot be read: {reason}. Choose an earlier one, or train anew.</source>
        <translation>Das gelernte Modell „{name}“ lässt sich nicht lesen: {reason}. Wählen Sie ein früheres oder trainieren Sie neu.</translation>
    </message>
    <message>
        <source>The line is longer than a corpus&apos;s article can be. Check the file.</source>
        <translation>Die Zeile ist länger, als der Artikel eines Korpus sein kann. Prüfen Sie die Datei.</translation>
    </message>
    <message>
        <source>The list of words is empty. Write at least one word.</source>
        <translation>Die Wortliste ist leer. Schreiben Sie mindestens ein Wort.</translation>
    </message>
    <message>
        <source>The list of words {path} cannot be read: {reason}. Save it as plain text, one a line.</source>
        <translation>Die Wortliste {path} lässt sich nicht lesen: {reason}. Speichern Sie sie als reinen Text, ein Wort je Zeile.</translation>
    </message>
    <message>
        <source>The log beside “{path}” is not its own: another file lay in its place before. Nothing was changed. Close it wherever it is open, move “{log}” elsewhere, and open it again.</source>
        <translation>Das Protokoll neben „{path}“ ist nicht das dieser Datei: vorher lag eine andere an ihrem Platz. Nichts wurde geändert. Schließen Sie sie überall, wo sie offen ist, verschieben Sie „{log}“ an einen anderen Ort und öffnen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The marks of headings were taken out.</source>
        <translation>Die Zeichen für Überschriften wurden entfernt.</translation>
    </message>
    <message>
        <source>The name of the file does not fit the pattern, so that nothing was taken from it.</source>
        <translation>Der Dateiname passt nicht zum Muster, daher wurde ihm nichts entnommen.</translation>
    </message>
    <message>
        <source>The page is too small to tell the article from the rest, so all its paragraphs were taken.</source>
        <translation>Die Seite ist zu klein, um den Artikel vom Rest zu unterscheiden; darum wurden alle Absätze übernommen.</translation>
    </message>
    <message>
        <source>The pattern that begins with “{pattern}” is too large. Make it simpler, or write a list of words.</source>
        <translation>Das Muster, das mit „{pattern}“ beginnt, ist zu groß. Machen Sie es einfacher oder schreiben Sie eine Wortliste.</translation>
    </message>
    <message>
        <source>The pattern “{pattern}” is broken at character {place}: {reason}. Correct it.</source>
        <translation>Das Muster „{pattern}“ ist bei Zeichen {place} fehlerhaft: {reason}. Berichtigen Sie es.</translation>
    </message>
    <message>
        <source>The pattern “{pattern}” repeats too much. Take smaller numbers in its braces.</source>
        <translation>Das Muster „{pattern}“ wiederholt zu viel. Nehmen Sie kleinere Zahlen in seinen Klammern.</translation>
    </message>
    <message>
        <source>The pattern “{pattern}” takes too long on this text. Make it simpler: a repeat within a repeat is the usual cause.</source>
        <translation>Das Muster „{pattern}“ braucht zu lange für diesen Text. Vereinfachen Sie es: Meist liegt es an einer Wiederholung in einer Wiederholung.</translation>
    </message>
    <message>
        <source>The pipeline “{name}” cannot be loaded ({reason}). Mend or remove it; all other suggesters work without it.</source>
        <translation>Die Pipeline „{name}“ lässt sich nicht laden ({reason}). Reparieren oder entfernen Sie sie; alle anderen Vorschlagsgeber arbeiten ohne sie.</translation>
    </message>
    <message>
        <source>The pipeline “{name}” has no label “{label}”. Its labels are: {known}.</source>
        <translation>Die Pipeline „{name}“ hat kein Label „{label}“. Ihre Labels sind: {known}.</translation>
    </message>
    <message>
        <source>The pipeline “{name}” is not found: there is no folder {path}, nor a package of that name.</source>
        <translation>Die Pipeline „{name}“ ist nicht zu finden: Es gibt weder einen Ordner {path} noch ein Paket dieses Namens.</translation>
    </message>
    <message>
        <source>The pipeline “{name}” needs the package {package}, which is not installed. Install it, or remove the suggester.</source>
        <translation>Die Pipeline „{name}“ braucht das Paket {package}, das nicht installiert ist. Installieren Sie es, oder entfernen Sie den Vorschlagsgeber.</translation>
    </message>
    <message>
        <source>The process that did the work ended unexpectedly ({reason}). Nothing is lost. Try again; if it happens with the same article again, leave that article out.</source>
        <translation>Der Prozess, der die Arbeit tat, hat unerwartet geendet ({reason}). Nichts ist verloren. Versuchen Sie es noch einmal; geschieht es beim selben Artikel wieder, lassen Sie diesen weg.</translation>
    </message>
    <message>
        <source>The process that read it was ended ({reason}). Leave it out, or save its text in another format.</source>
        <translation>Der Prozess, der es las, wurde beendet ({reason}). Lassen Sie es aus, oder speichern Sie den Text in einem anderen Format.</translation>
    </message>
    <message>
        <source>The quote “{quote}” is not what stands at {start}–{end}: “{found}”. Check the offsets and the text they were made on.</source>
        <translation>Das Zitat „{quote}“ ist nicht, was an der Stelle {start}–{end} steht: „{found}“. Prüfen Sie die Positionen und den Text, für den sie gelten.</translation>
    </message>
    <message>
        <source>The recipe “{name}” cannot be read: another version may have written it. Save it anew.</source>
        <translation>Das Rezept „{name}“ ist nicht lesbar: Vielleicht hat es eine andere Version geschrieben. Speichern Sie es neu.</translation>
    </message>
    <message>
        <source>The relation “{name}” would lead from or to nothing. Give it a layer at both ends.</source>
        <translation>Die Beziehung „{name}“ würde von nichts oder zu nichts führen. Geben Sie ihr an beiden Enden eine Ebene.</translation>
    </message>
    <message>
        <source>The row at line {line} has {found} cells for {columns} columns. Put quotation marks around cells that hold the delimiter.</source>
        <translation>Die Tabellenzeile in Zeile {line} hat {found} Zellen für {columns} Spalten. Setzen Sie Zellen, die das Trennzeichen enthalten, in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The scheme has no article label “{name}”. Article labels are: {known}.</source>
        <translation>Das Schema hat kein Artikel-Label „{name}“. Artikel-Labels sind: {known}.</translation>
    </message>
    <message>
        <source>The scheme has no relation “{type}” from {source} to {target}. Relations are: {known}.</source>
        <translation>Das Schema hat keine Beziehung „{type}“ von {source} zu {target}. Beziehungen sind: {known}.</translation>
    </message>
    <message>
        <source>The span {start}–{end} is empty. Select at least one character.</source>
        <translation>Die Spanne {start}–{end} ist leer. Wählen Sie mindestens ein Zeichen aus.</translation>
    </message>
    <message>
        <source>The span {start}–{end} lies outside the text, which has {length} characters. Check the offsets.</source>
        <translation>Die Spanne {start}–{end} liegt außerhalb des Textes, der {length} Zeichen hat. Prüfen Sie die Positionen.</translation>
    </message>
    <message>
        <source>The suggester “{name}” cannot be loaded, since a file of it is damaged ({reason}). Install Workbench again; everything else works without it.</source>
        <translation>Der Vorschlagsgeber „{name}“ lässt sich nicht laden, weil eine seiner Dateien beschädigt ist ({reason}). Installieren Sie Workbench neu; alles andere geht auch ohne ihn.</translation>
    </message>
    <message>
        <source>The suggester “{name}” cannot be loaded, since its file {path} is missing. Install Workbench again; everything else works without it.</source>
        <translation>Der Vorschlagsgeber „{name}“ lässt sich nicht laden, weil seine Datei {path} fehlt. Installieren Sie Workbench neu; alles andere geht auch ohne ihn.</translation>
    </message>
    <message>
        <source>The suggester “{name}” is a pipeline in {path}, which could run code on this machine, so that it is not loaded before you allow it: in the window under Suggesters…, or by `workbench suggesters FILE trust NAME` (with `add`: --trust).</source>
        <translation>Der Vorschlagsgeber „{name}“ ist eine Pipeline in {path}, die auf diesem Rechner Code ausführen könnte. Deshalb wird sie erst geladen, wenn Sie es erlauben: im Fenster unter „Vorschlagsgeber…“, oder mit `workbench suggesters FILE trust NAME` (bei `add`: --trust).</translation>
    </message>
    <message>
        <source>The suggester “{name}” is a plug-in that cannot be loaded ({reason}). Mend or remove its package; all other suggesters work without it.</source>
        <translation>Der Vorschlagsgeber „{name}“ ist eine Erweiterung, die sich nicht laden lässt ({reason}). Reparieren oder entfernen Sie ihr Paket; alle anderen Vorschlagsgeber arbeiten ohne sie.</translation>
    </message>
    <message>
        <source>The suggester “{name}” is of a kind that this version does not know ({kind}). Install a newer Workbench, or remove it; all other suggesters work without it.</source>
        <translation>Der Vorschlagsgeber „{name}“ ist von einer Art, die diese Version nicht kennt ({kind}). Installieren Sie ein neueres Workbench, oder entfernen Sie ihn; alle anderen Vorschlagsgeber arbeiten ohne ihn.</translation>
    </message>
    <message>
        <source>The table is damaged at line {line}: {reason}. Check the quotation marks there, or save it again as CSV from a spreadsheet.</source>
        <translation>Die Tabelle ist in Zeile {line} beschädigt: {reason}. Prüfen Sie dort die Anführungszeichen oder speichern Sie sie aus einer Tabellenkalkulation neu als CSV.</translation>
    </message>
    <message>
        <source>The text is empty. Give the article a text, or remove it.</source>
        <translation>Der Text ist leer. Geben Sie dem Artikel einen Text oder entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>The text of the article at line {line} is empty. Fill it in.</source>
        <translation>Der Text des Artikels in Zeile {line} ist leer. Ergänzen Sie ihn.</translation>
    </message>
    <message>
        <source>The text or the scheme was changed while it was read. Suggest for it again.</source>
        <translation>Der Text oder das Schema wurde geändert, während er gelesen wurde. Lassen Sie noch einmal Vorschläge machen.</translation>
    </message>
    <message>
        <source>The text was corrected by somebody else in the meantime. Nothing was changed; look at it again before correcting it.</source>
        <translation>Der Text wurde inzwischen von jemand anderem korrigiert. Nichts wurde geändert; sehen Sie ihn noch einmal an, bevor Sie ihn korrigieren.</translation>
    </message>
    <message>
        <source>The text was corrected here since, and what comes in was marked on the old one. Take the correction back first, or correct the text in the file as well.</source>
        <translation>Der Text wurde hier inzwischen korrigiert, und was hereinkommt, wurde am alten markiert. Nehmen Sie zuerst die Korrektur zurück oder korrigieren Sie den Text auch in der Datei.</translation>
    </message>
    <message>
        <source>The title was put before the text as its headline.</source>
        <translation>Der Titel wurde als Schlagzeile vor den Text gesetzt.</translation>
    </message>
    <message>
        <source>The value “{value}” of “{name}” stands twice. Remove one.</source>
        <translation>Der Wert „{value}“ von „{name}“ steht zweimal da. Entfernen Sie einen.</translation>
    </message>
    <message>
        <source>The window needs system libraries that are missing here. On Debian or Ubuntu, run: apt-get install {packages}</source>
        <translation>Das Fenster braucht Systembibliotheken, die hier fehlen. Unter Debian oder Ubuntu: apt-get install {packages}</translation>
    </message>
    <message>
        <source>The {kind} file is damaged and cannot be read ({reason}). Open it in the program that made it and save it again.</source>
        <translation>Die {kind}-Datei ist beschädigt und nicht lesbar ({reason}). Öffnen Sie sie in dem Programm, das sie erzeugt hat, und speichern Sie sie neu.</translation>
    </message>
    <message>
        <source>There are more than {limit} files in the archive. Cut it into several archives.</source>
        <translation>Das Archiv enthält mehr als {limit} Dateien. Teilen Sie es in mehrere Archive.</translation>
    </message>
    <message>
        <source>There are no entries in this feed. Save it again when there are.</source>
        <translation>In diesem Feed sind keine Einträge. Speichern Sie ihn wieder, wenn es welche gibt.</translation>
    </message>
    <message>
        <source>There are no files in this archive. Choose another one.</source>
        <translation>In diesem Archiv sind keine Dateien. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>There are no files in this folder. Choose another one.</source>
        <translation>In diesem Ordner sind keine Dateien. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There are not enough articles to learn from: {number} with the layer “{layer}” finished, near-duplicates counted once, and {needed} are needed. Finish more, then train again.</source>
        <translation>Es gibt zu wenige Artikel, um daraus zu lernen: {number} mit fertiger Ebene „{layer}“, fast gleiche einmal gezählt; {needed} sind nötig. Stellen Sie mehr fertig und trainieren Sie dann erneut.</translation>
    </message>
    <message>
        <source>There is a suggester “{name}” in this project already. Choose another name.</source>
        <translation>Einen Vorschlagenden „{name}“ gibt es in diesem Projekt schon. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no annotator “{name}” in the project. There are: {known}.</source>
        <translation>Eine annotierende Person „{name}“ gibt es im Projekt nicht. Es gibt: {known}.</translation>
    </message>
    <message>
        <source>There is no annotator “{name}” in the project; “{known}” is meant, it seems. If not, let “{name}” join first: workbench people FILE --add NAME.</source>
        <translation>Im Projekt gibt es niemanden namens „{name}“; gemeint ist wohl „{known}“. Wenn nicht, nehmen Sie „{name}“ zuerst auf: workbench people FILE --add NAME.</translation>
    </message>
    <message>
        <source>There is no article with the id “{id}”. The list of articles has their ids.</source>
        <translation>Es gibt keinen Artikel mit der Kennung „{id}“. Die Liste der Artikel nennt die Kennungen.</translation>
    </message>
    <message>
        <source>There is no backup {number}; {kept} are kept. List them, and choose one by its number.</source>
        <translation>Es gibt keine Sicherung {number}; {kept} sind vorhanden. Lassen Sie sie auflisten und wählen Sie eine nach ihrer Nummer.</translation>
    </message>
    <message>
        <source>There is no column “{column}”: the columns are {columns}. Write it as it stands there.</source>
        <translation>Es gibt keine Spalte „{column}“: Die Spalten sind {columns}. Schreiben Sie sie, wie sie dort steht.</translation>
    </message>
    <message>
        <source>There is no display here, so no window can open. Run this on a desktop, or use the commands that need no window: workbench --help lists them.</source>
        <translation>Hier gibt es keinen Bildschirm, also kann kein Fenster geöffnet werden. Starten Sie Workbench auf einem Rechner mit Bildschirm oder verwenden Sie die Befehle ohne Fenster: workbench --help nennt sie.</translation>
    </message>
    <message>
        <source>There is no folder “{path}”. Make it, or choose another place.</source>
        <translation>Den Ordner „{path}“ gibt es nicht. Legen Sie ihn an oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>There is no format “{format}” to read. Choose one of: {known}.</source>
        <translation>Ein Format „{format}“ zum Lesen gibt es nicht. Wählen Sie eines von: {known}.</translation>
    </message>
    <message>
        <source>There is no format “{format}” to write. Choose one of: {known}.</source>
        <translation>Es gibt kein Format „{format}“ zum Schreiben. Wählen Sie eines von: {known}.</translation>
    </message>
    <message>
        <source>There is no layer of an article here that two of these annotators have finished. Mark layers as done first, or name other annotators.</source>
        <translation>Es gibt hier keine Ebene eines Artikels, die zwei dieser Personen fertig haben. Kennzeichnen Sie zuerst Ebenen als fertig oder nennen Sie andere Personen.</translation>
    </message>
    <message>
        <source>There is no layer “{layer}” in the scheme. Layers are: {known}.</source>
        <translation>Im Schema gibt es keine Ebene „{layer}“. Ebenen sind: {known}.</translation>
    </message>
    <message>
        <source>There is no part “{part}” of a split. Say one of {known}.</source>
        <translation>Es gibt keinen Teil „{part}“ einer Aufteilung. Nennen Sie einen von {known}.</translation>
    </message>
    <message>
        <source>There is no project at “{path}”. Check the name, or make a new project.</source>
        <translation>Bei „{path}“ gibt es kein Projekt. Prüfen Sie den Namen oder legen Sie ein neues Projekt an.</translation>
    </message>
    <message>
        <source>There is no recipe “{name}”. Known are: {known}.</source>
        <translation>Es gibt kein Rezept „{name}“. Bekannt sind: {known}.</translation>
    </message>
    <message>
        <source>There is no relation of this reader between settled places here. Settle both ends first.</source>
        <translation>Hier gibt es keine Relation dieser Person zwischen entschiedenen Stellen. Entscheiden Sie zuerst beide Enden.</translation>
    </message>
    <message>
        <source>There is no scheme “{scheme}”. Name one of {known}, or give the path of a YAML file.</source>
        <translation>Ein Schema „{scheme}“ gibt es nicht. Nennen Sie eines von {known} oder den Pfad einer YAML-Datei.</translation>
    </message>
    <message>
        <source>There is no such file. Check the name, or whether it was moved.</source>
        <translation>Diese Datei gibt es nicht. Prüfen Sie den Namen und ob sie verschoben wurde.</translation>
    </message>
    <message>
        <source>There is no suggester “{name}” that could be removed: the project has none of its own.</source>
        <translation>Es gibt keinen Vorschlagsgeber „{name}“, der sich entfernen ließe: Das Projekt hat keine eigenen.</translation>
    </message>
    <message>
        <source>There is no suggester “{name}”. Choose one of: {known}.</source>
        <translation>Einen Vorschlagsgeber „{name}“ gibt es nicht. Wählen Sie einen von: {known}.</translation>
    </message>
    <message>
        <source>There is no text in it. Check that it is the right file.</source>
        <translation>Darin steht kein Text. Prüfen Sie, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>There is no “{id}” in the scheme at this place. There are: {known}.</source>
        <translation>Ein „{id}“ gibt es an dieser Stelle des Schemas nicht. Es gibt: {known}.</translation>
    </message>
    <message>
        <source>There is no “{suffix}” file here. Name the folder that has them.</source>
        <translation>Hier ist keine Datei „{suffix}“. Nennen Sie den Ordner, der sie enthält.</translation>
    </message>
    <message>
        <source>There is nothing of yours to undo.</source>
        <translation>Es gibt nichts von Ihnen, das rückgängig zu machen wäre.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>These files went on as if they were one and the same copy, as when an older state of a file is put back over it. Their histories cannot be told apart, so nothing is merged. Export the newer work as jsonl and import it.</source>
        <translation>Diese Dateien haben weitergezählt, als wären sie ein und dieselbe Kopie, wie wenn ein älterer Stand über eine Datei zurückgespielt wird. Ihre Verläufe lassen sich nicht auseinanderhalten, darum wird nichts zusammengeführt. Exportieren Sie die neuere Arbeit als jsonl und importieren Sie sie.</translation>
    </message>
    <message>
        <source>This XML is no feed: it begins with “{root}”. Save it as RSS or Atom, or as a web page.</source>
        <translation>Dieses XML ist kein Feed: Es beginnt mit „{root}“. Speichern Sie es als RSS oder Atom oder als Webseite.</translation>
    </message>
    <message>
        <source>This annotation is another person&apos;s. Switch to that person, or mark the span yourself.</source>
        <translation>Diese Annotation gehört einer anderen Person. Wechseln Sie zu dieser Person oder markieren Sie die Spanne selbst.</translation>
    </message>
    <message>
        <source>This annotation is no longer there: somebody removed it. Nothing was changed.</source>
        <translation>Diese Annotation ist nicht mehr da: Jemand hat sie entfernt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This article cannot be read by it: {reason}.</source>
        <translation>Diesen Artikel kann er nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>This cannot be taken back or done again: something made since then stands in its place. Nothing was changed.</source>
        <translation>Das lässt sich weder zurücknehmen noch wiederholen: An seiner Stelle steht etwas, das seither entstanden ist. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This cannot be taken back or done again: {who} changed it since then ({verb}). Nothing was changed; undo that first.</source>
        <translation>Das lässt sich weder zurücknehmen noch wiederholen: {who} hat es seither geändert ({verb}). Nichts wurde geändert; machen Sie zuerst jenes rückgängig.</translation>
    </message>
    <message>
        <source>This document has a password or the old .doc format. Open it in a word processor and save it as .docx without a password.</source>
        <translation>Dieses Dokument hat ein Passwort oder das alte Format .doc. Öffnen Sie es in einer Textverarbeitung und speichern Sie es ohne Passwort als .docx.</translation>
    </message>
    <message>
        <source>This file in the archive asks for a password. Take it out with another program first.</source>
        <translation>Diese Datei im Archiv verlangt ein Passwort. Nehmen Sie sie zuerst mit einem anderen Programm heraus.</translation>
    </message>
    <message>
        <source>This file in the archive holds annotations. Take it out of there and import it by itself.</source>
        <translation>Diese Datei im Archiv enthält Annotationen. Nehmen Sie sie heraus und importieren Sie sie für sich.</translation>
    </message>
    <message>
        <source>This file is packed in an unusual way. Make the archive anew with another program.</source>
        <translation>Diese Datei ist auf ungewöhnliche Weise gepackt. Erstellen Sie das Archiv mit einem anderen Programm neu.</translation>
    </message>
    <message>
        <source>This gold span is no longer there. Look at the differences of the article again.</source>
        <translation>Diese Goldstelle gibt es nicht mehr. Sehen Sie sich die Unterschiede des Artikels noch einmal an.</translation>
    </message>
    <message>
        <source>This is a link to another place and no file. Pack the file itself that it leads to.</source>
        <translation>Das ist ein Verweis auf eine andere Stelle und keine Datei. Packen Sie die Datei selbst ein, auf die er zeigt.</translation>
    </message>
    <message>
        <source>This is an archive within an archive. Take it out of there and import it by itself.</source>
        <translation>Das ist ein Archiv in einem Archiv. Nehmen Sie es heraus und importieren Sie es für sich.</translation>
    </message>
    <message>
        <source>This is no CAS that can be read: {reason}. Check the file.</source>
        <translation>Das ist kein lesbares CAS: {reason}. Prüfen Sie die Datei.</translation>
    </message>
    <message>
        <source>This is no plain file. Choose a file that holds text.</source>
        <translation>Das ist keine gewöhnliche Datei. Wählen Sie eine Datei, die Text enthält.</translation>
    </message>
    <message>
        <source>This is no text but a binary file. Give it the ending of what it is (.docx, .pdf …), or leave it out.</source>
        <translation>Das ist kein Text, sondern eine Binärdatei. Geben Sie ihr die Endung dessen, was sie ist (.docx, .pdf …), oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>This is not JSON (column {column}). Correct the line.</source>
        <translation>Das ist kein JSON (Spalte {column}). Berichtigen Sie die Zeile.</translation>
    </message>
    <message>
        <source>This is not UTF-8 (byte {position}). Save the file as UTF-8.</source>
        <translation>Das ist kein UTF-8 (Byte {position}). Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>This relation is no longer there: somebody removed it. Nothing was changed.</source>
        <translation>Diese Beziehung ist nicht mehr da: Jemand hat sie entfernt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This suggestion is no longer there: the text or the scheme was changed. Nothing else was changed.</source>
        <translation>Dieser Vorschlag ist nicht mehr da: Der Text oder das Schema wurde geändert. Sonst wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This would take away annotations ({annotation}), gold spans ({gold}), attributes ({attribute}), relations ({relation}) and article labels ({article_label}). Merge instead, or say that they may go.</source>
        <translation>Damit fielen Annotationen ({annotation}), Gold-Spannen ({gold}), Attribute ({attribute}), Beziehungen ({relation}) und Artikel-Labels ({article_label}) weg. Führen Sie stattdessen zusammen oder erlauben Sie, dass sie wegfallen.</translation>
    </message>
    <message>
        <source>Two columns are said to be “{field}”. Say it of one, and of the other that it is “meta”.</source>
        <translation>Zwei Spalten sollen „{field}“ sein. Sagen Sie es von einer, und von der anderen, dass sie „meta“ ist.</translation>
    </message>
    <message>
        <source>Type at least one word to find; a minus only leaves articles out.</source>
        <translation>Geben Sie mindestens ein Wort ein, das gefunden werden soll; ein Minus schließt Artikel nur aus.</translation>
    </message>
    <message>
        <source>What was done before is still being written. Wait for it, or stop it with Cancel.</source>
        <translation>Was vorher getan wurde, wird noch geschrieben. Warten Sie darauf, oder brechen Sie es mit „Abbrechen“ ab.</translation>
    </message>
    <message>
        <source>What was to be carried over was changed meanwhile. Look at it again, and then carry it over.</source>
        <translation>Was übernommen werden sollte, wurde inzwischen geändert. Sehen Sie es noch einmal an und übernehmen Sie es dann.</translation>
    </message>
    <message>
        <source>You have marked this very span as “{label}” already. Choose another label or span.</source>
        <translation>Genau diese Spanne haben Sie schon als „{label}“ markiert. Wählen Sie ein anderes Label oder eine andere Spanne.</translation>
    </message>
    <message>
        <source>{file} is empty. Write a scheme into it, or choose another file.</source>
        <translation>{file} ist leer. Schreiben Sie ein Schema hinein oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{file} is longer than a scheme can be ({longest} characters). Choose another file.</source>
        <translation>{file} ist länger, als ein Schema sein kann ({longest} Zeichen). Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{file} is not UTF-8. Save it as UTF-8.</source>
        <translation>{file} ist nicht UTF-8. Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>{file}, line {line}: aliases (* and &amp;) are not allowed in a scheme. Write it out.</source>
        <translation>{file}, Zeile {line}: Verweise (* und &amp;) sind in einem Schema nicht erlaubt. Schreiben Sie es aus.</translation>
    </message>
    <message>
        <source>{file}, line {line}: tags (!…) are not allowed in a scheme. Remove it.</source>
        <translation>{file}, Zeile {line}: Typangaben (!…) sind in einem Schema nicht erlaubt. Entfernen Sie sie.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the colour of {place} is not of the form #rrggbb. Correct it.</source>
        <translation>{file}, Zeile {line}: Die Farbe von {place} hat nicht die Form #rrggbb. Berichtigen Sie sie.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the end of the relation {place} names no layer or label of the scheme. Correct it.</source>
        <translation>{file}, Zeile {line}: Das Ende der Beziehung {place} nennt keine Ebene und kein Label des Schemas. Berichtigen Sie es.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the key of {place} is not one character. Choose one.</source>
        <translation>{file}, Zeile {line}: Die Taste von {place} ist nicht genau ein Zeichen. Wählen Sie eines.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the key of {place} is taken already. Choose another.</source>
        <translation>{file}, Zeile {line}: Die Taste von {place} ist schon vergeben. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the label {place} must be [key, names elsewhere, guideline].</source>
        <translation>{file}, Zeile {line}: Das Label {place} muss die Form [Taste, Namen anderswo, Leitlinie] haben.</translation>
    </message>
    <message>
        <source>{file}, line {line}: the relation {place} must be [key, from, to, how many].</source>
        <translation>{file}, Zeile {line}: Die Beziehung {place} muss die Form [Taste, von, nach, wie viele] haben.</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is nested too deep for a scheme. Flatten it.</source>
        <translation>{file}, Zeile {line}: Das ist für ein Schema zu tief verschachtelt. Machen Sie es flacher.</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is not YAML. Check quotes and indents.</source>
        <translation>{file}, Zeile {line}: Das ist kein YAML. Prüfen Sie Anführungszeichen und Einzüge.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} belongs to a text or date, which has no list of values. Remove the values, or make it a choice.</source>
        <translation>{file}, Zeile {line}: {place} gehört zu einem Text oder Datum, und diese haben keine Werteliste. Entfernen Sie die Werte oder machen Sie eine Auswahl daraus.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} has no labels. Give it one.</source>
        <translation>{file}, Zeile {line}: {place} hat keine Labels. Geben Sie ihr eines.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} lacks “{name}”. Add it.</source>
        <translation>{file}, Zeile {line}: {place} fehlt „{name}“. Ergänzen Sie es.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} must be a list.</source>
        <translation>{file}, Zeile {line}: {place} muss eine Liste sein.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} must be a mapping.</source>
        <translation>{file}, Zeile {line}: {place} muss eine Zuordnung sein.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} must be a text.</source>
        <translation>{file}, Zeile {line}: {place} muss ein Text sein.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} must be a whole number.</source>
        <translation>{file}, Zeile {line}: {place} muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} must be true or false.</source>
        <translation>{file}, Zeile {line}: {place} muss true oder false sein.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} names more or less than one layer. Give each end one.</source>
        <translation>{file}, Zeile {line}: {place} nennt mehr oder weniger als eine Ebene. Geben Sie jedem Ende genau eine.</translation>
    </message>
    <message>
        <source>{file}, line {line}: “{found}” is not an id. Use small letters, digits and _, a letter first.</source>
        <translation>{file}, Zeile {line}: „{found}“ ist keine Kennung. Verwenden Sie Kleinbuchstaben, Ziffern und _, mit einem Buchstaben am Anfang.</translation>
    </message>
    <message>
        <source>{file}, line {line}: “{found}” is not known at {place}. Known are: {known}.</source>
        <translation>{file}, Zeile {line}: „{found}“ ist bei {place} nicht bekannt. Bekannt sind: {known}.</translation>
    </message>
    <message>
        <source>{file}, line {line}: “{name}” is unknown. Known are: {known}.</source>
        <translation>{file}, Zeile {line}: „{name}“ ist unbekannt. Bekannt sind: {known}.</translation>
    </message>
    <message>
        <source>{file}, line {line}: “{name}” stands twice. Remove one of them.</source>
        <translation>{file}, Zeile {line}: „{name}“ steht zweimal da. Entfernen Sie eines davon.</translation>
    </message>
    <message>
        <source>{name} has no articles to take along. Assign articles first.</source>
        <translation>{name} hat keine Artikel zum Mitnehmen. Teilen Sie zuerst Artikel zu.</translation>
    </message>
    <message>
        <source>{path} has another scheme than this project. Bring both to one scheme first; until then nothing is merged.</source>
        <translation>{path} hat ein anderes Schema als dieses Projekt. Bringen Sie zuerst beide auf ein Schema; bis dahin wird nichts zusammengeführt.</translation>
    </message>
    <message>
        <source>{path} is a copy of another project: only copies of one project can be merged. Import its corpus instead, exported as jsonl.</source>
        <translation>{path} ist eine Kopie eines anderen Projekts: Nur Kopien eines Projekts lassen sich zusammenführen. Importieren Sie stattdessen ihren Korpus, als jsonl exportiert.</translation>
    </message>
    <message>
        <source>{place} is not a label. Write [start, end, name].</source>
        <translation>{place} ist kein Label. Schreiben Sie [Anfang, Ende, Name].</translation>
    </message>
    <message>
        <source>{place} is not a number that counts. Write a whole number from 0.</source>
        <translation>{place} ist keine Anzahl. Schreiben Sie eine ganze Zahl ab 0.</translation>
    </message>
    <message>
        <source>{place} is not a start and an end. Write two whole numbers.</source>
        <translation>{place} ist kein Anfang und Ende. Schreiben Sie zwei ganze Zahlen.</translation>
    </message>
    <message>
        <source>{place} is not a zone. Write [kind, start, end].</source>
        <translation>{place} ist keine Zone. Schreiben Sie [Art, Anfang, Ende].</translation>
    </message>
    <message>
        <source>{place} leads from or to “{id}”, which is not among what stands in the same line. Add it, or remove the relation.</source>
        <translation>{place} führt von oder zu „{id}“, das in derselben Zeile nicht vorkommt. Ergänzen Sie es oder entfernen Sie die Beziehung.</translation>
    </message>
    <message>
        <source>{place} should be of type {expected}, not {found}. Correct it.</source>
        <translation>{place} sollte vom Typ {expected} sein, nicht {found}. Berichtigen Sie es.</translation>
    </message>
    <message>
        <source>{place}: the file says “{said}”, and “{found}” stands there, whatever unit its offsets count. Check that the text is the one that was annotated.</source>
        <translation>{place}: Die Datei sagt „{said}“, und dort steht „{found}“, in welcher Einheit ihre Positionen auch zählen. Prüfen Sie, ob der Text der ist, der annotiert wurde.</translation>
    </message>
    <message>
        <source>{place}: this is no line that WebAnno writes. Correct it, or leave the file out.</source>
        <translation>{place}: Das ist keine Zeile, wie WebAnno sie schreibt. Berichtigen Sie sie, oder lassen Sie die Datei weg.</translation>
    </message>
    <message>
        <source>{place}: this is no line that brat writes. Correct it, or leave the file out.</source>
        <translation>{place}: Das ist keine Zeile, wie brat sie schreibt. Berichtigen Sie sie, oder lassen Sie die Datei weg.</translation>
    </message>
    <message>
        <source>{place}: “{found}” is no tag such as B-PER, I-PER or O. Correct it, or leave the file out.</source>
        <translation>{place}: „{found}“ ist kein Tag wie B-PER, I-PER oder O. Berichtigen Sie es oder lassen Sie die Datei weg.</translation>
    </message>
    <message>
        <source>“{attribute}” is not an attribute of the relation “{type}” in the scheme. Its attributes are: {known}.</source>
        <translation>„{attribute}“ ist im Schema kein Attribut der Beziehung „{type}“. Ihre Attribute sind: {known}.</translation>
    </message>
    <message>
        <source>“{attribute}” is not an attribute of {layer} “{label}” in the scheme. Its attributes are: {known}.</source>
        <translation>„{attribute}“ ist im Schema kein Attribut von {layer} „{label}“. Die Attribute sind: {known}.</translation>
    </message>
    <message>
        <source>“{color}”, the colour of “{name}”, is not of the form #rrggbb. Correct it.</source>
        <translation>„{color}“, die Farbe von „{name}“, hat nicht die Form #rrggbb. Berichtigen Sie sie.</translation>
    </message>
    <message>
        <source>“{date}” is no date. Write a year, a month or a day, such as 2024, 2024-01 or 2024-01-31.</source>
        <translation>„{date}“ ist kein Datum. Schreiben Sie ein Jahr, einen Monat oder einen Tag, etwa 2024, 2024-01 oder 2024-01-31.</translation>
    </message>
    <message>
        <source>“{encoding}” is no encoding of text. Name one such as utf-8 or windows-1252.</source>
        <translation>„{encoding}“ ist keine Textkodierung. Nennen Sie eine wie utf-8 oder windows-1252.</translation>
    </message>
    <message>
        <source>“{field}” is nothing that a column can be. Choose one of: {known}.</source>
        <translation>„{field}“ ist nichts, was eine Spalte sein kann. Wählen Sie eines von: {known}.</translation>
    </message>
    <message>
        <source>“{format}” carries everything as it is. Choose another format for pieces and other labels.</source>
        <translation>„{format}“ gibt alles so weiter, wie es ist. Wählen Sie für Stücke und andere Labels ein anderes Format.</translation>
    </message>
    <message>
        <source>“{format}” has no tokens that could be cut. Leave them whole, or choose another format.</source>
        <translation>„{format}“ hat keine Tokens, die sich zerlegen ließen. Lassen Sie sie ganz, oder wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>“{found}” is no line that a file of WebAnno TSV 3 begins with. Export it again, in that version.</source>
        <translation>„{found}“ ist keine Zeile, mit der eine Datei von WebAnno TSV 3 beginnt. Exportieren Sie sie noch einmal, in dieser Fassung.</translation>
    </message>
    <message>
        <source>“{found}”, the key of “{name}”, is not one character. Choose one.</source>
        <translation>„{found}“, die Taste von „{name}“, ist nicht genau ein Zeichen. Wählen Sie eines.</translation>
    </message>
    <message>
        <source>“{id}” is not an id. Use small letters, digits and _, a letter first.</source>
        <translation>„{id}“ ist keine Kennung. Verwenden Sie Kleinbuchstaben, Ziffern und _, mit einem Buchstaben am Anfang.</translation>
    </message>
    <message>
        <source>“{id}” needs a name to show. Type one.</source>
        <translation>„{id}“ braucht einen Namen, der gezeigt wird. Geben Sie einen ein.</translation>
    </message>
    <message>
        <source>“{label}” could be several labels of the scheme: {meant}. Say which one is meant: {label}=LAYER/LABEL.</source>
        <translation>„{label}“ könnte mehrere Etiketten des Schemas meinen: {meant}. Sagen Sie, welches gemeint ist: {label}=EBENE/ETIKETT.</translation>
    </message>
    <message>
        <source>“{label}” is no label of the scheme. Add it to the scheme, or say which label is meant: {label}=LAYER/LABEL.</source>
        <translation>„{label}“ ist kein Etikett des Schemas. Fügen Sie es dem Schema hinzu, oder sagen Sie, welches Etikett gemeint ist: {label}=EBENE/ETIKETT.</translation>
    </message>
    <message>
        <source>“{name}” is a choice and needs values, none of them blank. Write one in each line.</source>
        <translation>„{name}“ ist eine Auswahl und braucht Werte, von denen keiner leer ist. Schreiben Sie in jede Zeile einen.</translation>
    </message>
    <message>
        <source>“{name}” is free text or a date, which has no list of values. Take them out, or make it a choice.</source>
        <translation>„{name}“ ist freier Text oder ein Datum, und diese haben keine Werteliste. Entfernen Sie die Werte oder machen Sie eine Auswahl daraus.</translation>
    </message>
    <message>
        <source>“{path}” cannot be opened for writing. Check that you may write to the file and to its folder.</source>
        <translation>„{path}“ kann nicht zum Schreiben geöffnet werden. Prüfen Sie, ob Sie in die Datei und in ihren Ordner schreiben dürfen.</translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {reason}. Check that you may read it.</source>
        <translation>„{path}“ kann nicht gelesen werden: {reason}. Prüfen Sie, ob Sie die Datei lesen dürfen.</translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {reason}. Check the name and your rights.</source>
        <translation>„{path}“ kann nicht gelesen werden: {reason}. Prüfen Sie den Namen und Ihre Rechte.</translation>
    </message>
    <message>
        <source>“{path}” cannot be written: {reason}. Nothing that stood there was changed; choose another place or make room.</source>
        <translation>„{path}“ kann nicht geschrieben werden: {reason}. Was dort stand, ist unverändert; wählen Sie einen anderen Ort oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>“{path}” holds files that no export made. Choose an empty folder, or a new name.</source>
        <translation>„{path}“ enthält Dateien, die kein Export gemacht hat. Wählen Sie einen leeren Ordner oder einen neuen Namen.</translation>
    </message>
    <message>
        <source>“{path}” holds in its table “{table}” what Workbench never writes there. It is not opened; restore a backup, or ask whoever gave you the file.</source>
        <translation>„{path}“ enthält in der Tabelle „{table}“, was Workbench dort nie schreibt. Die Datei wird nicht geöffnet; stellen Sie eine Sicherung wieder her, oder fragen Sie den, von dem die Datei ist.</translation>
    </message>
    <message>
        <source>“{path}” holds more than Workbench put into it, or less: somebody changed its tables. It is not opened; restore a backup, or ask whoever gave you the file.</source>
        <translation>„{path}“ enthält mehr oder weniger, als Workbench hineingeschrieben hat: Jemand hat die Tabellen verändert. Das Projekt wird nicht geöffnet; stellen Sie eine Sicherung wieder her oder fragen Sie, von wem die Datei kommt.</translation>
    </message>
    <message>
        <source>“{path}” is a file, and this format writes a folder. Choose another name.</source>
        <translation>„{path}“ ist eine Datei, und dieses Format schreibt einen Ordner. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“{path}” is a folder. Give the file a name in it.</source>
        <translation>„{path}“ ist ein Ordner. Geben Sie der Datei darin einen Namen.</translation>
    </message>
    <message>
        <source>“{path}” is a project, and writing there would lose all work in it. Choose another name.</source>
        <translation>„{path}“ ist ein Projekt, und beim Schreiben ginge alle Arbeit darin verloren. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“{path}” is already there. Choose another name, or open that project.</source>
        <translation>„{path}“ gibt es schon. Wählen Sie einen anderen Namen oder öffnen Sie jenes Projekt.</translation>
    </message>
    <message>
        <source>“{path}” is being written by another program and did not become free in time. Wait a moment and try again.</source>
        <translation>„{path}“ wird gerade von einem anderen Programm geschrieben und wurde nicht rechtzeitig frei. Warten Sie einen Augenblick und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“{path}” is cut short: a part of the file is missing. Copy it again from where it came from, or restore a backup.</source>
        <translation>„{path}“ ist abgeschnitten: Ein Teil der Datei fehlt. Kopieren Sie sie noch einmal von dort, woher sie kam, oder stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>“{path}” is damaged. Nothing was changed; make a copy of it and restore a backup.</source>
        <translation>„{path}“ ist beschädigt. Nichts wurde geändert; legen Sie eine Kopie an und stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>“{path}” is not a Workbench project. Choose a file that ends in .workbench, or import it into a project.</source>
        <translation>„{path}“ ist kein Workbench-Projekt. Wählen Sie eine Datei mit der Endung .workbench oder importieren Sie die Datei in ein Projekt.</translation>
    </message>
    <message>
        <source>“{path}” lies in a folder that {service} keeps the same on several machines, which makes two files of one that is worked in at two places. Work in it on one machine at a time, or keep a copy elsewhere and merge it; this is said once.</source>
        <translation>„{path}“ liegt in einem Ordner, den {service} auf mehreren Rechnern gleich hält; aus einer Datei, an der an zwei Orten gearbeitet wird, werden dabei zwei. Arbeiten Sie nur auf einem Rechner zur selben Zeit darin, oder legen Sie eine Kopie woandershin und führen Sie sie zusammen; das wird nur einmal gesagt.</translation>
    </message>
    <message>
        <source>“{path}” lies on a network drive ({kind}), where two who work in it at once may damage it. Work in a copy on this machine, and merge it; this is said once.</source>
        <translation>„{path}“ liegt auf einem Netzlaufwerk ({kind}), wo zwei, die zugleich darin arbeiten, die Datei beschädigen können. Arbeiten Sie in einer Kopie auf diesem Rechner und führen Sie sie zusammen; das wird nur einmal gesagt.</translation>
    </message>
    <message>
        <source>“{path}” may not be written to, so it is open for reading only, as it was when it was opened. To work in it, copy it to a folder of your own.</source>
        <translation>In „{path}“ darf nicht geschrieben werden; deshalb ist es nur zum Lesen geöffnet, so wie es beim Öffnen war. Kopieren Sie es in einen eigenen Ordner, um darin zu arbeiten.</translation>
    </message>
    <message>
        <source>“{path}” may not be written to. Copy it to a folder of your own, or ask for the right to write.</source>
        <translation>In „{path}“ darf nicht geschrieben werden. Kopieren Sie die Datei in einen eigenen Ordner oder bitten Sie um das Schreibrecht.</translation>
    </message>
    <message>
        <source>“{path}” was made by a newer Workbench (file version {version}, this one knows {known}). Install the newer Workbench to open it.</source>
        <translation>„{path}“ stammt von einer neueren Workbench (Dateiversion {version}, bekannt ist hier {known}). Installieren Sie die neuere Workbench, um es zu öffnen.</translation>
    </message>
    <message>
        <source>“{path}” was moved, deleted or replaced while it was open, so nothing can be saved in it. Put it back in its place and try again.</source>
        <translation>„{path}“ wurde verschoben, gelöscht oder ersetzt, während es offen war; darin kann nichts gespeichert werden. Legen Sie die Datei an ihren Platz zurück und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“{path}” was replaced by another file meanwhile. What it lacks is kept beside it, in “{kept}”. Merge the two.</source>
        <translation>„{path}“ wurde inzwischen durch eine andere Datei ersetzt. Was ihr fehlt, ist daneben in „{kept}“ aufgehoben. Führen Sie die beiden zusammen.</translation>
    </message>
    <message>
        <source>“{path}” was replaced by another file while it was open, as programs do that synchronise folders. What stands there now is shown; what was done here that it lacks lies beside it.</source>
        <translation>„{path}“ wurde durch eine andere Datei ersetzt, während es offen war, wie es Programme tun, die Ordner abgleichen. Gezeigt wird, was jetzt dort steht; was hier getan wurde und dort fehlt, liegt daneben.</translation>
    </message>
    <message>
        <source>“{pattern}” is no pattern for names of files. Write fields in braces, each once and with a sign between two of them, such as {{source}}_{{date}}_{{title}}.txt.</source>
        <translation>„{pattern}“ ist kein Muster für Dateinamen. Schreiben Sie Felder in geschweifte Klammern, jedes einmal und mit einem Zeichen zwischen zweien, etwa {{source}}_{{date}}_{{title}}.txt.</translation>
    </message>
    <message>
        <source>“{shares}” are no shares of a split. Write whole numbers for train, dev and test, such as 80/10/10, or for train and test, such as 80/20.</source>
        <translation>„{shares}“ sind keine Anteile einer Aufteilung. Schreiben Sie ganze Zahlen für train, dev und test, etwa 80/10/10, oder für train und test, etwa 80/20.</translation>
    </message>
    <message>
        <source>“{template}” says of no label what it is made of. Write LAYER={{label}}.{{attribute}}.</source>
        <translation>„{template}“ sagt von keinem Label, woraus es besteht. Schreiben Sie LAYER={{label}}.{{attribute}}.</translation>
    </message>
    <message>
        <source>“{text}” does not say which label replaces which. Write layer/label=new, such as entity/group=organization.</source>
        <translation>„{text}“ sagt nicht, welches Label welches ersetzt. Schreiben Sie Ebene/Label=neues, etwa entity/group=organization.</translation>
    </message>
    <message>
        <source>“{title}” has no near-duplicates to carry over to. Choose an article that has some.</source>
        <translation>„{title}“ hat keine fast gleichen Artikel, in die übernommen werden kann. Wählen Sie einen Artikel, der welche hat.</translation>
    </message>
    <message>
        <source>“{value}” is not a date for the attribute “{attribute}”. Write the year, the month or the day as far as it is known: 2023, 2023-12, 2023-12-05.</source>
        <translation>„{value}“ ist kein Datum für das Attribut „{attribute}“. Schreiben Sie Jahr, Monat oder Tag, soweit bekannt: 2023, 2023-12, 2023-12-05.</translation>
    </message>
    <message>
        <source>“{value}” is not a value of the attribute “{attribute}”. Choose one of: {known}.</source>
        <translation>„{value}“ ist kein Wert des Attributs „{attribute}“. Wählen Sie einen von: {known}.</translation>
    </message>
    <message>
        <source>“{what}” is said twice of one article. Keep one of the two.</source>
        <translation>„{what}“ wird von einem Artikel zweimal gesagt. Behalten Sie eines von beiden.</translation>
    </message>
    <message>
        <source>“{words}” no longer stands where it was found in “{title}”, whose text was corrected. Look for its occurrences again.</source>
        <translation>„{words}“ steht in „{title}“ nicht mehr dort, wo es gefunden wurde, denn der Text wurde korrigiert. Suchen Sie die Vorkommen noch einmal.</translation>
    </message>
</context>
<context>
    <name>motions</name>
    <message>
        <source>2, 3, 4 clicks</source>
        <translation>2, 3, 4 Klicks</translation>
    </message>
    <message>
        <source>Alt with ← →</source>
        <translation>Alt mit ← →</translation>
    </message>
    <message>
        <source>Alt, and drag</source>
        <translation>Alt und ziehen</translation>
    </message>
    <message>
        <source>Alt, and drag its handle</source>
        <translation>Alt und am Griff ziehen</translation>
    </message>
    <message>
        <source>Arrows and mouse</source>
        <translation>Pfeiltasten und Maus</translation>
    </message>
    <message>
        <source>Click again</source>
        <translation>Noch einmal klicken</translation>
    </message>
    <message>
        <source>Click it</source>
        <translation>Anklicken</translation>
    </message>
    <message>
        <source>Ctrl with Home End</source>
        <translation>Strg mit Pos1 Ende</translation>
    </message>
    <message>
        <source>Ctrl with the wheel</source>
        <translation>Strg mit dem Mausrad</translation>
    </message>
    <message>
        <source>Ctrl with ← →</source>
        <translation>Strg mit ← →</translation>
    </message>
    <message>
        <source>Ctrl with ↑ ↓</source>
        <translation>Strg mit ↑ ↓</translation>
    </message>
    <message>
        <source>Ctrl, and drag from mark to mark</source>
        <translation>Strg und von Markierung zu Markierung ziehen</translation>
    </message>
    <message>
        <source>Drag its handle</source>
        <translation>Am Griff ziehen</translation>
    </message>
    <message>
        <source>Drag over them</source>
        <translation>Darüberziehen</translation>
    </message>
    <message>
        <source>Draw a relation</source>
        <translation>Beziehung zeichnen</translation>
    </message>
    <message>
        <source>Home End</source>
        <translation>Pos1 Ende</translation>
    </message>
    <message>
        <source>Larger or smaller text</source>
        <translation>Text größer oder kleiner</translation>
    </message>
    <message>
        <source>Move a border by characters</source>
        <translation>Grenze zeichenweise verschieben</translation>
    </message>
    <message>
        <source>Move a border by words</source>
        <translation>Grenze wortweise verschieben</translation>
    </message>
    <message>
        <source>Move by character</source>
        <translation>Zeichenweise bewegen</translation>
    </message>
    <message>
        <source>Move by line</source>
        <translation>Zeilenweise bewegen</translation>
    </message>
    <message>
        <source>Move by paragraph</source>
        <translation>Absatzweise bewegen</translation>
    </message>
    <message>
        <source>Move by sentence</source>
        <translation>Satzweise bewegen</translation>
    </message>
    <message>
        <source>Move by window</source>
        <translation>Fensterweise bewegen</translation>
    </message>
    <message>
        <source>Move by word</source>
        <translation>Wortweise bewegen</translation>
    </message>
    <message>
        <source>PgUp PgDn</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Select bare characters</source>
        <translation>Einzelne Zeichen auswählen</translation>
    </message>
    <message>
        <source>Select several articles</source>
        <translation>Mehrere Artikel auswählen</translation>
    </message>
    <message>
        <source>Select while moving</source>
        <translation>Beim Bewegen auswählen</translation>
    </message>
    <message>
        <source>Select whole words</source>
        <translation>Ganze Wörter auswählen</translation>
    </message>
    <message>
        <source>Select word, sentence, paragraph</source>
        <translation>Wort, Satz, Absatz auswählen</translation>
    </message>
    <message>
        <source>Shift or Ctrl, and click in the list</source>
        <translation>Umschalt oder Strg, und Klick in der Liste</translation>
    </message>
    <message>
        <source>Shift with any of these</source>
        <translation>Umschalt mit einer dieser Tasten</translation>
    </message>
    <message>
        <source>Start or end of the line</source>
        <translation>Anfang oder Ende der Zeile</translation>
    </message>
    <message>
        <source>Start or end of the text</source>
        <translation>Anfang oder Ende des Textes</translation>
    </message>
    <message>
        <source>Take a mark in hand</source>
        <translation>Markierung in die Hand nehmen</translation>
    </message>
    <message>
        <source>Take the mark around it</source>
        <translation>Die umgebende Markierung nehmen</translation>
    </message>
    <message>
        <source>← →</source>
        <translation>← →</translation>
    </message>
    <message>
        <source>↑ ↓</source>
        <translation>↑ ↓</translation>
    </message>
</context>
<context>
    <name>parts</name>
    <message>
        <source>dev</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>none, until the next export places it</source>
        <translation>keiner, bis der nächste Export ihn zuteilt</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Training</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>Every place of this article is settled.</source>
        <translation>Jede Stelle dieses Artikels ist entschieden.</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>Merged: which label?</source>
        <translation>Vereint: welches Label?</translation>
    </message>
    <message>
        <source>Nothing is left here on which all agree.</source>
        <translation>Hier ist nichts übrig, worin sich alle einig sind.</translation>
    </message>
    <message>
        <source>Relations of which lane?</source>
        <translation>Relationen welcher Spur?</translation>
    </message>
    <message>
        <source>There is no lane with this number.</source>
        <translation>Es gibt keine Spur mit dieser Nummer.</translation>
    </message>
    <message>
        <source>This reader has not finished the layer.</source>
        <translation>Diese Person hat die Ebene nicht fertiggestellt.</translation>
    </message>
    <message>
        <source>Your own: which label?</source>
        <translation>Ihre eigene: welches Label?</translation>
    </message>
    <message>
        <source>all agree</source>
        <translation>alle sind sich einig</translation>
    </message>
    <message>
        <source>all agreed</source>
        <translation>alle waren sich einig</translation>
    </message>
    <message>
        <source>all kinds</source>
        <translation>alle Arten</translation>
    </message>
    <message>
        <source>borders merged</source>
        <translation>Grenzen vereint</translation>
    </message>
    <message>
        <source>by majority</source>
        <translation>durch Mehrheit</translation>
    </message>
    <message>
        <source>left open</source>
        <translation>offen gelassen</translation>
    </message>
    <message>
        <source>missed by some</source>
        <translation>von manchen ausgelassen</translation>
    </message>
    <message>
        <source>nothing here</source>
        <translation>hier nichts</translation>
    </message>
    <message>
        <source>other attributes</source>
        <translation>andere Attribute</translation>
    </message>
    <message>
        <source>other borders</source>
        <translation>andere Grenzen</translation>
    </message>
    <message>
        <source>other label</source>
        <translation>anderes Label</translation>
    </message>
    <message>
        <source>other relations</source>
        <translation>andere Relationen</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>written by the reviewer</source>
        <translation>von der prüfenden Person geschrieben</translation>
    </message>
</context>
<context>
    <name>scheme</name>
    <message>
        <source>1 annotation</source>
        <translation>1 Annotation</translation>
    </message>
    <message>
        <source>1 article label</source>
        <translation>1 Artikel-Label</translation>
    </message>
    <message>
        <source>1 attribute</source>
        <translation>1 Attribut</translation>
    </message>
    <message>
        <source>1 gold span</source>
        <translation>1 Gold-Spanne</translation>
    </message>
    <message>
        <source>1 relation</source>
        <translation>1 Beziehung</translation>
    </message>
    <message>
        <source>1 suggestion</source>
        <translation>1 Vorschlag</translation>
    </message>
    <message>
        <source>A value that is renamed is renamed in all annotations.</source>
        <translation>Ein Wert, der umbenannt wird, wird in allen Annotationen umbenannt.</translation>
    </message>
    <message>
        <source>Add a label of the article…</source>
        <translation>Artikel-Label hinzufügen…</translation>
    </message>
    <message>
        <source>Add a label…</source>
        <translation>Label hinzufügen…</translation>
    </message>
    <message>
        <source>Add a relation…</source>
        <translation>Beziehung hinzufügen…</translation>
    </message>
    <message>
        <source>Add an attribute…</source>
        <translation>Attribut hinzufügen…</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Become one with another that says the same: {}.</source>
        <translation>Fallen mit anderen zusammen, die dasselbe sagen: {}.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Both ends in one layer</source>
        <translation>Beide Enden in einer Ebene</translation>
    </message>
    <message>
        <source>Changes: {}.</source>
        <translation>Ändern sich: {}.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Counted apart</source>
        <translation>Eigens gezählt</translation>
    </message>
    <message>
        <source>Counter-example</source>
        <translation>Gegenbeispiel</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Goes: {}.</source>
        <translation>Fallen weg: {}.</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Leitlinie</translation>
    </message>
    <message>
        <source>Has a direction</source>
        <translation>Hat eine Richtung</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>In use: {}.</source>
        <translation>In Gebrauch: {}.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Kind of value</source>
        <translation>Art des Werts</translation>
    </message>
    <message>
        <source>Labels of the article</source>
        <translation>Labels des Artikels</translation>
    </message>
    <message>
        <source>Left out of the layer&apos;s mean, and not suggested by default.</source>
        <translation>Zählt nicht zum Mittelwert der Ebene und wird von sich aus nicht vorgeschlagen.</translation>
    </message>
    <message>
        <source>May lead to several</source>
        <translation>Darf zu mehreren führen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Names elsewhere</source>
        <translation>Namen anderswo</translation>
    </message>
    <message>
        <source>Not for</source>
        <translation>Nicht für</translation>
    </message>
    <message>
        <source>Not in use yet.</source>
        <translation>Noch nicht in Gebrauch.</translation>
    </message>
    <message>
        <source>Nothing that was annotated changes.</source>
        <translation>Nichts, was annotiert wurde, ändert sich.</translation>
    </message>
    <message>
        <source>One in each line, as scheme: name. Suggesters speak news.</source>
        <translation>Je Zeile einer, als Schema: Name. Vorschlagsgeber sprechen „news“.</translation>
    </message>
    <message>
        <source>One in each line; square brackets stand around the span.</source>
        <translation>Je Zeile eines; eckige Klammern umschließen die Spanne.</translation>
    </message>
    <message>
        <source>Only for</source>
        <translation>Nur für</translation>
    </message>
    <message>
        <source>Out of sight until asked for</source>
        <translation>Ausgeblendet, bis es gebraucht wird</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>Required before the layer is done</source>
        <translation>Pflicht, bevor die Ebene fertig ist</translation>
    </message>
    <message>
        <source>Rule for the value to offer</source>
        <translation>Regel für den angebotenen Wert</translation>
    </message>
    <message>
        <source>Several at once</source>
        <translation>Mehrere zugleich</translation>
    </message>
    <message>
        <source>Shown in the chooser while a label is picked.</source>
        <translation>Wird gezeigt, während ein Label ausgesucht wird.</translation>
    </message>
    <message>
        <source>Shown where the label is chosen.</source>
        <translation>Wird gezeigt, wo das Label gewählt wird.</translation>
    </message>
    <message>
        <source>The digit that picks the label once its layer is picked.</source>
        <translation>Die Ziffer, die das Label wählt, sobald die Ebene gewählt ist.</translation>
    </message>
    <message>
        <source>The letter that picks the layer in the text.</source>
        <translation>Der Buchstabe, der im Text die Ebene wählt.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What a span covers</source>
        <translation>Was eine Spanne umfasst</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>What files and exports call it: small letters, digits and _. Annotations follow a change.</source>
        <translation>So heißt es in Dateien und Exporten: Kleinbuchstaben, Ziffern und _. Annotationen folgen einer Änderung.</translation>
    </message>
    <message>
        <source>Where it begins and ends</source>
        <translation>Wo es anfängt und endet</translation>
    </message>
    <message>
        <source>While typing</source>
        <translation>Beim Tippen</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>ein Datum</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>attribute of a relation</source>
        <translation>Attribut einer Beziehung</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>free text</source>
        <translation>freier Text</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>in another order</source>
        <translation>anders geordnet</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>label of the article</source>
        <translation>Artikel-Label</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>offer nothing</source>
        <translation>nichts anbieten</translation>
    </message>
    <message>
        <source>offer what the project has</source>
        <translation>anbieten, was es im Projekt gibt</translation>
    </message>
    <message>
        <source>one of the values</source>
        <translation>einer der Werte</translation>
    </message>
    <message>
        <source>one of the values, which have an order</source>
        <translation>einer der Werte, die eine Ordnung haben</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>{} annotations</source>
        <translation>{} Annotationen</translation>
    </message>
    <message>
        <source>{} article labels</source>
        <translation>{} Artikel-Labels</translation>
    </message>
    <message>
        <source>{} attributes</source>
        <translation>{} Attribute</translation>
    </message>
    <message>
        <source>{} gold spans</source>
        <translation>{} Gold-Spannen</translation>
    </message>
    <message>
        <source>{} relations</source>
        <translation>{} Beziehungen</translation>
    </message>
    <message>
        <source>{} suggestions</source>
        <translation>{} Vorschläge</translation>
    </message>
</context>
<context>
    <name>suggesters</name>
    <message>
        <source>comes along</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>gelernt</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>plug-in</source>
        <translation>Erweiterung</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
</context>
<context>
    <name>team</name>
    <message>
        <source>A deletion: it was changed elsewhere, and stays</source>
        <translation>Eine Löschung: anderswo wurde es geändert, und bleibt</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>Annotation</translation>
    </message>
    <message>
        <source>Article label</source>
        <translation>Artikel-Label</translation>
    </message>
    <message>
        <source>Corrected text</source>
        <translation>Berichtigter Text</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Gold span</source>
        <translation>Gold-Spanne</translation>
    </message>
    <message>
        <source>It has no place in the corrected text</source>
        <translation>Es hat keinen Platz im berichtigten Text</translation>
    </message>
    <message>
        <source>It was changed otherwise later</source>
        <translation>Später wurde es anders geändert</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>Relation of gold spans</source>
        <translation>Beziehung von Gold-Spannen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>The place was decided otherwise later</source>
        <translation>Über die Stelle wurde später anders entschieden</translation>
    </message>
    <message>
        <source>The same was said twice, and the later word stands</source>
        <translation>Dasselbe wurde zweimal gesagt, und das spätere Wort gilt</translation>
    </message>
    <message>
        <source>The scheme has no words for it</source>
        <translation>Das Schema hat keine Worte dafür</translation>
    </message>
    <message>
        <source>The text was corrected otherwise later</source>
        <translation>Der Text wurde später anders berichtigt</translation>
    </message>
    <message>
        <source>What it belongs to is gone</source>
        <translation>Wozu es gehört, ist nicht mehr da</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>article labels</source>
        <translation>Artikel-Labels</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>gold spans</source>
        <translation>Gold-Spannen</translation>
    </message>
    <message>
        <source>relations</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>statuses</source>
        <translation>Stände</translation>
    </message>
    <message>
        <source>suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>verbs</name>
    <message>
        <source>accept a suggestion</source>
        <translation>Vorschlag annehmen</translation>
    </message>
    <message>
        <source>accept suggestions</source>
        <translation>Vorschläge annehmen</translation>
    </message>
    <message>
        <source>add a kind of relation</source>
        <translation>Beziehungsart hinzufügen</translation>
    </message>
    <message>
        <source>add a label for articles</source>
        <translation>Artikel-Label hinzufügen</translation>
    </message>
    <message>
        <source>add a label of the scheme</source>
        <translation>Label des Schemas hinzufügen</translation>
    </message>
    <message>
        <source>add a suggester</source>
        <translation>einen Vorschlagenden hinzufügen</translation>
    </message>
    <message>
        <source>add an attribute of a kind of relation</source>
        <translation>Attribut einer Beziehungsart hinzufügen</translation>
    </message>
    <message>
        <source>add an attribute of the scheme</source>
        <translation>Attribut des Schemas hinzufügen</translation>
    </message>
    <message>
        <source>adopt a scheme</source>
        <translation>Schema übernehmen</translation>
    </message>
    <message>
        <source>answer a question</source>
        <translation>Frage beantworten</translation>
    </message>
    <message>
        <source>assign articles</source>
        <translation>Artikel zuteilen</translation>
    </message>
    <message>
        <source>carry over to near-duplicates</source>
        <translation>in fast gleiche Artikel übernehmen</translation>
    </message>
    <message>
        <source>change a kind of relation</source>
        <translation>Beziehungsart ändern</translation>
    </message>
    <message>
        <source>change a label</source>
        <translation>Label ändern</translation>
    </message>
    <message>
        <source>change a label for articles</source>
        <translation>Artikel-Label ändern</translation>
    </message>
    <message>
        <source>change a label of the scheme</source>
        <translation>Label des Schemas ändern</translation>
    </message>
    <message>
        <source>change a layer</source>
        <translation>Ebene ändern</translation>
    </message>
    <message>
        <source>change a role</source>
        <translation>Rolle ändern</translation>
    </message>
    <message>
        <source>change a suggester</source>
        <translation>einen Vorschlagsgeber ändern</translation>
    </message>
    <message>
        <source>change an attribute of a kind of relation</source>
        <translation>Attribut einer Beziehungsart ändern</translation>
    </message>
    <message>
        <source>change an attribute of the scheme</source>
        <translation>Attribut des Schemas ändern</translation>
    </message>
    <message>
        <source>change the split</source>
        <translation>die Aufteilung ändern</translation>
    </message>
    <message>
        <source>choose where a suggester is used</source>
        <translation>wählen, wo ein Vorschlagender gilt</translation>
    </message>
    <message>
        <source>correct the text</source>
        <translation>Text korrigieren</translation>
    </message>
    <message>
        <source>decide about a place</source>
        <translation>über eine Stelle entscheiden</translation>
    </message>
    <message>
        <source>delete an annotation</source>
        <translation>Annotation löschen</translation>
    </message>
    <message>
        <source>draw a relation</source>
        <translation>Beziehung ziehen</translation>
    </message>
    <message>
        <source>draw a relation between gold spans</source>
        <translation>Beziehung zwischen Goldstellen ziehen</translation>
    </message>
    <message>
        <source>flag as unsure</source>
        <translation>als unsicher kennzeichnen</translation>
    </message>
    <message>
        <source>give a reason</source>
        <translation>Grund angeben</translation>
    </message>
    <message>
        <source>go back to work</source>
        <translation>Arbeit wieder aufnehmen</translation>
    </message>
    <message>
        <source>hand out</source>
        <translation>austeilen</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importieren</translation>
    </message>
    <message>
        <source>join the project</source>
        <translation>dem Projekt beitreten</translation>
    </message>
    <message>
        <source>label an article</source>
        <translation>Label für den Artikel vergeben</translation>
    </message>
    <message>
        <source>mark a span</source>
        <translation>Spanne markieren</translation>
    </message>
    <message>
        <source>mark as done</source>
        <translation>als fertig kennzeichnen</translation>
    </message>
    <message>
        <source>mark every occurrence</source>
        <translation>alle Vorkommen markieren</translation>
    </message>
    <message>
        <source>merge borders for gold</source>
        <translation>Grenzen für Gold vereinen</translation>
    </message>
    <message>
        <source>merge copies</source>
        <translation>Kopien zusammenführen</translation>
    </message>
    <message>
        <source>merge labels of the scheme</source>
        <translation>Labels des Schemas zusammenführen</translation>
    </message>
    <message>
        <source>move a border</source>
        <translation>Grenze verschieben</translation>
    </message>
    <message>
        <source>move a kind of relation</source>
        <translation>Beziehungsart verschieben</translation>
    </message>
    <message>
        <source>move a label for articles</source>
        <translation>Artikel-Label verschieben</translation>
    </message>
    <message>
        <source>move a label of the scheme</source>
        <translation>Label des Schemas verschieben</translation>
    </message>
    <message>
        <source>move an attribute of a kind of relation</source>
        <translation>Attribut einer Beziehungsart verschieben</translation>
    </message>
    <message>
        <source>move an attribute of the scheme</source>
        <translation>Attribut des Schemas verschieben</translation>
    </message>
    <message>
        <source>reject a suggestion</source>
        <translation>Vorschlag ablehnen</translation>
    </message>
    <message>
        <source>remove a kind of relation</source>
        <translation>Beziehungsart entfernen</translation>
    </message>
    <message>
        <source>remove a label for articles</source>
        <translation>Artikel-Label entfernen</translation>
    </message>
    <message>
        <source>remove a label of the scheme</source>
        <translation>Label des Schemas entfernen</translation>
    </message>
    <message>
        <source>remove a recipe</source>
        <translation>ein Rezept entfernen</translation>
    </message>
    <message>
        <source>remove a relation</source>
        <translation>Beziehung entfernen</translation>
    </message>
    <message>
        <source>remove a relation between gold spans</source>
        <translation>Beziehung zwischen Goldstellen entfernen</translation>
    </message>
    <message>
        <source>remove a suggester</source>
        <translation>einen Vorschlagenden entfernen</translation>
    </message>
    <message>
        <source>remove an attribute of a kind of relation</source>
        <translation>Attribut einer Beziehungsart entfernen</translation>
    </message>
    <message>
        <source>remove an attribute of the scheme</source>
        <translation>Attribut des Schemas entfernen</translation>
    </message>
    <message>
        <source>rename a value of a label for articles</source>
        <translation>Wert eines Artikel-Labels umbenennen</translation>
    </message>
    <message>
        <source>rename a value of an attribute of a kind of relation</source>
        <translation>Wert eines Attributs einer Beziehungsart umbenennen</translation>
    </message>
    <message>
        <source>rename a value of an attribute of the scheme</source>
        <translation>Wert eines Attributs des Schemas umbenennen</translation>
    </message>
    <message>
        <source>save a recipe</source>
        <translation>ein Rezept speichern</translation>
    </message>
    <message>
        <source>set an attribute</source>
        <translation>Attribut setzen</translation>
    </message>
    <message>
        <source>set an attribute of a gold span</source>
        <translation>Attribut einer Goldstelle setzen</translation>
    </message>
    <message>
        <source>set an attribute of a relation</source>
        <translation>Attribut einer Beziehung setzen</translation>
    </message>
    <message>
        <source>settle differences by a rule</source>
        <translation>Unterschiede nach einer Regel entscheiden</translation>
    </message>
    <message>
        <source>skip an article</source>
        <translation>Artikel überspringen</translation>
    </message>
    <message>
        <source>split the corpus</source>
        <translation>das Korpus aufteilen</translation>
    </message>
    <message>
        <source>suggest</source>
        <translation>vorschlagen</translation>
    </message>
    <message>
        <source>take a decision back</source>
        <translation>Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>take a lane over as gold</source>
        <translation>Spur als Gold übernehmen</translation>
    </message>
    <message>
        <source>take all agreed over as gold</source>
        <translation>alles Einige als Gold übernehmen</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>zurücknehmen</translation>
    </message>
    <message>
        <source>take relations over as gold</source>
        <translation>Relationen als Gold übernehmen</translation>
    </message>
    <message>
        <source>write a gold span</source>
        <translation>Goldstelle setzen</translation>
    </message>
    <message>
        <source>write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
</context>
</TS>
