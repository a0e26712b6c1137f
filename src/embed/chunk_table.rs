//! The chunks of the wasm and the modules of the script: the entries of each chunk, and which quizzes need it.
//!
//! This is their only description. It has three readers: the embedding (`chunks.rs`), the splitter (`tools/split.rs`)
//! and, through the build, the script (`script/chunks.js`).

/// The result and everything that only the result needs.
pub const RESULT: &str = "result";
/// What plain quizzes do not need: other models, conditions, filters, and reading the config of an adaptive quiz.
pub const EXTRA: &str = "extra";
/// Other languages, Markdown and placeholders.
pub const TEXTS: &str = "texts";
/// Item selection and stopping rules.
pub const ADAPTIVE: &str = "adaptive";
/// The messages about mistakes in a config.
pub const FAULTS: &str = "faults";

/// Fields that can't be read without [`EXTRA`], at any depth of a config. A `model` other than `points` needs it too.
pub const EXTRA_FIELDS: [&str; 16] = [
    "logo",
    "axes",
    "ties",
    "tieCareer",
    "flow",
    "calibration",
    "filters",
    "links",
    "result",
    "when",
    "require",
    "exclude",
    "traits",
    "groups",
    "expect",
    "chance",
];

/// JavaScript regular expressions that search the text of a quiz. A match makes the script load a module or a chunk
/// before the first card, or sets the direction of the text.
pub const ASKS: [(&str, &str); 5] = [
    ("looks", r#""(theme|image|shortcuts)""#),
    ("speech", r#""(locales|words|links)"|\{\s*(param|field)|"language"\s*:\s*"(?!en\b)"#),
    ("drag", r#""swipe""#),
    ("texts", r"\{\s*(param|field)"),
    ("language", r#""language""#),
];

/// Each chunk and its entries: the paths of the functions that lead into it. An entry is `#[inline(never)]`. Functions
/// that only entries call go into the chunk too.
pub const ENTRIES: [(&str, &[&str]); 5] = [
    (
        RESULT,
        &[
            "career_matcher::embed::follow_link",
            "career_matcher::embed::persistence::find",
            "career_matcher::embed::persistence::save",
            "career_matcher::embed::persistence::address",
            "career_matcher::widget::career_matcher::now_first",
            "career_matcher::widget::screens::outcome::view_outcome",
            "<career_matcher::widget::words::table::Locale>::lost",
            "<career_matcher::widget::words::table::Locale>::shared",
        ],
    ),
    (FAULTS, &["<career_matcher::embed::fault::Fault>::new"]),
    (
        TEXTS,
        &[
            "career_matcher::config::locale::localise",
            "career_matcher::embed::told_by_page",
            "career_matcher::quiz::interpolation::interpolated",
            "career_matcher::widget::components::rich::view_rich",
            "career_matcher::widget::words::table::said_by_page",
        ],
    ),
    (
        ADAPTIVE,
        &[
            "<career_matcher::adaptive::Planner>::confidence",
            "<career_matcher::adaptive::Planner>::expected",
            "<career_matcher::adaptive::Planner>::new",
            "<career_matcher::adaptive::Planner>::next",
            "<career_matcher::matcher::models::Matcher>::expecting",
            "<career_matcher::matcher::models::Matcher>::is_certain",
        ],
    ),
    (
        EXTRA,
        &[
            "career_matcher::embed::go_to",
            "career_matcher::config::read::matching::a_trait",
            "career_matcher::config::read::structs::asking",
            "career_matcher::config::read::matching::axis",
            "career_matcher::config::read::structs::calibration",
            "career_matcher::config::read::structs::condition",
            "career_matcher::config::read::matching::expect",
            "career_matcher::config::read::structs::filter",
            "career_matcher::config::read::structs::group",
            "career_matcher::config::read::structs::habit",
            "career_matcher::config::read::structs::logo",
            "career_matcher::config::read::outcome::links",
            "career_matcher::config::read::outcome::result_page",
            "career_matcher::config::read::structs::rule",
            "<career_matcher::config::read::Object>::words",
            "<career_matcher::config::check::Checker>::asking",
            "<career_matcher::config::check::Checker>::axes",
            "career_matcher::config::check::axes::add_types",
            "<career_matcher::config::check::Checker>::condition",
            "<career_matcher::config::check::Checker>::expects",
            "<career_matcher::config::check::Checker>::groups",
            "<career_matcher::config::check::Checker>::logo",
            "<career_matcher::config::check::Checker>::matching",
            "<career_matcher::config::check::Checker>::rules",
            "<career_matcher::config::check::Checker>::some_chances",
            "<career_matcher::config::check::Checker>::tie_career",
            "<career_matcher::config::check::Checker>::traits",
            "<career_matcher::config::check::Checker>::calibration",
            "<career_matcher::config::check::Checker>::filter_values",
            "<career_matcher::config::check::Checker>::filters",
            "<career_matcher::matcher::flow::CompiledCard>::choices",
            "<career_matcher::matcher::models::traits::Profiles>::shares",
            "career_matcher::matcher::flow::holds",
            "career_matcher::matcher::compile::tell_apart",
            "<career_matcher::matcher::models::Matcher>::settle",
            "career_matcher::matcher::models::bayes::compile",
            "career_matcher::matcher::models::bayes::posterior",
            "career_matcher::matcher::models::points::random_baseline",
            "career_matcher::matcher::models::traits::compile",
            "career_matcher::matcher::paths::most",
            "career_matcher::quiz::state::mix",
        ],
    ),
];
