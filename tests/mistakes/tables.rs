//! Imported tables.

use super::{Chapter, Mistake::Imported};

pub const ALL: Chapter = &[
    ("no header", Imported("day,single,How?,stays,It stays,3,1\n")),
    ("a header and nothing else", Imported("card,prompt,label,nurse\n")),
    ("no column for the card", Imported("prompt,label,nurse\nHow?,It stays,3\n")),
    (
        "two columns for the question",
        Imported("card,prompt,question,label,nurse\nday,How?,How?,It stays,3\n"),
    ),
    ("the first row has no card", Imported("card,prompt,label,nurse\n,How?,It stays,3\n")),
    (
        "words where a number belongs",
        Imported("card,prompt,label,nurse\nday,How?,It stays,many\n,,It changes,1\n"),
    ),
    (
        "a thousand or a fraction",
        Imported("card;prompt;label;nurse\nday;How?;It stays;1,000\n;;It changes;1\n"),
    ),
    (
        "a row of sums",
        Imported("card,prompt,label,nurse,midwife\nday,How?,It stays,3,\n,,It changes,,2\nTotal,,,3,2\n"),
    ),
    (
        "notes of one's own",
        Imported("card,prompt,label,nurse,midwife,notes\nday,How?,It stays,3,,ask Ana\n,,It changes,,2,\n"),
    ),
    (
        "more cells than columns",
        Imported("card,prompt,label,nurse,midwife\nday,How?,It stays,3,,7\n,,It changes,,2\n"),
    ),
    (
        "a card with two prompts",
        Imported("card,prompt,label,nurse,midwife\nday,How?,It stays,3,\nday,Why?,It changes,,2\n"),
    ),
    (
        "a kind that is none",
        Imported("card,kind,prompt,label,nurse,midwife\nday,essay,How?,It stays,3,\n,,,It changes,,2\n"),
    ),
    ("a scale without its ends", Imported("card,kind,prompt,label,nurse,midwife\nday,Scale,How?,,3,1\n")),
    (
        "a scale with one of its ends",
        Imported("card,kind,prompt,label,low,high,nurse,midwife\nday,scale,How?,,Not at all,,3,1\n"),
    ),
    (
        "points without an answer",
        Imported("card,prompt,label,nurse,midwife\nday,How?,,3,1\n,,It stays,1,\n,,It goes,,1\n"),
    ),
    (
        "a scale with answers of its own",
        Imported(
            "card,kind,prompt,label,low,high,nurse,midwife\nday,scale,How?,It stays,No,Yes,3,1\n,,,It goes,,,1,3\n",
        ),
    ),
    (
        "a condition on an answer that is none",
        Imported(
            "card,prompt,label,when,nurse,midwife\nday,How?,It stays,,3,1\n,,It goes,,1,3\nfar,Far?,Yes,day = sleeps,1,2\n,,No,,2,1\n",
        ),
    ),
    ("one option alone", Imported("card,prompt,label,nurse,midwife\nday,How?,It stays,3,1\n")),
    (
        "more steps than a scale has",
        Imported("card,kind,prompt,label,low,high,steps,nurse,midwife\nday,scale,How?,,Low,High,99,3,1\n"),
    ),
    (
        "an answer that must be picked, or not",
        Imported("card,prompt,label,required,nurse,midwife\nday,How?,It stays,maybe,3,1\n"),
    ),
    (
        "a condition in words",
        Imported(
            "card,prompt,label,when,nurse,midwife\nday,How?,It stays,,3,1\n,,It goes,,1,3\nfar,Far?,Yes,if it stays,1,2\n,,No,,2,1\n",
        ),
    ),
    (
        "a call to action without its address",
        Imported(
            "card,kind,prompt,label,nurse,midwife\n,cta,,,See the course,\nday,,How?,It stays,3,1\n,,,It goes,1,3\n",
        ),
    ),
    ("no careers", Imported("card,prompt,label\nday,How?,It stays\n,,It changes\n")),
];
