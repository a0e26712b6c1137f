//! The fields of each struct, and the defaults of missing fields.

#![expect(
    clippy::redundant_closure,
    reason = "a pointer to a function would keep it in the first file of the wasm"
)]

use super::{
    AUTHORS, Kind, Object, Reader, Trail, Tree, authors, looks,
    matching::{a_trait, axis, expect, matching},
    number,
    outcome::{links, result_page},
    text,
};
use crate::config::entries::Entries;
use crate::config::model::{
    Asking, Calibration, Card, CardKind, Career, Choice, Condition, Config, Cta, Filter, FilterValue, Group, Habit,
    Intro, Keep, Logo, Order, Resume, Rule, Show, Stop, Theme,
};

pub(super) fn config(it: &mut Object) -> Config {
    it.skip("accept");
    Config {
        schema: it.maybe_text("$schema"),
        version: it.needed("version", version),
        language: it.maybe_text("language").unwrap_or_else(|| "en".to_owned()),
        title: it.text("title"),
        logo: it.maybe("logo", |reader, tree, path| reader.object(tree, path, |it| logo(it))),
        intro: it.maybe("intro", |reader, tree, path| reader.object(tree, path, intro)).unwrap_or_default(),
        careers: it.needed("careers", |reader, tree, path| reader.list(tree, path, career)),
        traits: it
            .maybe("traits", |reader, tree, path| {
                reader.list(tree, path, |reader, tree, path| a_trait(reader, tree, path))
            })
            .unwrap_or_default(),
        axes: it
            .maybe("axes", |reader, tree, path| reader.list(tree, path, |reader, tree, path| axis(reader, tree, path)))
            .unwrap_or_default(),
        groups: it
            .maybe("groups", |reader, tree, path| {
                reader.list(tree, path, |reader, tree, path| group(reader, tree, path))
            })
            .unwrap_or_default(),
        cards: it.needed("cards", |reader, tree, path| reader.list(tree, path, card)),
        matching: it.maybe("matching", |reader, tree, path| reader.object(tree, path, matching)).unwrap_or_default(),
        flow: it.maybe("flow", |reader, tree, path| reader.object(tree, path, asking)),
        calibration: it.maybe("calibration", |reader, tree, path| reader.object(tree, path, calibration)),
        filters: it.maybe("filters", |reader, tree, path| reader.list(tree, path, filter)).unwrap_or_default(),
        shortcuts: it.maybe_flag("shortcuts").unwrap_or(false),
        keep: it.maybe("keep", |reader, tree, path| reader.object(tree, path, keep)).unwrap_or_default(),
        credit: it.maybe_text("credit"),
        heading_level: it.maybe_count("headingLevel"),
        cta: ctas(it),
        links: it.maybe("links", |reader, tree, path| reader.object(tree, path, |it| links(it))),
        result: it.maybe("result", |reader, tree, path| reader.object(tree, path, |it| result_page(it))),
        words: if AUTHORS {
            it.maybe("words", |reader, tree, path| reader.entries(tree, path, text)).unwrap_or_default()
        } else {
            it.skip("words");
            Entries::default()
        },
        locales: {
            it.skip("locales");
            Entries::default()
        },
        theme: if AUTHORS {
            it.maybe("theme", |reader, tree, path| reader.object(tree, path, looks::theme)).unwrap_or_default()
        } else {
            it.skip("theme");
            Theme::default()
        },
        personas: if AUTHORS {
            it.maybe("personas", |reader, tree, path| reader.list(tree, path, authors::persona))
                .unwrap_or_default()
        } else {
            it.skip("personas");
            Vec::new()
        },
        #[cfg(feature = "authors")]
        accept: it
            .maybe("accept", |reader, tree, path| reader.list(tree, path, authors::accept))
            .unwrap_or_default(),
    }
}

fn version(reader: &mut Reader, tree: &Tree, path: &Trail) -> u32 {
    match tree {
        Tree::Number(number) if *number == 1.0 => return 1,
        Tree::Number(number) if *number as u32 != 1 => reader.error(path, Kind::Version { found: *number as u32 }),
        _ => reader.wrong(path, "a whole number", tree),
    }
    0
}

fn intro(it: &mut Object) -> Intro {
    let show = it.word("show", &["inline", "screen", "off"]);
    Intro {
        show: show.map_or_else(Show::default, |word| [Show::Inline, Show::Screen, Show::Off][word]),
        heading: it.maybe_text("heading"),
        body: it.maybe_text("body"),
    }
}

fn career(reader: &mut Reader, tree: &Tree, path: &Trail) -> Career {
    reader.object(tree, path, |it| {
        let (image, image_alt, icon) = picture(it);
        Career {
            id: it.text("id"),
            title: it.text("title"),
            image,
            image_alt,
            icon,
            summary: it.maybe_text("summary"),
            day: it.maybe_text("day"),
            tools: it.texts("tools").unwrap_or_default(),
            first_steps: it.maybe_text("firstSteps"),
            cta: ctas(it),
            profile: it.points("profile").unwrap_or_default(),
            prior: it.maybe_number("prior"),
            filters: it.maybe("filters", |reader, tree, path| reader.entries(tree, path, text)).unwrap_or_default(),
            require: it
                .maybe("require", |reader, tree, path| {
                    reader.list(tree, path, |reader, tree, path| rule(reader, tree, path))
                })
                .unwrap_or_default(),
            exclude: it
                .maybe("exclude", |reader, tree, path| {
                    reader.list(tree, path, |reader, tree, path| rule(reader, tree, path))
                })
                .unwrap_or_default(),
        }
    })
}

#[inline(never)]
fn ctas(it: &mut Object) -> Vec<Cta> {
    it.maybe("cta", |reader, tree, path| reader.list(tree, path, cta)).unwrap_or_default()
}

fn cta(reader: &mut Reader, tree: &Tree, path: &Trail) -> Cta {
    reader.object(tree, path, |it| Cta {
        label: it.text("label"),
        href: it.text("href"),
        primary: it.maybe_flag("primary"),
        same_tab: it.maybe_flag("sameTab").unwrap_or(false),
    })
}

#[inline(never)]
fn rule(reader: &mut Reader, tree: &Tree, path: &Trail) -> Rule {
    reader.object(tree, path, |it| Rule {
        when: it.needed("when", |reader, tree, path| condition(reader, tree, path)),
        reason: it.text("reason"),
    })
}

#[inline(never)]
fn condition(reader: &mut Reader, tree: &Tree, path: &Trail) -> Condition {
    let list = |reader: &mut Reader, tree: &Tree, path: &Trail| {
        reader.list(tree, path, |reader, tree, path| condition(reader, tree, path))
    };
    reader.object(tree, path, |it| Condition {
        card: it.maybe_text("card"),
        is: it.maybe_text("is"),
        any_of: it.texts("anyOf"),
        total: it.maybe_text("total"),
        at_least: it.maybe_number("atLeast"),
        at_most: it.maybe_number("atMost"),
        answered: it.maybe_flag("answered"),
        not: it.maybe("not", |reader, tree, path| condition(reader, tree, path)).map(Box::new),
        all: it.maybe("all", list),
        any: it.maybe("any", list),
    })
}

#[inline(never)]
fn group(reader: &mut Reader, tree: &Tree, path: &Trail) -> Group {
    reader.object(tree, path, |it| Group { id: it.text("id"), title: it.text("title") })
}

/// The address, the alternative text, and whether it is an icon.
#[inline(never)]
fn picture(it: &mut Object) -> (Option<String>, Option<String>, bool) {
    (it.maybe_text("image"), it.maybe_text("imageAlt"), it.maybe_flag("icon").unwrap_or(false))
}

#[inline(never)]
fn logo(it: &mut Object) -> Logo {
    Logo { image: it.text("image"), image_alt: it.maybe_text("imageAlt") }
}

fn card(reader: &mut Reader, tree: &Tree, path: &Trail) -> Card {
    reader.object(tree, path, |it| {
        let (image, image_alt, icon) = picture(it);
        Card {
            id: it.text("id"),
            kind: kind(it),
            prompt: it.text("prompt"),
            note: it.maybe_text("note"),
            image,
            image_alt,
            icon,
            required: it.maybe_flag("required").unwrap_or(true),
            options: it.maybe("options", |reader, tree, path| reader.list(tree, path, choice)),
            min: it.maybe_count("min"),
            max: it.maybe_count("max"),
            steps: it.maybe_count("steps"),
            low: it.maybe_text("low"),
            high: it.maybe_text("high"),
            labels: it.texts("labels"),
            group: it.maybe_text("group"),
            when: it.maybe("when", |reader, tree, path| condition(reader, tree, path)),
            first: it.maybe_flag("first").unwrap_or(false),
            tie_break: it.maybe_flag("tieBreak").unwrap_or(false),
            expect: it.maybe("expect", |reader, tree, path| expect(reader, tree, path)),
            chance: it.points("chance"),
            points: it.points("points"),
        }
    })
}

fn kind(it: &mut Object) -> CardKind {
    if !it.has("kind") {
        it.text("kind");
    }
    let kinds = [CardKind::Single, CardKind::Multiple, CardKind::Scale, CardKind::Swipe];
    it.word("kind", &["single", "multiple", "scale", "swipe"])
        .map_or(CardKind::Single, |word| kinds[word])
}

fn choice(reader: &mut Reader, tree: &Tree, path: &Trail) -> Choice {
    reader.object(tree, path, |it| {
        let (image, image_alt, icon) = picture(it);
        Choice {
            id: it.text("id"),
            label: it.text("label"),
            image,
            image_alt,
            icon,
            points: it.points("points").unwrap_or_default(),
            chance: it.points("chance").unwrap_or_default(),
            when: it.maybe("when", |reader, tree, path| condition(reader, tree, path)),
            last: it.maybe_flag("last").unwrap_or(false),
            exclusive: it.maybe_flag("exclusive").unwrap_or(false),
        }
    })
}

#[inline(never)]
fn asking(it: &mut Object) -> Asking {
    let order = it.word("order", &["fixed", "shuffled", "adaptive"]);
    let stop = it.word("stop", &["none", "certain", "confident"]);
    Asking {
        order: order.map_or_else(Order::default, |word| [Order::Fixed, Order::Shuffled, Order::Adaptive][word]),
        stop: stop.map_or_else(Stop::default, |word| [Stop::None, Stop::Certain, Stop::Confident][word]),
        confidence: it.maybe_number("confidence"),
        min: it.maybe_count("min"),
        max: it.maybe_count("max"),
        shuffle_options: it.maybe_flag("shuffleOptions").unwrap_or(false),
        auto_advance: it.maybe_flag("autoAdvance").unwrap_or(true),
    }
}

#[inline(never)]
fn calibration(it: &mut Object) -> Calibration {
    Calibration {
        answers: it.maybe_count("answers").unwrap_or(0),
        cards: it.needed("cards", |reader, tree, path| reader.entries(tree, path, habit)),
    }
}

#[inline(never)]
fn habit(reader: &mut Reader, tree: &Tree, path: &Trail) -> Habit {
    let numbers = |reader: &mut Reader, tree: &Tree, path: &Trail| reader.list(tree, path, number);
    reader.object(tree, path, |it| Habit {
        mean: it.needed("mean", numbers),
        factors: it.needed("factors", |reader, tree, path| {
            reader.list(tree, path, |reader, tree, path| reader.list(tree, path, number))
        }),
        noise: it.maybe_number("noise"),
    })
}

fn keep(it: &mut Object) -> Keep {
    let resume = it.word("resume", &["off", "session", "local"]);
    Keep {
        resume: resume.map_or_else(Resume::default, |word| [Resume::Off, Resume::Session, Resume::Local][word]),
        share: it.maybe_flag("share").unwrap_or(true),
    }
}

#[inline(never)]
fn filter(reader: &mut Reader, tree: &Tree, path: &Trail) -> Filter {
    reader.object(tree, path, |it| Filter {
        id: it.text("id"),
        title: it.text("title"),
        values: it.needed("values", |reader, tree, path| reader.list(tree, path, filter_value)),
    })
}

fn filter_value(reader: &mut Reader, tree: &Tree, path: &Trail) -> FilterValue {
    reader.object(tree, path, |it| FilterValue { id: it.text("id"), title: it.text("title") })
}
