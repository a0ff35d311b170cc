"""What help says about searching: the words of a query, dates, fields."""

from medsearch.cli.help.topic import Topic
from medsearch.rendering.help_pages import Part, Row
from medsearch.texts import later

_QUERY = "medsearch query"

QUERY = Topic(
    "query",
    later("How to write a query."),
    (
        later(
            "Type words behind medsearch query. Hits that hold more of them come first. Inflections, parts of "
            "compounds, abbreviations and words of nearly the same meaning are found as well, and what is misspelt is "
            "set right."
        ),
        later(
            "The shell has uses of its own for ( ) * = ~ and quotation marks. So what holds one of them stands between "
            "single quotation marks here. In medsearch browse nothing needs that."
        ),
    ),
    (
        Part(
            later("Words"),
            rows=(
                Row("budget ferie", later("either word; hits with both come first")),
                Row("sygefravær +ledelse", later("with a plus sign: it must be there")),
                Row("sygefravær IKKE kantine", later("it must not be there (or NOT)")),
                Row("-- sygefravær -kantine", later("the same; behind -- words may begin with a hyphen")),
                Row("kantine OG budget", later("both (or AND)")),
                Row("vold ELLER trusler", later("one of them at least (or OR)")),
                Row("'(vold ELLER trusler) OG plejecenter'", later("brackets say what belongs together")),
            ),
        ),
        Part(
            later("Just so"),
            rows=(
                Row("'\"varsling af videoovervågning\"'", later("these words in this order; »...« does as well")),
                Row("'=ferie'", later("the word as written, no other form of it")),
                Row("--exact ferie", later("all words as written")),
            ),
        ),
        Part(
            later("Parts of words"),
            rows=(
                Row("'over*'", later("words that begin so")),
                Row("'*overvågning'", later("words that end so")),
                Row("'vagtplen~'", later("words that are spelt nearly so")),
            ),
        ),
        Part(
            later("Where to look"),
            rows=(
                Row("udvalg:HovedMED budget", later("in the minutes of a committee; some words of its name do")),
                Row("'udvalg:\"LokalMED Rådhusservice\"'", later("names with blanks stand in quotation marks")),
                Row("titel:budget", later("in the title")),
                Row("beslutning:afventer", later("in what was decided; other sections likewise")),
                Row("sag:81.38", later("items of a case number, or of its beginning")),
                Row("person:Bisgaard", later("where somebody was, or is named")),
                Row("udfald:udsat", later("items that ended so")),
                Row("år:2025 budget", later("meetings of a year")),
                Row("dato:2025-10..2025-12 ferie", later("meetings of a period")),
                Row("budget --year 2025 --sort newest", later("options narrow and sort as well")),
            ),
            notes=(
                later("More: medsearch help fields, medsearch help dates, and medsearch query --help for options."),
            ),
        ),
    ),
    _QUERY,
)

DATES = Topic(
    "dates",
    later("How to write dates."),
    (later("All these can stand behind dato:, --from and --to; --year and år: take a year."),),
    (
        Part(
            later("Dates"),
            rows=(
                Row("dato:2025", later("a year")),
                Row("dato:2025-10", later("a month")),
                Row("'dato:\"oktober 2025\"'", later("the same")),
                Row("dato:2025-10-22", later("a day")),
                Row("dato:22-10-2025", later("the same")),
                Row("dato:22.10.2025", later("the same")),
                Row("'dato:\"22. oktober 2025\"'", later("the same")),
            ),
        ),
        Part(
            later("Periods"),
            rows=(
                Row("dato:2025-10..2025-12", later("from the first day of October to the last one of December")),
                Row("dato:2025-10..", later("from October on")),
                Row("dato:..2024", later("up to the end of 2024")),
                Row("--from 2025-10 --to 2025-12 budget", later("the same with options")),
                Row("--year 2025 budget", later("one year")),
            ),
        ),
        Part(
            later("Days that minutes speak of"),
            rows=(
                Row("18. juni", later("minutes that name the day, however they write it, or of a meeting on it")),
                Row("oktober 2024", later("likewise a month")),
            ),
        ),
    ),
    _QUERY,
)

FIELDS = Topic(
    "fields",
    later("What may stand before a colon in a query, in Danish or English."),
    (),
    (
        Part(
            later("Of a meeting or an item"),
            rows=(
                Row("udvalg: committee:", later("the committee, or some words of its name; as --committee")),
                Row("sag: case:", later("the case number, or its beginning; as --case")),
                Row("person:", later("who was there, was absent or is named; as --person")),
                Row("dato: date:", later("when the meeting was; as --from and --to")),
                Row("år: aar: year:", later("likewise, a year; as --year")),
                Row("udfald: outcome:", later("how it ended; as --outcome")),
            ),
        ),
        Part(
            later("Parts of an item, for a word or a phrase; as --in"),
            rows=(
                Row("titel: title:", later("the title")),
                Row("resumé: resume: summary:", later("the summary")),
                Row("sagsfremstilling: fremstilling: presentation:", later("the presentation of the case")),
                Row("baggrund: background:", later("what came before")),
                Row("indstilling: recommendation:", later("what was recommended")),
                Row("beslutning: decision:", later("what was decided")),
                Row("økonomi: oekonomi: economy:", later("money")),
                Row("personale: personnel:", later("staff")),
                Row("lovgrundlag: law:", later("the law")),
                Row("høring: hoering: consultation:", later("who is to be heard")),
                Row("kompetence: competence:", later("who decides")),
                Row("sagsgang: process:", later("the way of the case")),
                Row("bilag: attachments:", later("the attachments")),
                Row("text:", later("what stands before the first heading")),
                Row("andet: other:", later("sections of other headings")),
            ),
        ),
        Part(
            later("Outcomes"),
            rows=(
                Row("godkendt", later("approved")),
                Row('"taget til efterretning"', later("noted")),
                Row("drøftet", later("discussed")),
                Row("udsat", later("postponed")),
                Row("tiltrådt", later("adopted")),
                Row("afvist", later("rejected")),
            ),
        ),
    ),
)
