//! Colours that are none, and text that can't be read. For authors: a visitor's page draws what it is given.

use super::Checker;
use crate::config::{
    Trail,
    colour::Colour,
    model::{Palette, Theme},
    problem::{Kind, Problem},
};

/// WCAG 2.2, 1.4.3: text on its ground.
const TEXT: f64 = 4.5;
/// How round a corner may be, in pixels.
const ROUND: i32 = 40;

/// The tokens of `styles/tokens.css`, for what a config leaves open.
const LIGHT: Usual =
    [("accent", "#3b5bdb"), ("surface", "#ffffff"), ("ink", "#1b1f29"), ("soft", "#5a6272"), ("alert", "#b3261e")];
const DARK: Usual =
    [("accent", "#3b5bdb"), ("surface", "#181b22"), ("ink", "#eceff4"), ("soft", "#a9b1bf"), ("alert", "#ffb4ab")];

type Usual = [(&'static str, &'static str); 5];

/// How much of the accent is in the ground of the intro, of picked answers and of the result's head.
const TINT: i32 = 10;

/// How light the accent may be as a mark or as text (`--cm-accent-l`).
fn dark_mark(light: f64) -> f64 {
    light.min(0.48)
}

fn light_mark(light: f64) -> f64 {
    light.max(0.74)
}

impl Checker<'_> {
    pub(super) fn theme(&mut self, path: &Trail, theme: &Theme) {
        let Theme { accent, surface, ink, soft, line, alert, dark, .. } = theme;
        self.palette(path, [accent, surface, ink, soft, line, alert], LIGHT, dark_mark);
        let Palette { accent: of_dark, surface, ink, soft, line, alert } = dark;
        // There is one accent, unless the dark has its own.
        let is_colour = accent.as_deref().is_some_and(|it| Colour::parse(it).is_some());
        let accent = if of_dark.is_none() && is_colour { accent } else { of_dark };
        self.palette(&path.key("dark"), [accent, surface, ink, soft, line, alert], DARK, light_mark);
        if let Some(radius) = theme.radius {
            self.range(&path.key("radius"), radius.into(), 0, ROUND);
        }
        self.maybe(&path.key("font"), theme.font.as_deref());
        self.maybe(&path.key("headingFont"), theme.heading_font.as_deref());
    }

    fn palette(&mut self, path: &Trail, colours: [&Option<String>; 6], usual: Usual, mark: fn(f64) -> f64) {
        const NAMES: [&str; 6] = ["accent", "surface", "ink", "soft", "line", "alert"];
        for (name, text) in NAMES.into_iter().zip(colours) {
            if let Some(text) = text.as_ref().filter(|text| Colour::parse(text).is_none()) {
                self.error(&path.key(name), Kind::BadColour { text: text.clone() });
            }
        }
        let own = |name: &str| NAMES.iter().position(|it| *it == name).and_then(|at| colours[at].as_deref());
        let drawn = |name: &str| {
            let usual = usual.iter().find(|(it, _)| *it == name).map_or("", |(_, colour)| colour);
            Colour::parse(own(name).unwrap_or(usual))
        };
        let (Some(surface), Some(accent)) = (drawn("surface"), drawn("accent")) else { return };
        let tint = accent.over(surface, TINT);
        for (name, grounds, by) in [
            ("ink", [surface, tint].as_slice(), ["ink", "surface", "accent"].as_slice()),
            ("soft", &[surface, tint], &["soft", "surface", "accent"]),
            ("alert", &[surface], &["alert", "surface"]),
            ("accent", &[surface, tint], &["accent", "surface"]),
        ] {
            // As it is drawn: the accent is made darker, or lighter, to be seen.
            let seen = |it: Colour| if name == "accent" { it.relit(mark) } else { it };
            let set = by.iter().any(|it| own(it).is_some());
            let Some(colour) = drawn(name).filter(|_| set) else { continue };
            let worst = grounds.iter().min_by(|a, b| seen(colour).contrast(**a).total_cmp(&seen(colour).contrast(**b)));
            let Some(ground) = worst.filter(|ground| seen(colour).contrast(**ground) < TEXT) else { continue };
            let better = colour.nearest(|it| grounds.iter().all(|ground| seen(it).contrast(*ground) >= TEXT));
            let kind = Kind::LowContrast { ground: *ground, contrast: seen(colour).contrast(*ground), better };
            self.problems.push(Problem::warning(path.key(name).path(), kind));
        }
    }
}
