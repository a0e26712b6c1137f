//! Values of the right type that are out of range or make no sense.

use super::{Chapter, Mistake::Wrote};

pub const ALL: Chapter = &[
    ("a misspelt kind", Wrote("\"kind\": \"multiple\"", "\"kind\": \"mutliple\"")),
    ("a kind of other programs", Wrote("\"kind\": \"multiple\"", "\"kind\": \"checkbox\"")),
    ("a kind in capitals", Wrote("\"kind\": \"multiple\"", "\"kind\": \"Multiple\"")),
    ("a negative number of picks", Wrote("\"max\": 2", "\"max\": -1")),
    ("two and a half picks", Wrote("\"max\": 2", "\"max\": 2.5")),
    ("more picks than options", Wrote("\"max\": 2", "\"max\": 9")),
    ("no picks", Wrote("\"max\": 2", "\"max\": 0")),
    ("more at least than at most", Wrote("\"max\": 2", "\"min\": 3, \"max\": 2")),
    ("a scale of one step", Wrote("\"steps\": 5", "\"steps\": 1")),
    ("a scale of a hundred steps", Wrote("\"steps\": 5", "\"steps\": 100")),
    ("points without end", Wrote("\"carer\": 2 }", "\"carer\": 20000000 }")),
    ("a blank prompt", Wrote("\"What do you like?\"", "\" \"")),
    ("a link without its scheme and with a space", Wrote("\"/open-day\"", "\"college.example/open day\"")),
    ("a link that is not encrypted", Wrote("\"/open-day\"", "\"http://college.example\"")),
    ("a link with www and no scheme", Wrote("\"/open-day\"", "\"www.college.example/nurse\"")),
    ("a link without its scheme", Wrote("\"/open-day\"", "\"college.example/nurse\"")),
    ("a mail address without its scheme", Wrote("\"/open-day\"", "\"info@college.example\"")),
    ("a mail link with a space", Wrote("\"/open-day\"", "\"mailto: info@college.example\"")),
    ("a link with a space before it", Wrote("\"/open-day\"", "\" https://college.example\"")),
    ("a script as a link", Wrote("\"/open-day\"", "\"javascript:alert(1)\"")),
    ("a link with backslashes", Wrote("\"/open-day\"", "\"\\\\open\\\\day\"")),
    (
        "a picture on one's own machine",
        Wrote("\"images/ward.jpg\"", "\"C:\\\\Users\\\\Me\\\\My Ward.jpg\""),
    ),
    ("a picture that is not there", Wrote("images/ward.jpg", "images/word.jpg")),
    (
        "a group that no card is in",
        Wrote("\"cards\": [", "\"groups\": [{ \"id\": \"you\", \"title\": \"You\" }],\n  \"cards\": ["),
    ),
    (
        "points as they are, that reach unequally far",
        Wrote("\"cards\": [", "\"matching\": { \"score\": \"raw\" },\n  \"cards\": ["),
    ),
    (
        "a career for which no answer counts",
        Wrote(
            "\"title\": \"Carer for the Elderly\", \"summary\": \"You know people for years.\" }",
            "\"title\": \"Carer for the Elderly\" },\n    { \"id\": \"cook\", \"title\": \"Cook\" }",
        ),
    ),
    ("a picture by its file address", Wrote("\"images/ward.jpg\"", "\"file:///home/me/ward.jpg\"")),
    ("a picture without words", Wrote("      \"imageAlt\": \"A ward in the morning\",\n", "")),
    ("a colour without its hash", Wrote("\"#00695c\"", "\"00695c\"")),
    ("a colour by its name", Wrote("\"#00695c\"", "\"teal\"")),
    ("a colour in numbers", Wrote("\"#00695c\"", "\"rgb(0, 105, 92)\"")),
    ("a colour that is none", Wrote("\"#00695c\"", "\"our green\"")),
    ("a radius in pixels", Wrote("\"radius\": 12", "\"radius\": \"16px\"")),
    ("a language with an underscore", Wrote("\"language\": \"en\"", "\"language\": \"en_US\"")),
    ("a language by its name", Wrote("\"language\": \"en\"", "\"language\": \"English\"")),
    (
        "a translation under the language's name",
        Wrote("  \"personas\"", "  \"locales\": { \"Spanish\": { \"title\": \"¿Qué?\" } },\n  \"personas\""),
    ),
    (
        "a translation into the quiz's own language",
        Wrote("  \"personas\"", "  \"locales\": { \"en\": { \"title\": \"Which?\" } },\n  \"personas\""),
    ),
    (
        "a weight as text on a scale",
        Wrote("\"points\": { \"nurse\": 2, \"midwife\": 1 }", "\"points\": { \"nurse\": \"3\" }"),
    ),
    ("a way to show the intro that is none", Wrote("\"inline\"", "\"popup\"")),
    ("HTML in a text", Wrote("\"It stays the same\"", "\"It <b>stays</b> the same\"")),
    ("an entity in a text", Wrote("\"To talk\"", "\"To talk &amp; listen\"")),
    ("two options of one label", Wrote("\"At night, too\"", "\"It stays the same\"")),
    ("two careers of one title", Wrote("\"title\": \"Midwife\"", "\"title\": \"Registered Nurse\"")),
    (
        "a label as long as a page",
        Wrote(
            "\"To talk\"",
            "\"To talk with people for a long time about everything that matters to them and to me, about the weather and the news, about their children and grandchildren, about what they did when they were young, about what hurts today and what hurt yesterday, about the food and the garden, about music and films and books, about the past and the future, and about whatever else comes up while we sit together and drink a cup of tea\"",
        ),
    ),
    ("a placeholder that is none", Wrote("You look after people", "{carer} looks after people")),
    (
        "an answer that excludes the others where one is given",
        Wrote("\"label\": \"It stays the same\",", "\"label\": \"It stays the same\", \"exclusive\": true,"),
    ),
    (
        "labels for some of the steps",
        Wrote("\"steps\": 5", "\"steps\": 5, \"labels\": [\"Never\", \"Often\"]"),
    ),
    (
        "a total of no career",
        Wrote("{ \"card\": \"blood\", \"is\": \"pass\" }", "{ \"total\": \"Nurse\", \"atLeast\": 3 }"),
    ),
    (
        "a total without a limit",
        Wrote("{ \"card\": \"blood\", \"is\": \"pass\" }", "{ \"total\": \"nurse\" }"),
    ),
    (
        "a total before the end",
        Wrote("{ \"card\": \"day\", \"is\": \"stays\" }", "{ \"total\": \"nurse\", \"atLeast\": 3 }"),
    ),
    (
        "a card that is at most something",
        Wrote("{ \"card\": \"blood\", \"is\": \"pass\" }", "{ \"card\": \"calm\", \"atMost\": 2 }"),
    ),
    (
        "half a step",
        Wrote("{ \"card\": \"blood\", \"is\": \"pass\" }", "{ \"card\": \"calm\", \"atLeast\": 2.5 }"),
    ),
    (
        "a career for ties that is not there",
        Wrote("\"cards\": [", "\"matching\": { \"tieCareer\": \"nurses\" },\n  \"cards\": ["),
    ),
    (
        "two rules for ties",
        Wrote(
            "\"cards\": [",
            "\"matching\": { \"ties\": \"priority\", \"tieCareer\": \"nurse\" },\n  \"cards\": [",
        ),
    ),
    (
        "a rule for ties by another name",
        Wrote("\"cards\": [", "\"matching\": { \"ties\": \"first\" },\n  \"cards\": ["),
    ),
    ("a logo that is an address", Wrote("\"cards\": [", "\"logo\": \"images/ward.jpg\",\n  \"cards\": [")),
    (
        "a picture of a career without words",
        Wrote("\"title\": \"Midwife\",", "\"title\": \"Midwife\", \"image\": \"images/ward.jpg\","),
    ),
    (
        "axes in a quiz of points",
        Wrote(
            "\"cards\": [",
            "\"traits\": [{ \"id\": \"pace\", \"title\": \"Pace\" }],\n  \"axes\": [{ \"trait\": \"pace\", \"low\": { \"letter\": \"S\", \"title\": \"Slow\" }, \"high\": { \"letter\": \"Quick\", \"title\": \"Quick\" } }],\n  \"cards\": [",
        ),
    ),
    ("a persona who picks too many", Wrote("\"likes\": \"talk\"", "\"likes\": \"talk|hands|babies\"")),
    ("a persona with two answers of one card", Wrote("\"day\": \"stays\",", "\"day\": \"stays|nights\",")),
];
