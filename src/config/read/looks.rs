//! The fields of a theme. Not part of the widget: on pages, `embed/script/looks.js` reads the theme.

use super::Object;
use crate::config::model::{Density, Mode, Palette, Preset, Theme};

pub(super) fn theme(it: &mut Object) -> Theme {
    const PRESETS: [Preset; 4] = [Preset::Calm, Preset::Crisp, Preset::Soft, Preset::Bold];
    const MODES: [Mode; 3] = [Mode::Auto, Mode::Light, Mode::Dark];
    const DENSITIES: [Density; 3] = [Density::Compact, Density::Normal, Density::Roomy];
    let preset = it.word("preset", &["calm", "crisp", "soft", "bold"]);
    let mode = it.word("mode", &["auto", "light", "dark"]);
    let density = it.word("density", &["compact", "normal", "roomy"]);
    let Palette { accent, surface, ink, soft, line, alert } = palette(it);
    Theme {
        preset: preset.map_or_else(Preset::default, |word| PRESETS[word]),
        mode: mode.map_or_else(Mode::default, |word| MODES[word]),
        density: density.map_or_else(Density::default, |word| DENSITIES[word]),
        accent,
        surface,
        ink,
        soft,
        line,
        alert,
        dark: it.maybe("dark", |reader, tree, path| reader.object(tree, path, palette)).unwrap_or_default(),
        radius: it.maybe_count("radius"),
        font: it.maybe_text("font"),
        heading_font: it.maybe_text("headingFont"),
    }
}

fn palette(it: &mut Object) -> Palette {
    Palette {
        accent: it.maybe_text("accent"),
        surface: it.maybe_text("surface"),
        ink: it.maybe_text("ink"),
        soft: it.maybe_text("soft"),
        line: it.maybe_text("line"),
        alert: it.maybe_text("alert"),
    }
}
