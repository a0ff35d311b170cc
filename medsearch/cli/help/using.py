"""What help says about all but searching: files, output, settings, completion, exit codes."""

from medsearch.cli.help.topic import Topic
from medsearch.rendering.help_pages import Part, Row
from medsearch.settings import SETTINGS
from medsearch.texts import later

FILES = Topic(
    "files",
    later("What files are read, and what becomes of them."),
    (
        later(
            "medsearch index FOLDER reads every file of minutes in a folder and the folders in it. It changes none of "
            "them. Run it again when minutes have come: only what is new or has changed is read then."
        ),
    ),
    (
        Part(
            later("Kinds of files"),
            rows=(
                Row(".pdf", later("PDF; scanned pages with --ocr, where Tesseract is installed")),
                Row(".docx .docm .dotx", later("Word")),
                Row(".doc .dot", later("old Word, where LibreOffice is installed")),
                Row(".odt .ott", later("OpenDocument")),
                Row(".rtf", later("Rich Text")),
                Row(".html .htm .xhtml .mht .mhtml .aspx .asp .php", later("web pages, as saved")),
                Row(".txt .text .md .markdown", later("text")),
            ),
        ),
        Part(
            later("The index"),
            (
                later(
                    "It lies in the folder index/ where you stand, or in a folder above; --index DIR or the setting "
                    "index name another. Nobody but you may read it, and nothing leaves your machine."
                ),
            ),
            (
                Row("medsearch status", later("what it covers, and what could not be read")),
                Row("medsearch index --rebuild", later("make it anew from the files")),
            ),
        ),
    ),
)

SYNONYMS = Topic(
    "synonyms",
    later("Words of your own that mean the same."),
    (
        later(
            "Write them into the file synonyms.toml, in the folder of an index for that index, or beside the settings "
            "file for all (medsearch config says where). They hold at once; no index has to be made anew."
        ),
    ),
    (
        Part(
            later("What the file holds"),
            rows=(
                Row("[synonyms]", later("the first line")),
                Row('"årshjul" = ["mødeplan", "kalender"]', later("who asks for the first word finds the others too")),
            ),
        ),
    ),
)

EXPORT = Topic(
    "export",
    later("How to take answers elsewhere."),
    (later("csv, md and ndjson hold all hits, text and json a page of them; --limit and --page choose others."),),
    (
        Part(
            later("Hits"),
            rows=(
                Row("medsearch query budget --format csv > hits.csv", later("for a spreadsheet, one row for a hit")),
                Row("medsearch query budget --format md > hits.md", later("for a mail or a note")),
                Row("medsearch query budget --json", later("for a script")),
                Row("medsearch query budget --format ndjson", later("the same, one line for a hit")),
            ),
        ),
        Part(
            later("Items and all else"),
            rows=(
                Row("medsearch show 1 --format md", later("one item, whole")),
                Row("medsearch facets --json", later("counts")),
                Row("medsearch status --json", later("what the index covers")),
            ),
            notes=(later("What is printed goes to stdout, what is said besides to stderr; --quiet leaves it out."),),
        ),
    ),
)

EXIT_CODES = Topic(
    "exit-codes",
    later("How a command tells a script what came of it."),
    (),
    (
        Part(
            later("Exit codes"),
            rows=(
                Row("0", later("found, or done")),
                Row("1", later("nothing found")),
                Row("2", later("the command or the query cannot be understood")),
                Row("3", later("something could not be read or written; the rest is done")),
                Row("130", later("interrupted; the index is as it was before")),
            ),
            notes=(later("With --json errors are JSON too, on stderr: their code, message and advice."),),
        ),
    ),
)

SETTINGS_TOPIC = Topic(
    "settings",
    later("What can be set once and for all."),
    (later("A variable of the environment comes before the settings file; an option of a command before both."),),
    (
        Part(
            later("Settings, and their variables"),
            rows=tuple(Row(f"{setting.name:<10}{setting.variable}", setting.about) for setting in SETTINGS),
        ),
        Part(
            later("Commands"),
            rows=(
                Row("medsearch config", later("what holds now, and where it comes from")),
                Row("medsearch config set limit 20", later("20 hits on a page from now on")),
                Row("medsearch config unset limit", later("as before")),
            ),
            notes=(later("NO_COLOR, set to anything, leaves out colours; PAGER names your pager."),),
        ),
    ),
)

COMPLETION = Topic(
    "completion",
    later("How to let the Tab key write the rest."),
    (
        later(
            "In bash, zsh, fish and PowerShell the Tab key completes commands and options, and what can stand behind "
            "them: committees of your index, case numbers, outcomes, numbers of the last hits, saved searches. Of a "
            "committee any word will do: --committee pleje, then Tab."
        ),
    ),
    (
        Part(
            later("To set it up"),
            rows=(
                Row("medsearch --install-completion", later("once; then open a new terminal")),
                Row("medsearch --show-completion", later("only print what would be installed")),
            ),
        ),
    ),
)
