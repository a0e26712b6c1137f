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
const LIGHT: [(&str, &str); 4] =
    [("surface", "#ffffff"), ("ink", "#1b1f29"), ("soft", "#5a6272"), ("alert", "#b3261e")];
const DARK: [(&str, &str); 4] = [("surface", "#181b22"), ("ink", "#eceff4"), ("soft", "#a9b1bf"), ("alert", "#ffb4ab")];

impl Checker<'_> {
    pub(super) fn theme(&mut self, path: &Trail, theme: &Theme) {
        let Theme { accent, surface, ink, soft, line, alert, dark, .. } = theme;
        self.palette(path, [accent, surface, ink, soft, line, alert], LIGHT);
        let Palette { accent, surface, ink, soft, line, alert } = dark;
        self.palette(&path.key("dark"), [accent, surface, ink, soft, line, alert], DARK);
        if let Some(radius) = theme.radius {
            self.range(&path.key("radius"), radius.into(), 0, ROUND);
        }
        self.maybe(&path.key("font"), theme.font.as_deref());
        self.maybe(&path.key("headingFont"), theme.heading_font.as_deref());
    }

    fn palette(&mut self, path: &Trail, colours: [&Option<String>; 6], usual: [(&'static str, &str); 4]) {
        const NAMES: [&str; 6] = ["accent", "surface", "ink", "soft", "line", "alert"];
        for (name, text) in NAMES.into_iter().zip(colours) {
            if let Some(text) = text.as_ref().filter(|text| Colour::parse(text).is_none()) {
                self.error(&path.key(name), Kind::BadColour { text: text.clone() });
            }
        }
        let own = |name: &str| NAMES.iter().position(|it| *it == name).and_then(|at| colours[at].as_deref());
        let drawn = usual.map(|(name, colour)| (name, Colour::parse(own(name).unwrap_or(colour))));
        let Some(surface) = drawn[0].1 else { return };
        for (name, colour) in &drawn[1..] {
            let set = own(name).is_some() || own("surface").is_some();
            let Some(colour) = colour.filter(|colour| set && colour.contrast(surface) < TEXT) else { continue };
            let better = colour.readable_on(surface, TEXT);
            let kind = Kind::LowContrast { ground: surface, contrast: colour.contrast(surface), better };
            self.problems.push(Problem::warning(path.key(name).path(), kind));
        }
    }
}
