//! The colours of each preset, for values that a config leaves out: those of `styles/tokens.css` and of
//! `embed/script/looks.js`, which browsers read.

use crate::config::model::Preset;

/// The colours that a config can set.
pub(super) const NAMES: [&str; 6] = ["accent", "surface", "ink", "soft", "line", "alert"];

/// One colour each.
pub(super) type Palette = [&'static str; 6];

const LIGHT: Palette = ["#3b5bdb", "#ffffff", "#1b1f29", "#5a6272", "#dde1e9", "#b3261e"];
const DARK: Palette = ["#3b5bdb", "#181b22", "#eceff4", "#a9b1bf", "#363c48", "#ffb4ab"];

/// The default colours.
pub(super) fn usual(preset: Preset, dark: bool) -> Palette {
    let [accent, surface, ink, soft, line, alert] = if dark { DARK } else { LIGHT };
    match (preset, dark) {
        (Preset::Crisp, false) => [accent, surface, ink, soft, "#767d8a", alert],
        (Preset::Crisp, true) => [accent, surface, ink, soft, "#7d8696", alert],
        (Preset::Soft, false) => [accent, "#f6f4fb", ink, "#5d5870", "#d9d4e6", alert],
        (Preset::Soft, true) => [accent, "#1d1a26", ink, "#b3adc4", "#3b3549", alert],
        (Preset::Calm | Preset::Bold, _) => [accent, surface, ink, soft, line, alert],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::colour::Colour;

    const TOKENS: &str = include_str!("../../../styles/tokens.css");
    const LOOKS: &str = include_str!("../../embed/script/looks.js");

    fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
        text.split(from).nth(1)?.split(to).next()
    }

    /// The value of a token in a block of CSS, or in an object of the script.
    fn token(block: &str, name: &str) -> Option<Colour> {
        let rest = block
            .split(&format!("--cm-{name}"))
            .find_map(|rest| rest.trim_start_matches('"').strip_prefix(": "));
        let value = rest?.trim_start_matches('"').split([';', '"']).next()?;
        Some(Colour::parse(value).unwrap_or_else(|| panic!("--cm-{name}: `{value}`")))
    }

    #[test]
    fn as_the_sheet_and_the_script_have_them() {
        let sheets = [":host {", ":host(.dark) {"].map(|mark| between(TOKENS, mark, "\n}").expect("a block"));
        let scripts =
            ["const PRESETS = {", "const DARK = {"].map(|mark| between(LOOKS, mark, "\n};").expect("a table"));
        for (name, preset) in
            [("calm", Preset::Calm), ("crisp", Preset::Crisp), ("soft", Preset::Soft), ("bold", Preset::Bold)]
        {
            for dark in [false, true] {
                let own = between(scripts[usize::from(dark)], &format!("{name}: {{"), "}").unwrap_or_default();
                for (token_name, usual) in NAMES.into_iter().zip(usual(preset, dark)) {
                    let below = || token(sheets[usize::from(dark)], token_name).or(token(sheets[0], token_name));
                    let drawn = token(own, token_name).or_else(below);
                    assert_eq!(drawn, Colour::parse(usual), "{name}, dark: {dark}, {token_name}");
                }
            }
        }
        for script in scripts {
            let known = ["calm", "crisp", "soft", "bold"];
            let names = script.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(": {"));
            assert!(names.clone().count() > 0 && names.map(|it| it.0).all(|it| known.contains(&it)), "{script}");
        }
    }
}
