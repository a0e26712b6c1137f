//! What can be wrong with what a quiz says.

use super::{Chapter, Section, Told, place, shape::fixture};
use crate::config::{Finding, Kind, Path, Problem, Segment};

pub(super) static CHAPTER: Chapter = Chapter {
    title: "What the quiz says",
    about: "The text can be read, but does not add up to a quiz; or it does, and visitors would still be worse off.",
    sections: &[
        Section {
            code: "no-careers",
            means: "A quiz needs at least one career to suggest.",
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
            means: "A card to choose from needs at least two options.",
            told: fixture!("bad/one-option"),
            remedy: "Add options, or ask with a `swipe` card.",
        },
        Section {
            code: "too-many",
            means: "There is more of something than the widget can show well, such as careers, cards or options; or `[ ]` and `{ }` are nested deeper than the widget reads.",
            told: fixture!("bad/too-many-options"),
            remedy: "Keep within the limit that the message names.",
        },
        Section {
            code: "blank-text",
            means: "A text is there but says nothing.",
            told: fixture!("bad/a-blank-title"),
            remedy: "Write something, or remove the field if it is optional.",
        },
        Section {
            code: "bad-id",
            means: "Ids stand in links, spreadsheets and events, so they are made of few characters.",
            told: fixture!("bad/an-id-with-a-space"),
            remedy: "Use 1 to 100 letters, digits, `-`, `_` or `.`, without spaces.",
        },
        Section {
            code: "duplicate-id",
            means: "Two things of one kind have the same id, or one set of points names a career twice.",
            told: fixture!("bad/an-option-twice"),
            remedy: "Give each its own id, and look whether what refers to it means the right one.",
        },
        Section {
            code: "unknown-career",
            means: "Points, chances, expectations or a persona name a career that is not in the list of careers.",
            told: fixture!("bad/points-for-a-misspelt-career"),
            remedy: "Correct the id, or add the career.",
        },
        Section {
            code: "unknown-trait",
            means: "Points or a profile name a trait that is not in the list of traits. With the model `traits`, answers count for traits and not for careers.",
            told: fixture!("bad/a-profile-with-a-misspelt-trait"),
            remedy: "Correct the id, or add the trait.",
        },
        Section {
            code: "unknown-group",
            means: "A card stands in a group that is not in the list of groups.",
            told: fixture!("bad/a-group-that-is-not-there"),
            remedy: "Add the group with its title, or correct the name.",
        },
        Section {
            code: "unknown-filter",
            means: "A career names a filter, or a value of one, that is not in the list of `filters`.",
            told: fixture!("bad/a-filter-without-such-a-value"),
            remedy: "Add it there, or correct the name.",
        },
        Section {
            code: "unknown-card",
            means: "A condition, a rule, a persona or a text names a card that is not there.",
            told: fixture!("bad/a-condition-on-a-later-card"),
            remedy: "Correct the id. The conditions of cards and options can only look at cards further up, which the visitor has passed: move the card down, or the other one up. Rules and personas may name every card.",
        },
        Section {
            code: "unknown-answer",
            means: "A condition, a rule or a persona names an answer that its card does not have.",
            told: fixture!("bad/a-condition-on-no-answer"),
            remedy: "Use the id of an option, a step of a scale as text (`\"4\"`), `like` or `pass`.",
        },
        Section {
            code: "bad-condition",
            means: "A condition is either `card` with exactly one of `is`, `anyOf`, `atLeast` and `answered`, or `total` with `atLeast`, `atMost` or both, or exactly one of `not`, `all` and `any` alone. Totals are known at the end: they work in the rules of careers, and where answers count points.",
            told: fixture!("bad/a-condition-of-nothing"),
            remedy: "Put several tests into `all` or `any`, each in a `{ }` of its own. `atLeast` needs something to count: the steps of a `scale` or the picks of a `multiple` card.",
        },
        Section {
            code: "two-tie-rules",
            means: "Where several careers are level, either the one listed first wins (`\"ties\": \"priority\"`) or one that is there for ties (`tieCareer`).",
            told: fixture!("bad/two-rules-for-ties"),
            remedy: "Remove `ties` or `tieCareer`.",
        },
        Section {
            code: "bad-axis",
            means: "Each axis is a trait with a letter for its low end and another letter for its high end. Careers are made of all ways to combine the letters, so the quiz needs the model `traits`, and a similarity that looks at levels.",
            told: fixture!("bad/axes-without-traits"),
            remedy: "Write `\"matching\": { \"model\": \"traits\", \"similarity\": \"affinity\" }`, and one letter or digit for each end.",
        },
        Section {
            code: "step-labels",
            means: "A scale has words for all of its steps, or for none; in every language as many.",
            told: fixture!("authors/labels-for-some-steps"),
            remedy: "Write one label for each step. Without `steps` there are as many steps as labels.",
        },
        Section {
            code: "bad-tie-break",
            means: "A tie-break comes up only when several careers are level after everything else.",
            told: fixture!("bad/a-tie-break-at-the-beginning"),
            remedy: "Make it the last card of several, of kind `single` or `swipe`, and without `when`.",
        },
        Section {
            code: "out-of-range",
            means: "A number is smaller or larger than its field allows.",
            told: fixture!("bad/too-many-steps"),
            remedy: "Stay within both ends that the message gives.",
        },
        Section {
            code: "not-positive",
            means: "A `spread`, a `prior` or a `temper` must be above nought, since it divides, or stands for a share of people or of trust.",
            told: fixture!("bad/a-spread-of-nothing"),
            remedy: "Use a number above 0, up to what the message gives.",
        },
        Section {
            code: "min-over-max",
            means: "A card asks for more picks at least than it allows at most.",
            told: fixture!("bad/min-over-max"),
            remedy: "Swap the two, or correct one.",
        },
        Section {
            code: "stray-field",
            means: "A card has a field that its kind does not use, such as `steps` on a single choice.",
            told: fixture!("bad/steps-on-a-choice"),
            remedy: "Remove the field, or change the card’s `kind`.",
        },
        Section {
            code: "bad-link",
            means: "The widget opens links to `https:`, `mailto:` and `tel:` addresses and to addresses on your own site. Anything else, `javascript:` above all, is refused.",
            told: fixture!("bad/a-link-that-is-script"),
            remedy: "Use one of those addresses.",
        },
        Section {
            code: "bad-colour",
            means: "A colour is written `#rgb` or `#rrggbb`.",
            told: fixture!("authors/a-colour-that-is-none"),
            remedy: "Write it so; names such as `blue` and other notations are not read.",
        },
        Section {
            code: "bad-font",
            means: "A font of the theme is not a list of fonts as CSS knows it, so browsers won’t take it.",
            told: fixture!("authors/a-font-that-is-none"),
            remedy: "Write names with commas between them, the wished one first. A name with digits or signs in it stands in quotes, which are `\\\"` in JSON.",
        },
        Section {
            code: "low-contrast",
            means: "Text of this colour can’t be read by everyone where it stands: on the theme’s `surface`, or on its tint, a tenth of the accent over it. WCAG 2.2 asks for a contrast of 4.5 to 1. The accent itself is made darker on light ground, and lighter on dark, before it is drawn as text or as a mark; if that is not enough, it is reported too.",
            told: fixture!("authors/text-that-cannot-be-read"),
            remedy: "Take the colour that the message names: it is the nearest that works. Where the message is about `surface`, it is a grey in the middle on which no accent can be read: make that lighter or darker first. What you don’t set is reckoned as the `preset` has it.",
        },
        Section {
            code: "no-points",
            means: "No answer counts for or against this career: whatever visitors say, its score stays the same. With the model `traits` this happens to a profile without ups and downs under `shape`, and to one that is 0 everywhere under `affinity`, each after the norms of `careers`. Under `distance` every profile is compared, an empty one too.",
            told: fixture!("authors/a-career-without-points"),
            remedy: "Give it points, or a profile that differs between traits, or remove it.",
        },
        Section {
            code: "no-traits",
            means: "The model `traits` compares visitors and careers by their traits, so it needs at least one.",
            told: fixture!("bad/no-traits-at-all"),
            remedy: "Add `traits`, or choose another model.",
        },
        Section {
            code: "stale-calibration",
            means: "The `calibration` was made for other cards or other options than the quiz has now, so it is ignored.",
            told: fixture!("authors/a-calibration-of-other-cards"),
            remedy: "Run `career-matcher calibrate` again with fresh pilot answers, or remove the block.",
        },
        Section {
            code: "persona",
            means: "One of the `personas`, the made-up visitors of a config, gets another career or another verdict than it should. Only `career-matcher check` tells this; visitors play the quiz all the same.",
            told: Told::Made(|| {
                let words = "`Bo, at home below the waves` should get `guide` and the verdict `tie`, but these answers lead to `diver` and the verdict `clear`; change the answers, the points, or what it should get";
                let mut path = place("personas", 1);
                path.0.push(Segment::Key("career".to_owned()));
                Problem::error(path, Kind::Found(Finding::Persona { words: words.to_owned() }))
            }),
            remedy: "Change points until it gets what it should, or say that it should get what it does. `career-matcher match … --reasons` shows what each answer did.",
        },
        Section {
            code: "html-in-text",
            means: "Texts are shown as they are written, so HTML would be read as letters. Long texts take a little Markdown.",
            told: Told::Made(|| found(Finding::HtmlInText { found: "<b>".to_owned(), better: Some("`**bold**`") })),
            remedy: "Write the plain letter; in long texts also `**bold**`, `*emphasis*`, links as in Markdown, and lines that begin with `- `.",
        },
        Section {
            code: "long-text",
            means: "A label, prompt or title is so long that nobody reads it on a phone.",
            told: Told::Made(|| found(Finding::LongText { count: 400, most: 120 })),
            remedy: "Say it shorter, and put the rest into `note` or `summary`.",
        },
        Section {
            code: "relative-link",
            means: "A link begins like a site or a mail address, but has no `https://` or `mailto:` before it. Browsers look for such a page on your own site.",
            told: Told::Made(|| {
                found(Finding::RelativeLink {
                    href: "www.college.example/nurse".to_owned(),
                    better: "https://www.college.example/nurse".to_owned(),
                })
            }),
            remedy: "Write the whole address. A page of your own site begins with `/`.",
        },
        Section {
            code: "no-picture",
            means: "A picture with a relative address is not beside the file that was checked. Pictures are looked for from the page that shows the quiz.",
            told: Told::Made(|| found(Finding::NoPicture { file: "images/bed.jpg".into(), near: None })),
            remedy: "Upload the picture beside the page and keep the same folders, or write its whole address.",
        },
        Section {
            code: "same-words",
            means: "Two options of a card, or two careers, are called the same.",
            told: Told::Made(|| {
                found(Finding::SameWords { text: "Yes".to_owned(), ids: vec!["yes".to_owned(), "maybe".to_owned()] })
            }),
            remedy: "Say one of them otherwise.",
        },
        Section {
            code: "never-used",
            means: "A group without cards, a value of a filter that no career has, or a trait that nothing counts for.",
            told: Told::Made(|| found(Finding::Unused { what: "group", id: "you".to_owned() })),
            remedy: "Use it, or remove it.",
        },
        Section {
            code: "raw-percent",
            means: "With the score `raw` the order is by points, while each percentage is a career’s place in its own range of points. Where ranges differ, the first career may show the lower percentage.",
            told: Told::Made(|| found(Finding::RawPercent { least: "baker".to_owned(), most: "diver".to_owned() })),
            remedy: "Use the score `attainable`, give all careers the same most points, or show no percentages: `\"result\": { \"matches\": \"none\" }`.",
        },
    ],
};

/// A finding without a place.
fn found(finding: Finding) -> Problem {
    Problem::warning(Path::default(), Kind::Found(finding))
}
