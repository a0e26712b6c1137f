//! The contrast of a theme's colours.

use career_matcher::config::{Audience, load};

#[test]
fn every_pair_that_is_drawn_can_be_read() {
    let told = |theme: &str| {
        let text = format!(
            r#"{{ "version": 1, "title": "Q", "careers": [{{ "id": "a", "title": "A" }}], "theme": {theme}, "cards": [{{ "id": "x",
            "kind": "swipe", "prompt": "P", "points": {{ "a": 1 }} }}] }}"#
        );
        let loaded = load(&text, Audience::Author).expect("contrast is a warning");
        loaded.warnings.iter().map(|it| it.path.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(told(r##"{ "accent": "#ffdd00" }"##), "", "light accents are made darker where they are marks");
    assert_eq!(told(r##"{ "surface": "#888888" }"##), "theme.ink theme.soft theme.alert theme.accent");
    assert_eq!(told(r##"{ "soft": "#757575" }"##), "theme.soft", "fine on white, but not on the tint");
    assert_eq!(
        told(r##"{ "dark": { "surface": "#777777" } }"##),
        "theme.dark.surface",
        "no light accent can be read on it"
    );
    assert_eq!(told(r##"{ "soft": "#7f7a93" }"##), "theme.soft");
    assert_eq!(told(r##"{ "preset": "soft", "accent": "#3b5bdb" }"##), "", "the preset's own colours can be read");
    assert_eq!(told(r##"{ "dark": { "ink": "#898989" } }"##), "", "fine on the usual dark");
    assert_eq!(
        told(r##"{ "preset": "soft", "dark": { "ink": "#898989" } }"##),
        "theme.dark.ink",
        "but not on this one's"
    );
}
