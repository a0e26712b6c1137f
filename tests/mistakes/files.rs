//! Files of other types.

use super::{Chapter, Mistake::Gave};

pub const ALL: Chapter = &[
    ("an empty file", Gave("quiz.json", b"")),
    ("nothing but spaces", Gave("quiz.json", b" \n\n")),
    (
        "letters of Windows-1252",
        Gave("quiz.json", b"{\n  \"version\": 1,\n  \"title\": \"Caf\xe9 ou h\xf4pital ?\"\n}"),
    ),
    (
        "UTF-16 without its mark",
        Gave("quiz.json", b"{\0 \0\"\0v\0e\0r\0s\0i\0o\0n\0\"\0:\0 \x001\0}\0\xe9"),
    ),
    ("a Word file", Gave("quiz.json", b"PK\x03\x04\x14\0\xff\xfe")),
    ("a PDF", Gave("quiz.json", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3")),
    ("a picture", Gave("quiz.json", b"\x89PNG\r\n\x1a\n")),
    ("an empty table", Gave("table.csv", b"")),
    ("a workbook that is none", Gave("table.xlsx", b"PK\x03\x04 broken")),
    ("a package of H5P that is none", Gave("quiz.h5p", b"PK\x03\x04 broken")),
    (
        "content of another kind of H5P",
        Gave("other.h5p", b"{ \"questions\": [], \"passPercentage\": 50 }"),
    ),
];
