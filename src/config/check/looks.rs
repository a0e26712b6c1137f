//! Invalid colours and fonts, and unreadable text. Only for authors: on a page, the widget draws what it gets.

#[cfg(feature = "authors")]
use super::fonts::is_font;
use super::{
    Checker,
    presets::{NAMES, usual},
};
#[cfg(feature = "authors")]
use crate::config::Finding;
use crate::config::{
    Trail,
    colour::Colour,
    model::{self, Theme},
    problem::{Kind, Problem},
};

/// WCAG 2.2, 1.4.3: text on its background.
const TEXT: f64 = 4.5;
/// The maximum radius of a corner, in pixels.
const ROUND: i32 = 40;

/// The percentage of the accent in the background of the intro, of selected answers and of the result's head.
const TINT: i32 = 10;

/// The lightness of the accent as a mark or as text (`--cm-accent-l`).
fn dark_mark(light: f64) -> f64 {
    light.min(0.48)
}

fn light_mark(light: f64) -> f64 {
    light.max(0.74)
}

impl Checker<'_> {
    pub(super) fn theme(&mut self, path: &Trail, theme: &Theme) {
        let Theme { preset, accent, surface, ink, soft, line, alert, dark, .. } = theme;
        self.palette(path, [accent, surface, ink, soft, line, alert], usual(*preset, false), dark_mark);
        let model::Palette { accent: of_dark, surface, ink, soft, line, alert } = dark;
        // There is one accent, unless dark mode has its own.
        let is_colour = accent.as_deref().is_some_and(|it| Colour::parse(it).is_some());
        let accent = if of_dark.is_none() && is_colour { accent } else { of_dark };
        let path_of_dark = path.key("dark");
        self.palette(&path_of_dark, [accent, surface, ink, soft, line, alert], usual(*preset, true), light_mark);
        if let Some(radius) = theme.radius {
            self.range(&path.key("radius"), radius.into(), 0, ROUND);
        }
        for (field, font) in [("font", &theme.font), ("headingFont", &theme.heading_font)] {
            let font = font.as_deref();
            self.maybe(&path.key(field), font);
            #[cfg(feature = "authors")]
            if let Some(text) = font.filter(|it| !it.trim_ascii().is_empty() && !is_font(it)) {
                let finding = Finding::BadFont { text: text.to_owned() };
                self.problems.push(Problem::warning(path.key(field).path(), Kind::Found(finding)));
            }
        }
    }

    fn palette(&mut self, path: &Trail, own: [&Option<String>; 6], usual: [&str; 6], mark: fn(f64) -> f64) {
        for (name, text) in NAMES.into_iter().zip(own) {
            if let Some(text) = text.as_ref().filter(|text| Colour::parse(text).is_none()) {
                self.error(&path.key(name), Kind::BadColour { text: text.clone() });
            }
        }
        let colours = [0, 1, 2, 3, 4, 5].map(|at| Colour::parse(own[at].as_deref().unwrap_or(usual[at])));
        let [Some(accent), Some(surface), ink, soft, _, alert] = colours else { return };
        let ground = Ground { surface, accent, mark };
        let set = own.map(|it| it.is_some());
        let [accent_set, surface_set, ink_set, soft_set, _, alert_set] = set;
        let ground_set = surface_set || accent_set;
        // Colours that the author did not influence are not checked.
        let drawn = [
            ("ink", ink, ink_set || ground_set),
            ("soft", soft, soft_set || ground_set),
            ("alert", alert, alert_set || surface_set),
            ("accent", Some(accent), ground_set),
        ];
        let mut problems = Vec::new();
        for (name, colour, _) in drawn.into_iter().filter(|(.., set)| *set) {
            let Some(colour) = colour else { continue };
            let (below, contrast) = ground.worst(name, colour);
            if contrast >= TEXT {
                continue;
            }
            let better = ground.nearest(name, colour);
            if better.is_none() {
                // In this case the surface must change; other contrast problems on it are not reported.
                let best = ground.best(name, colour);
                let better = surface.nearest(|surface| Ground { surface, ..ground }.carries_all());
                let kind = Kind::GreySurface { what: name, contrast: best, better };
                return self.problems.push(Problem::warning(path.key("surface").path(), kind));
            }
            let kind = Kind::LowContrast { ground: below, contrast, better };
            problems.push(Problem::warning(path.key(name).path(), kind));
        }
        self.problems.extend(problems);
    }
}

/// The background of text and marks.
#[derive(Clone, Copy)]
struct Ground {
    surface: Colour,
    accent: Colour,
    mark: fn(f64) -> f64,
}

impl Ground {
    /// The background on which a colour has the lowest contrast, and that contrast. As drawn: the accent is made darker
    /// or lighter to be visible, and it tints its own background.
    fn worst(&self, name: &str, colour: Colour) -> (Colour, f64) {
        let seen = if name == "accent" { colour.relit(self.mark) } else { colour };
        let accent = if name == "accent" { colour } else { self.accent };
        let tint = if name == "alert" { self.surface } else { accent.over(self.surface, TINT) };
        let [plain, tinted] = [self.surface, tint].map(|it| (it, seen.contrast(it)));
        if tinted.1 < plain.1 { tinted } else { plain }
    }

    fn nearest(&self, name: &str, colour: Colour) -> Option<Colour> {
        colour.nearest(|it| self.worst(name, it).1 >= TEXT)
    }

    /// The highest contrast that any colour can have here.
    fn best(&self, name: &str, colour: Colour) -> f64 {
        [colour, Colour::BLACK, Colour::WHITE]
            .map(|it| self.worst(name, it).1)
            .into_iter()
            .fold(0.0, f64::max)
    }

    /// Whether a readable colour exists for everything.
    fn carries_all(&self) -> bool {
        ["ink", "alert", "accent"].into_iter().all(|name| self.best(name, self.accent) >= TEXT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::model::Preset;

    #[test]
    fn every_preset_can_be_read() {
        for preset in [Preset::Calm, Preset::Crisp, Preset::Soft, Preset::Bold] {
            for (dark, mark) in [(false, dark_mark as fn(f64) -> f64), (true, light_mark)] {
                let usual = usual(preset, dark).map(|it| Colour::parse(it).expect("a colour"));
                let [accent, surface, ink, soft, _, alert] = usual;
                let ground = Ground { surface, accent, mark };
                for (name, colour) in [("ink", ink), ("soft", soft), ("alert", alert), ("accent", accent)] {
                    let (below, contrast) = ground.worst(name, colour);
                    assert!(contrast >= TEXT, "{preset:?}, dark: {dark}: {name} on {below}: {contrast}");
                }
            }
        }
    }
}
