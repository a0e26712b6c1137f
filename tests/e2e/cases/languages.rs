//! A quiz in several languages and with an author's own texts: the chosen language, the files loaded for it, and its
//! direction. Also what else a config says about texts, flow, result and links.

use std::fs;

use serde_json::{Value, json};

use super::Case;
use crate::{
    host,
    page::Page,
    server::Folder,
    spot::{choice, inside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("languages::everything_in_english", everything_in_english),
        Case::new("languages::everything_in_arabic", everything_in_arabic),
        Case::new("languages::the_choice", the_choice),
        Case::new("languages::a_file_of_its_own", a_file_of_its_own),
        Case::new("languages::only_what_is_spoken_is_fetched", only_what_is_spoken_is_fetched),
        Case::new("languages::titles_are_no_markdown", titles_are_no_markdown),
        Case::new("languages::neither_percent_nor_tier", neither_percent_nor_tier),
        Case::new("languages::a_page_that_is_switched", a_page_that_is_switched),
    ]
}

/// A page with the example that has every field, and its pictures.
fn put_everything<'a>(page: &Page<'a>, attributes: &str) -> Folder<'a> {
    let folder = page.folder();
    let quiz = fs::read_to_string("examples/everything.json").expect("the example is there");
    folder.put("everything.json", quiz);
    for name in ["museum", "frame", "brush"] {
        let picture = fs::read_to_string(format!("examples/images/{name}.svg")).expect("the picture is there");
        folder.put(&format!("images/{name}.svg"), picture);
    }
    let element = format!(r#"<career-matcher config="everything.json" {attributes}></career-matcher>"#);
    folder.put("index.html", host::with(&element));
    folder
}

/// Plays the example with the answers that lead to the first career without a tie.
fn play_everything(page: &Page) {
    let pick = |at: usize| {
        page.run(&format!(
            "document.querySelector('career-matcher').shadowRoot.querySelectorAll('.cm-choice input')[{at}].click()"
        ));
        page.answered();
    };
    page.click(inside("button[type=submit]"));
    page.wait("the first card", "__words({ widget: 0, selector: '.cm-prompt', text: null }).length");
    for card in ["room", "objects", "talk", "evening", "dust"] {
        page.wait(card, &format!("document.querySelector('career-matcher').getState()?.card == '{card}'"));
        match card {
            "room" | "objects" | "dust" => {
                let wanted = match card {
                    "room" => "children",
                    "objects" => "drawing",
                    _ => "yes",
                };
                pick(shown(page, wanted));
                page.click(inside(".cm-next"));
            }
            "talk" => {
                pick(4);
                page.click(inside(".cm-next"));
            }
            _ => {
                pick(0);
                page.click(inside(".cm-next"));
            }
        }
    }
    page.arrive_at_result();
}

/// The position of an option among shuffled ones: by its label in either language.
fn shown(page: &Page, id: &str) -> usize {
    let words: &[&str] = match id {
        "children" => &["The corner with the crayons", "ركن أقلام التلوين"],
        "drawing" => &["A child's drawing of a mummy", "رسم طفل لمومياء"],
        _ => &["Yes", "نعم"],
    };
    let all = page.texts(inside(".cm-choice .cm-label"));
    all.iter()
        .position(|it| words.contains(&it.trim()))
        .unwrap_or_else(|| panic!("{id} is not in {all:?}"))
}

fn hrefs(page: &Page, selector: &str) -> Vec<String> {
    let all = page.eval(&format!(
        "__all({{ widget: 0, selector: '{selector}', text: null }}).map((it) => it.getAttribute('href'))"
    ));
    serde_json::from_value(all).expect("addresses")
}

fn everything_in_english(page: &Page) {
    let folder = put_everything(page, r#"lang="en" data-field-name="Bo""#);
    page.open(&folder.path("index.html"));
    page.ready();
    page.run("sessionStorage.clear()");
    page.open(&folder.path("index.html?name=Ada+%3Cb%3E&utm_campaign=spring&utm_term=no"));
    page.ready();
    assert_eq!(page.text(inside("h2")), "Behind the glass");
    assert_eq!(page.texts(inside(".cm-rich strong")), ["more jobs than rooms"]);
    assert_eq!(page.count(inside(".cm-rich li")), 4);
    assert_eq!(page.texts(inside(".cm-rich a")), ["how we match"]);
    assert_eq!(page.text(inside("button[type=submit]")), "Come in");
    page.click(inside("button[type=submit]"));
    page.wait_text(inside(".cm-prompt"), "Which room of a museum do you stay in longest, Bo?");
    assert_eq!(page.count(inside("img[alt='A museum with four columns and a flag.'][loading=lazy]")), 1);
    let last = page.texts(inside(".cm-choice .cm-label")).pop();
    assert_eq!(last.as_deref().map(str::trim), Some("The café"), "it stays last though options are mixed");
    // Without automatic continuation, a click only selects.
    let at = shown(page, "children");
    page.run(&format!(
        "document.querySelector('career-matcher').shadowRoot.querySelectorAll('.cm-choice input')[{at}].click()"
    ));
    page.answered();
    assert_eq!(page.text(inside(".cm-next")), "Go on");
    assert_eq!(page.eval("document.querySelector('career-matcher').getState().card"), json!("room"));
    page.run("document.querySelector('career-matcher').restart()");
    page.wait_text(inside("button[type=submit]"), "Come in");
    play_everything(page);
    assert_eq!(page.text(inside(".cm-winner .cm-title")), "Educator");
    let outcome = page.text(inside(".cm-outcome"));
    assert!(outcome.contains("by a") && !outcome.contains('%') && !outcome.contains('{'), "{outcome}");
    assert!(page.count(inside(".cm-other")) <= 2, "no more than the config asks for");
    let all = hrefs(page, "a.cm-button");
    let first = "https://museum.example/tours?utm_source=quiz&utm_content=educator&utm_campaign=spring&name=Bo";
    assert!(all.contains(&first.to_owned()), "{all:?}");
    assert!(all.contains(&first.replace("/tours?", "/jobs?")), "{all:?}");
    assert_eq!(page.texts(inside(".cm-outcome .cm-small strong")), ["not"]);
    page.leave();
    assert_eq!(page.lines("error"), [""; 0]);
    assert_eq!(page.lines("warn"), [""; 0]);
}

fn everything_in_arabic(page: &Page) {
    let folder = put_everything(page, r#"lang="ar""#);
    page.open(&folder.path("index.html"));
    page.ready();
    // The example keeps answers for the tab, in any language.
    page.run("sessionStorage.clear()");
    page.open(&folder.path("index.html?again"));
    page.ready();
    assert_eq!(page.text(inside("h2")), "خلف الزجاج");
    assert_eq!(
        page.eval(
            "getComputedStyle(document.querySelector('career-matcher').shadowRoot.querySelector('.cm')).direction"
        ),
        json!("rtl")
    );
    assert_eq!(
        page.eval("document.querySelector('career-matcher').shadowRoot.querySelector('.cm').lang"),
        json!("ar")
    );
    play_everything(page);
    assert_eq!(page.text(inside(".cm-winner .cm-title")), "المرشد");
    let outcome = page.text(inside(".cm-outcome"));
    let latin: Vec<_> = outcome.split(|it: char| !it.is_ascii_alphabetic()).filter(|it| it.len() > 2).collect();
    assert_eq!(latin, [""; 0], "nothing is left in another language: {outcome}");
    assert!(hrefs(page, "a.cm-button").iter().any(|it| it.starts_with("https://museum.example/ar/jobs?")));
    page.leave();
    assert_eq!(page.lines("error"), [""; 0]);
}

/// A quiz in English, German and Hebrew.
fn several() -> Value {
    json!({
        "version": 1, "language": "en", "title": "Quiz", "intro": { "show": "off" },
        "careers": [{ "id": "a", "title": "Baker" }, { "id": "b", "title": "Diver" }],
        "cards": [{ "id": "when", "kind": "single", "prompt": "When?", "options": [
            { "id": "x", "label": "Early", "points": { "a": 1 } }, { "id": "y", "label": "Late", "points": { "b": 1 } },
        ] }],
        "locales": {
            "de": { "cards": { "when": { "prompt": "Wann?" } } },
            "he": { "cards": { "when": { "prompt": "מתי?" } } },
        },
    })
}

fn the_choice(page: &Page) {
    const CASES: [(&str, &str, &str, &str); 6] = [
        (r#"lang="de""#, "he", "Wann?", "ltr"),
        (r#"lang="de-CH""#, "en", "Wann?", "ltr"),
        ("", "he", "מתי?", "rtl"),
        (r#"lang="fr""#, "de", "Wann?", "ltr"),
        (r#"lang="en""#, "de", "When?", "ltr"),
        ("", "en", "When?", "ltr"),
    ];
    for (attribute, of_page, prompt, dir) in CASES {
        let element = format!(
            r#"<career-matcher {attribute}><script type="application/json">{}</script></career-matcher>"#,
            several()
        );
        page.open_html(host::with(&element).replace(r#"<html lang="en">"#, &format!(r#"<html lang="{of_page}">"#)));
        page.ready();
        assert_eq!(page.text(inside(".cm-prompt")), prompt, "{attribute} on a page in {of_page}");
        let runs = page.eval(
            "getComputedStyle(document.querySelector('career-matcher').shadowRoot.querySelector('.cm')).direction",
        );
        assert_eq!(runs, json!(dir), "{prompt}");
        // Untranslated texts stay.
        assert_eq!(page.texts(inside(".cm-choice")), ["Early", "Late"]);
    }
    // If the page has no language, the browser's applies.
    for (browser, prompt) in [(r#"["fr", "he-IL", "de"]"#, "מתי?"), (r#"["fr"]"#, "When?")] {
        let set = format!(
            "<script>Object.defineProperty(navigator, 'languages', {{ value: {browser}, configurable: true }})</script>"
        );
        let element =
            format!(r#"<career-matcher><script type="application/json">{}</script></career-matcher>"#, several());
        let silent = host::page(&[&set, host::SCRIPT].concat(), &element).replace(r#"<html lang="en">"#, "<html>");
        page.open_html(silent);
        page.ready();
        assert_eq!(page.text(inside(".cm-prompt")), prompt, "in a browser of {browser}");
        page.run("delete navigator.languages");
    }
}

fn a_file_of_its_own(page: &Page) {
    let folder = page.folder();
    let mut quiz = several();
    quiz["locales"] = json!({ "de": "words/quiz.de.json", "fr": "nowhere.json" });
    folder.put("quiz.json", quiz.to_string());
    folder.put(
        "words/quiz.de.json",
        r#"{ "cards": { "when": { "prompt": "Wann?", "options": { "x": { "label": "Früh" } } } } }"#,
    );
    for (lang, prompt) in [("de", "Wann?"), ("fr", "When?"), ("en", "When?")] {
        folder.put(
            "index.html",
            host::with(&format!(r#"<career-matcher config="quiz.json" lang="{lang}"></career-matcher>"#)),
        );
        page.open(&folder.path(&format!("index.html?{lang}")));
        page.ready();
        assert_eq!(page.text(inside(".cm-prompt")), prompt);
        let warned = page.lines("warn");
        assert_eq!(warned.len(), usize::from(lang == "fr"), "{warned:?}");
        assert!(warned.iter().all(|it| it.starts_with("career-matcher [language-unreachable] ")), "{warned:?}");
    }
    assert_eq!(folder.asked("words/quiz.de.json"), 1, "only who speaks it asks for it");
}

fn only_what_is_spoken_is_fetched(page: &Page) {
    const WORDS: &str = "performance.getEntriesByType('resource').map((it) => it.name).filter((it) => /-(words|speech)-/.test(it)).length";
    let mut plain = several();
    plain.as_object_mut().expect("an object").remove("locales");
    for (lang, quiz, files) in [("en", plain, 0), ("en", several(), 1), ("de", several(), 2)] {
        let element = format!(
            r#"<career-matcher lang="{lang}"><script type="application/json">{quiz}</script></career-matcher>"#
        );
        page.open_html(host::with(&element));
        page.ready();
        page.click(inside(".cm-choice"));
        page.arrive_at_result();
        let fetched = page.eval(WORDS);
        assert_eq!(fetched, json!(files), "{lang}");
        if lang == "de" {
            assert!(page.text(inside(".cm-outcome")).contains("Das Ergebnis zeigt"), "the widget's own words");
        }
    }
}

/// Markdown in short texts and in values from outside stays plain text.
fn titles_are_no_markdown(page: &Page) {
    let mut quiz = several();
    quiz["cards"][0]["prompt"] = json!("**When**, {param:who|you}?");
    quiz["cards"][0]["note"] = json!("*Soon*, [{param:who|you}](/here)");
    let element =
        format!(r#"<career-matcher lang="en"><script type="application/json">{quiz}</script></career-matcher>"#);
    let folder = page.folder();
    folder.put("index.html", host::with(&element));
    page.open(&folder.path("index.html?who=**Ada**"));
    page.ready();
    assert_eq!(page.text(inside(".cm-prompt")), "**When**, Ada?");
    assert_eq!(page.texts(inside(".cm-question em")), ["Soon"]);
    assert_eq!(page.texts(inside(".cm-question a[rel~=noopener]")), ["Ada"]);
}

fn neither_percent_nor_tier(page: &Page) {
    let mut quiz = several();
    quiz["locales"] = json!({});
    quiz["result"] = json!({ "matches": "none", "sections": ["others"], "others": 1 });
    page.open_html(host::with(&format!(
        r#"<career-matcher><script type="application/json">{quiz}</script></career-matcher>"#
    )));
    page.ready();
    page.click(choice("Early"));
    page.arrive_at_result();
    let outcome = page.text(inside(".cm-outcome"));
    assert!(!outcome.contains('%') && outcome.contains("Baker") && outcome.contains("Diver"), "{outcome}");
    assert_eq!(page.count(inside(".cm-keep, .cm-edit")), 0, "only what the config lists");
}

/// If a page changes its language, the quiz follows and keeps the answers; a quiz with one language does not change.
fn a_page_that_is_switched(page: &Page) {
    let card = |id: &str, prompt: &str| {
        let option = |id: &str| json!({ "id": id, "label": id, "points": { "a": 1 } });
        json!({ "id": id, "kind": "multiple", "prompt": prompt, "options": [option("x"), option("y")] })
    };
    let quiz = json!({
        "version": 1, "title": "A quiz", "intro": { "show": "off" },
        "careers": [{ "id": "a", "title": "A" }, { "id": "b", "title": "B" }],
        "cards": [card("one", "One?"), card("two", "Two?")],
    });
    let mut both = quiz.clone();
    both["locales"] = json!({ "de": { "cards": { "one": { "prompt": "Eins?" }, "two": { "prompt": "Zwei?" } } } });
    let element =
        |quiz: &Value| format!(r#"<career-matcher><script type="application/json">{quiz}</script></career-matcher>"#);
    page.open_html(host::with(&format!("<div id=within>{}</div>{}", element(&both), element(&quiz))));
    page.ready_of(0);
    page.ready_of(1);
    let starts = |widget: usize, times: usize| {
        let all = format!("__events.filter(it => it.type == 'ready' && it.widget == {widget}).length");
        page.wait("it has begun so often", &format!("{all} >= {times}"));
        assert_eq!(page.eval(&all), json!(times), "only another language of its own makes it begin again");
    };
    page.click(choice("x"));
    page.answered();
    page.click(inside(".cm-next"));
    page.arrive(inside(".cm-prompt"), "Two?");
    page.run("document.documentElement.lang = 'de'");
    page.wait_text(inside(".cm-prompt"), "Zwei?");
    page.run("document.querySelector('#within').lang = 'en'");
    page.wait_text(inside(".cm-prompt"), "Two?");
    starts(0, 3);
    page.run("document.documentElement.lang = 'fr'; document.querySelector('#within').lang = 'en-GB'");
    page.run("document.querySelector('#within').lang = 'de-AT'");
    page.wait_text(inside(".cm-prompt"), "Zwei?");
    starts(0, 4);
    page.click(inside(".cm-back"));
    page.arrive(inside(".cm-prompt"), "Eins?");
    assert_eq!(page.checked(0), [0], "the answer stays");
    starts(1, 1);
    page.run("document.documentElement.lang = 'en'");
}
