//! Ids that are invalid, duplicate or unknown.

use super::{Chapter, Mistake::Wrote};

pub const ALL: Chapter = &[
    ("a career twice", Wrote("\"id\": \"midwife\"", "\"id\": \"nurse\"")),
    ("a card twice", Wrote("\"id\": \"likes\"", "\"id\": \"day\"")),
    ("an option twice", Wrote("\"id\": \"changes\"", "\"id\": \"stays\"")),
    ("a card's id with a space", Wrote("\"id\": \"day\"", "\"id\": \"my day\"")),
    ("an id with a picture in it", Wrote("\"id\": \"likes\"", "\"id\": \"likes🙂\"")),
    ("an id with a slash", Wrote("\"id\": \"likes\"", "\"id\": \"likes/dislikes\"")),
    ("an empty id", Wrote("\"id\": \"likes\"", "\"id\": \"\"")),
    ("an id that is a number", Wrote("\"id\": \"talk\"", "\"id\": 1")),
    ("an option's id with a space", Wrote("\"id\": \"stays\"", "\"id\": \"it stays\"")),
    ("points for a misspelt career", Wrote("\"carer\": 3", "\"carrer\": 3")),
    ("points for a career by its title", Wrote("\"carer\": 3", "\"Carer for the Elderly\": 3")),
    ("points for nobody", Wrote("\"carer\": 3", "\"surgeon\": 3")),
    ("points for nobody in many places", Wrote("\"id\": \"carer\"", "\"id\": \"elderly\"")),
    ("a condition on a misspelt card", Wrote("\"card\": \"day\"", "\"card\": \"dya\"")),
    (
        "a condition on a card by its words",
        Wrote("\"card\": \"day\"", "\"card\": \"How should your day go?\""),
    ),
    ("a condition on no card", Wrote("\"card\": \"day\"", "\"card\": \"weather\"")),
    ("a condition on itself", Wrote("\"card\": \"day\"", "\"card\": \"years\"")),
    (
        "a condition on a later card",
        Wrote("\"max\": 2,", "\"max\": 2, \"when\": { \"card\": \"calm\", \"is\": \"5\" },"),
    ),
    ("a condition on a misspelt answer", Wrote("\"is\": \"stays\"", "\"is\": \"stay\"")),
    ("a condition on an answer by its label", Wrote("\"is\": \"stays\"", "\"is\": \"It stays the same\"")),
    ("a condition on no answer", Wrote("\"is\": \"stays\"", "\"is\": \"sleeps\"")),
    ("yes on a swipe", Wrote("\"is\": \"pass\"", "\"is\": \"yes\"")),
    ("a persona with a step that is none", Wrote("\"calm\": \"1\"", "\"calm\": \"9\"")),
    ("a persona with a card that is none", Wrote("\"calm\": \"1\"", "\"calmness\": \"1\"")),
    ("a persona for a career by its title", Wrote("\"career\": \"carer\"", "\"career\": \"Midwife\"")),
    ("a persona that gets something else", Wrote("\"career\": \"carer\"", "\"career\": \"nurse\"")),
    ("a persona that gets another verdict", Wrote("\"career\": \"carer\"", "\"verdict\": \"tie\"")),
    (
        "a translation of a card that is none",
        Wrote(
            "  \"personas\"",
            "  \"locales\": { \"es\": { \"cards\": { \"tag\": { \"prompt\": \"¿Qué?\" } } } },\n  \"personas\"",
        ),
    ),
    (
        "a translation of something that is not there",
        Wrote("  \"personas\"", "  \"locales\": { \"es\": { \"colour\": \"azul\" } },\n  \"personas\""),
    ),
    (
        "a translated list where the quiz has none",
        Wrote(
            "\"cta\": [{ \"label\": \"Visit us\", \"href\": \"/open-day\" }],",
            "\"cta\": [], \"locales\": { \"es\": { \"cta\": [{ \"label\": \"Ven\" }] } },",
        ),
    ),
    ("a group that is not there", Wrote("\"max\": 2,", "\"max\": 2, \"group\": \"you\",")),
];
