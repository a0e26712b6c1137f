//! How a quiz looks.

/// Colours, shapes and fonts. A page's own CSS wins over all of them.
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Theme {
    /// A look to start from; every other field changes one thing about it. Default: `calm`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub preset: Preset,
    /// Light, dark, or as the visitor's system is. Default: `auto`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub mode: Mode,
    /// The one colour for buttons and marks, as `#rgb` or `#rrggbb`.
    pub accent: Option<String>,
    /// The background.
    pub surface: Option<String>,
    /// Text.
    pub ink: Option<String>,
    /// Text of less weight.
    pub soft: Option<String>,
    /// Borders, and the empty part of bars.
    pub line: Option<String>,
    /// The line that asks for an answer.
    pub alert: Option<String>,
    /// The same colours for dark screens.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub dark: Palette,
    /// How round the widget's corners are, in pixels, 0 to 40.
    pub radius: Option<u32>,
    /// How much room there is between things. Default: `normal`.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub density: Density,
    /// The font of all text, as in CSS: `Inter, sans-serif`. The page loads it. Default: the page's font.
    pub font: Option<String>,
    /// The font of headings. Default: that of all text.
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
    /// The one colour for buttons and marks.
    pub accent: Option<String>,
    /// The background.
    pub surface: Option<String>,
    /// Text.
    pub ink: Option<String>,
    /// Text of less weight.
    pub soft: Option<String>,
    /// Borders, and the empty part of bars.
    pub line: Option<String>,
    /// The line that asks for an answer.
    pub alert: Option<String>,
}

/// A look to start from.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Preset {
    /// Round corners, fine lines, a tint of the accent.
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
    /// As the visitor's system is.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How much room there is between things.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub enum Density {
    /// Four fifths of normal.
    Compact,
    #[default]
    /// The usual.
    Normal,
    /// A fifth more than normal.
    Roomy,
}
