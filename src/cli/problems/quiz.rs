//! Problems with the content of a quiz.

use super::{Chapter, Section, Told, place, shape::fixture};
use crate::{
    config::{Finding, Kind, Path, Problem, Segment},
    lab,
};

pub(super) static CHAPTER: Chapter = Chapter {
    title: "The content of the quiz",
    about: "The file is readable, but the quiz has errors, or works badly for visitors.",
    sections: &[
        Section {
            code: "no-careers",
            means: "A quiz needs at least one career.",
            told: fixture!("bad/no-careers-at-all"),
            remedy: "Add one under `careers`.",
        },
        Section {
            code: "no-cards",
            means: "A quiz needs at least one card.",
            told: fixture!("bad/no-cards-at-all"),
            remedy: "Add one under `cards`.",
        },
        Section {
            code: "no-options",
            means: "A card with options needs at least two of them.",
            told: fixture!("bad/one-option"),
            remedy: "Add options, or ask with a `swipe` card.",
        },
        Section {
            code: "too-many",
            means: "The quiz has too many careers, cards, options or other items, or too many nested levels of `[ ]` and `{ }`.",
            told: fixture!("bad/too-many-options"),
            remedy: "Stay within the limit in the message.",
        },
        Section {
            code: "blank-text",
            means: "A text is empty or has only spaces.",
            told: fixture!("bad/a-blank-title"),
            remedy: "Write something, or remove the field if it is optional.",
        },
        Section {
            code: "bad-id",
            means: "Ids are used in links, spreadsheets and events, so only some characters are allowed.",
            told: fixture!("bad/an-id-with-a-space"),
            remedy: "Use 1 to 100 letters, digits, `-`, `_` or `.`, without spaces.",
        },
        Section {
            code: "duplicate-id",
            means: "Two things of one kind have the same id, or one set of points names a career twice.",
            told: fixture!("bad/an-option-twice"),
            remedy: "Give each its own id, and check the places that refer to it.",
        },
        Section {
            code: "unknown-career",
            means: "Points, chances, expectations or a persona name a career that is not in `careers`.",
            told: fixture!("bad/points-for-a-misspelt-career"),
            remedy: "Correct the id, or add the career.",
        },
        Section {
            code: "unknown-trait",
            means: "Points or a profile name a trait that is not in `traits`. With the model `traits`, answers count for traits, not for careers.",
            told: fixture!("bad/a-profile-with-a-misspelt-trait"),
            remedy: "Correct the id, or add the trait.",
        },
        Section {
            code: "unknown-group",
            means: "A card names a group that is not in `groups`.",
            told: fixture!("bad/a-group-that-is-not-there"),
            remedy: "Add the group with its title, or correct the name.",
        },
        Section {
            code: "unknown-filter",
            means: "A career names a filter, or a value of a filter, that is not in `filters`.",
            told: fixture!("bad/a-filter-without-such-a-value"),
            remedy: "Add it there, or correct the name.",
        },
        Section {
            code: "unknown-card",
            means: "A condition, a rule, a persona or a text names a card that does not exist.",
            told: fixture!("bad/a-condition-on-a-later-card"),
            remedy: "Correct the id. Conditions of cards and options can only refer to earlier cards: move the card down, or the other one up. Rules and personas can name every card.",
        },
        Section {
            code: "unknown-answer",
            means: "A condition, a rule or a persona names an answer that does not exist on its card.",
            told: fixture!("bad/a-condition-on-no-answer"),
            remedy: "Use the id of an option, a step of a scale as text (`\"4\"`), `like` or `pass`.",
        },
        Section {
            code: "bad-condition",
            means: "A condition is either `card` with exactly one of `is`, `anyOf`, `atLeast` and `answered`, or `total` with `atLeast`, `atMost` or both, or exactly one of `not`, `all` and `any` alone. Totals are known only at the end: they work in the rules of careers, and not with the model `bayes`.",
            told: fixture!("bad/a-condition-of-nothing"),
            remedy: "Put several conditions into `all` or `any`, each in its own `{ }`. `atLeast` works only with the steps of a `scale` card and the number of picks of a `multiple` card.",
        },
        Section {
            code: "two-tie-rules",
            means: "In a tie, either the career listed first wins (`\"ties\": \"priority\"`), or a special career does (`tieCareer`), not both.",
            told: fixture!("bad/two-rules-for-ties"),
            remedy: "Remove `ties` or `tieCareer`.",
        },
        Section {
            code: "bad-axis",
            means: "Each axis is a trait with a letter for its low end and another letter for its high end. Each combination of letters is a career, so the quiz needs the model `traits`, and the similarity `affinity` or `distance`.",
            told: fixture!("bad/axes-without-traits"),
            remedy: "Write `\"matching\": { \"model\": \"traits\", \"similarity\": \"affinity\" }`, and one letter or digit for each end.",
        },
        Section {
            code: "step-labels",
            means: "A scale needs labels for all of its steps or for none, in every language.",
            told: fixture!("authors/labels-for-some-steps"),
            remedy: "Write one label for each step. Without `steps`, each label is a step.",
        },
        Section {
            code: "bad-tie-break",
            means: "A tie-break card is asked only if several careers are tied after all other cards.",
            told: fixture!("bad/a-tie-break-at-the-beginning"),
            remedy: "Put it after all other cards, use the kind `single` or `swipe`, and remove `when`.",
        },
        Section {
            code: "out-of-range",
            means: "A number is smaller or larger than its field allows.",
            told: fixture!("bad/too-many-steps"),
            remedy: "Stay within the range in the message.",
        },
        Section {
            code: "not-positive",
            means: "A `spread`, a `prior` or a `temper` must be above 0.",
            told: fixture!("bad/a-spread-of-nothing"),
            remedy: "Use a number above 0, up to the limit in the message.",
        },
        Section {
            code: "min-over-max",
            means: "The minimum (`min`) is larger than the maximum (`max`).",
            told: fixture!("bad/min-over-max"),
            remedy: "Swap the two numbers, or correct one of them.",
        },
        Section {
            code: "stray-field",
            means: "A card has a field that its kind does not use, such as `steps` on a `single` card.",
            told: fixture!("bad/steps-on-a-choice"),
            remedy: "Remove the field, or change the card’s `kind`.",
        },
        Section {
            code: "bad-link",
            means: "The widget opens only `https:`, `mailto:` and `tel:` addresses, and addresses on your own site. It refuses all others, such as `javascript:`.",
            told: fixture!("bad/a-link-that-is-script"),
            remedy: "Use one of those addresses.",
        },
        Section {
            code: "bad-colour",
            means: "A colour does not have the form `#rgb` or `#rrggbb`.",
            told: fixture!("authors/a-colour-that-is-none"),
            remedy: "Use one of these forms. Names such as `blue` and other notations don’t work.",
        },
        Section {
            code: "bad-font",
            means: "A font of the theme is not a valid CSS list of fonts, so browsers ignore it.",
            told: fixture!("authors/a-font-that-is-none"),
            remedy: "Write font names separated by commas, your first choice first. Put names with digits or special characters in quotes, which are `\\\"` in JSON.",
        },
        Section {
            code: "low-contrast",
            means: "Some visitors can’t read text of this colour on the theme’s `surface`, or on its tint (a tenth of the accent over the surface). WCAG 2.2 requires a contrast of 4.5 to 1. For text and marks, the widget makes the accent darker on a light surface and lighter on a dark one; if that is not enough, the accent is reported too.",
            told: fixture!("authors/text-that-cannot-be-read"),
            remedy: "Use the colour in the message, the nearest one with enough contrast. If the message is about `surface`, the surface is a medium grey on which no accent is readable: make the surface lighter or darker first. For colours that you don’t set, the colours of the `preset` are checked.",
        },
        Section {
            code: "no-points",
            means: "No answer counts for or against this career, so its score is always the same. With the model `traits`, this happens if all values of a profile are equal (similarity `shape`) or 0 (similarity `affinity`), after the norms of `careers`. With `distance`, every profile is compared, even an empty one.",
            told: fixture!("authors/a-career-without-points"),
            remedy: "Give it points, or a profile that differs between traits, or remove it.",
        },
        Section {
            code: "no-traits",
            means: "The model `traits` compares visitors and careers by traits, so it needs at least one trait.",
            told: fixture!("bad/no-traits-at-all"),
            remedy: "Add `traits`, or choose another model.",
        },
        Section {
            code: "stale-calibration",
            means: "The `calibration` does not match the quiz’s current cards and options, so it is ignored.",
            told: fixture!("authors/a-calibration-of-other-cards"),
            remedy: "Run `career-matcher calibrate` again with new pilot answers, or remove `calibration`.",
        },
        Section {
            code: "persona",
            means: "One of the `personas`, the simulated visitors of a config, does not get the expected career or verdict. Only `career-matcher check` reports this; visitors can still play the quiz.",
            told: Told::Made(|| {
                let words = "`Bo, at home below the waves` should get `guide` and the verdict `tie`, but these answers lead to `diver` and the verdict `clear`; change the answers, the points or the expected result";
                let mut path = place("personas", 1);
                path.0.push(Segment::Key("career".to_owned()));
                Problem::error(path, Kind::Found(Finding::Persona { words: words.to_owned() }))
            }),
            remedy: "Change points until the persona gets the expected result, or change the expected result. `career-matcher match … --reasons` shows the effect of each answer.",
        },
        Section {
            code: "html-in-text",
            means: "Texts appear exactly as written, so visitors would see HTML tags. Long texts can use a little Markdown.",
            told: Told::Made(|| found(Finding::HtmlInText { found: "<b>".to_owned(), better: Some("`**bold**`") })),
            remedy: "Write plain characters. Long texts can also use `**bold**`, `*emphasis*`, Markdown links, and lines that begin with `- `.",
        },
        Section {
            code: "long-text",
            means: "A label, prompt or title is too long for a phone.",
            told: Told::Made(|| found(Finding::LongText { count: 400, most: 120 })),
            remedy: "Shorten it, and move the rest to `note` or `summary`.",
        },
        Section {
            code: "relative-link",
            means: "A link looks like a website or a mail address, but `https://` or `mailto:` is missing. Browsers would look for such a page on your own site.",
            told: Told::Made(|| {
                found(Finding::RelativeLink {
                    href: "www.college.example/nurse".to_owned(),
                    better: "https://www.college.example/nurse".to_owned(),
                })
            }),
            remedy: "Write the full address. The address of a page on your own site begins with `/`.",
        },
        Section {
            code: "no-picture",
            means: "The checked file’s folder does not contain this picture. Relative addresses of pictures are relative to the page with the quiz.",
            told: Told::Made(|| found(Finding::NoPicture { file: "images/bed.jpg".into(), near: None })),
            remedy: "Upload the picture to the folder of the page, with the same subfolders, or write its full address.",
        },
        Section {
            code: "same-words",
            means: "Two options of a card, or two careers, have the same text.",
            told: Told::Made(|| {
                found(Finding::SameWords { text: "Yes".to_owned(), ids: vec!["yes".to_owned(), "maybe".to_owned()] })
            }),
            remedy: "Change the text of one of them.",
        },
        Section {
            code: "never-used",
            means: "A group has no cards, a filter value has no careers, or nothing counts for a trait.",
            told: Told::Made(|| found(Finding::Unused { what: "group", id: "you".to_owned() })),
            remedy: "Use it, or remove it.",
        },
        Section {
            code: "raw-percent",
            means: "With the score `raw`, points rank the careers, but each percentage is relative to the career’s own range of points. If these ranges differ, the first career may show a lower percentage than the next.",
            told: Told::Made(|| {
                lab::Finding::RawPercent { least: "baker".to_owned(), most: "diver".to_owned() }.at(Path::default())
            }),
            remedy: "Use the score `attainable`, give all careers the same maximum of points, or show no percentages: `\"result\": { \"matches\": \"none\" }`.",
        },
    ],
};

/// A finding without a path.
fn found(finding: Finding) -> Problem {
    Problem::warning(Path::default(), Kind::Found(finding))
}
