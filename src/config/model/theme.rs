//! How a quiz looks.

/// Colours, shapes and fonts. The page's own CSS overrides them.
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Theme {
    /// The base look; every other field changes one aspect of it. Default: `calm`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub preset: Preset,
    /// Light, dark, or the visitor's system setting. Default: `auto`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub mode: Mode,
    /// The colour of buttons and marks, as `#rgb` or `#rrggbb`.
    pub accent: Option<String>,
    /// The background.
    pub surface: Option<String>,
    /// Text.
    pub ink: Option<String>,
    /// Secondary text.
    pub soft: Option<String>,
    /// Borders, and the empty part of bars.
    pub line: Option<String>,
    /// The message that asks for an answer.
    pub alert: Option<String>,
    /// The same colours for dark screens.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub dark: Palette,
    /// The radius of the widget's corners in pixels, 0 to 40.
    pub radius: Option<u32>,
    /// The amount of space between elements. Default: `normal`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub density: Density,
    /// The font of all text, as in CSS: `Inter, sans-serif`. The page must load it. Default: the page's font.
    pub font: Option<String>,
    /// The font of headings. Default: the font of all text.
    pub heading_font: Option<String>,
}

/// Colours for dark screens, each as `#rgb` or `#rrggbb`.
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Palette {
    /// The colour of buttons and marks.
    pub accent: Option<String>,
    /// The background.
    pub surface: Option<String>,
    /// Text.
    pub ink: Option<String>,
    /// Secondary text.
    pub soft: Option<String>,
    /// Borders, and the empty part of bars.
    pub line: Option<String>,
    /// The message that asks for an answer.
    pub alert: Option<String>,
}

/// The base look.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Preset {
    /// Round corners, thin lines, a tint of the accent colour.
    #[default]
    Calm,
    /// Square corners and strong lines.
    Crisp,
    /// Very round, on a tinted surface.
    Soft,
    /// Large headings and thick marks.
    Bold,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Mode {
    /// The visitor's system setting.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// The amount of space between elements.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Density {
    /// 80 % of the normal space.
    Compact,
    #[default]
    /// The normal space.
    Normal,
    /// 120 % of the normal space.
    Roomy,
}
