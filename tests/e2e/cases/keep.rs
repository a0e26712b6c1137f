//! What outlives the page: links with and without answers, and answers that survive a reload if the config asks for
//! that. The page's own address and history stay unchanged.

use serde_json::{Value, json};

use super::Case;
use crate::{
    engine::Engine,
    host::{self, SCRIPT},
    page::Page,
    server::Folder,
    spot::{choice, inside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("keep::links_bring_answers_and_results", links_bring_answers_and_results),
        Case::new("keep::a_reload_finds_the_answers", a_reload_finds_the_answers),
        Case::new("keep::denied_storage_does_not_matter", denied_storage_does_not_matter),
        Case::new("keep::full_storage_does_not_matter", full_storage_does_not_matter),
        Case::new("keep::storage_cleared_midway", storage_cleared_midway),
        Case::new("keep::a_frame_without_an_origin", a_frame_without_an_origin),
        Case::new("keep::the_result_becomes_a_picture", the_result_becomes_a_picture),
        Case::new("keep::paper_shows_the_result", paper_shows_the_result).only_in(&[Engine::Chromium]),
    ]
}

/// Three questions, with this value of `resume`.
fn quiz(resume: &str) -> Value {
    let options = |card: usize| {
        json!([
            { "id": "l", "label": format!("Left {card}"), "points": { "a": 2 } },
            { "id": "r", "label": format!("Right {card}"), "points": { "b": 1 } },
        ])
    };
    let card = |card: usize| json!({ "id": format!("q{card}"), "kind": "single", "prompt": format!("Question {card}?"), "options": options(card) });
    json!({
        "version": 1, "title": "A quiz", "keep": { "resume": resume },
        "careers": [{ "id": "a", "title": "Job a" }, { "id": "b", "title": "Job b" }],
        "cards": [card(1), card(2), card(3)],
    })
}

fn put(folder: &Folder, quiz: &Value) {
    folder.put("quiz.json", quiz.to_string());
    put_with(folder, SCRIPT);
}

fn links_bring_answers_and_results(page: &Page) {
    let folder = page.folder();
    put(&folder, &quiz("off"));
    page.open(&folder.path("index.html"));
    page.ready();
    let before = page.eval("[location.href, history.length, localStorage.length, sessionStorage.length]");
    for (card, answer) in ["Left 1", "Right 2", "Left 3"].iter().enumerate() {
        page.wait_text(inside(".cm-prompt"), &format!("Question {}?", card + 1));
        page.click(choice(answer));
    }
    page.arrive_at_result();
    page.click(inside(".cm-keep summary"));
    let links = page.eval("__all({ widget: 0, selector: '.cm-keep input', text: null }).map(it => it.value)");
    page.click(inside("[data-share]"));
    page.wait("the link is marked", "__focus(0)?.matches('.cm-keep input, [data-share]')");
    assert_eq!(page.eval("[location.href, history.length, localStorage.length, sessionStorage.length]"), before);

    let code = |at: usize| {
        let link = links[at].as_str().expect("a link");
        assert!(link.starts_with(before[0].as_str().expect("an address")), "{link}");
        link.split_once('#').expect("a fragment").1.to_owned()
    };
    let (result, answers) = (code(0), code(1));
    assert!(result.len() < answers.len() + 4 && !result.contains(&answers[16..]), "{result} and {answers}");

    page.open(&format!("{}#{answers}", folder.path("index.html?2")));
    page.ready();
    page.wait_text(inside(".cm-winner .cm-title"), "Job a");
    let quoted = page.texts(inside(".cm-quote"));
    assert!(quoted.iter().any(|it| it.contains("Left 1")), "{quoted:?}");

    page.open(&format!("{}#{result}", folder.path("index.html?3")));
    page.ready();
    let notice = page.text(inside(".cm-notice"));
    assert!(notice.contains("Job a (") && notice.contains("Job b ("), "{notice}");
    assert_eq!(page.text(inside(".cm-prompt")), "Question 1?");
    assert!(page.checked(0).is_empty(), "nobody's answers are shown");

    page.open(&format!("{}#{}", folder.path("index.html?4"), &answers[..answers.len() - 2]));
    page.ready();
    assert_eq!(page.text(inside(".cm-prompt")), "Question 1?", "a code that was cut short is none");
    assert_eq!(page.lines("error"), [""; 0]);
}

fn a_reload_finds_the_answers(page: &Page) {
    for resume in ["session", "local"] {
        let folder = page.folder();
        put(&folder, &quiz(resume));
        page.open(&folder.path("index.html"));
        page.ready();
        page.click(choice("Left 1"));
        page.arrive(inside(".cm-prompt"), "Question 2?");
        page.click(choice("Right 2"));
        page.arrive(inside(".cm-prompt"), "Question 3?");

        page.open(&folder.path("index.html?again"));
        page.ready();
        assert_eq!(page.text(inside(".cm-prompt")), "Question 3?");

        // One question has changed, another was added: answers that still fit are kept, and a message says so.
        let mut changed = quiz(resume);
        changed["cards"][1]["options"][1]["id"] = json!("other");
        put(&folder, &changed);
        page.open(&folder.path("index.html?changed"));
        page.ready();
        assert_eq!(page.text(inside(".cm-prompt")), "Question 2?");
        assert!(page.text(inside(".cm-notice")).contains("1 of your answers no longer applies"));
        page.click(inside(".cm-back"));
        page.arrive(inside(".cm-prompt"), "Question 1?");
        assert_eq!(page.checked(0), [0]);
        page.run("localStorage.clear(); sessionStorage.clear();");
    }
}

fn denied_storage_does_not_matter(page: &Page) {
    let folder = page.folder();
    put(&folder, &quiz("local"));
    let deny = r#"<script>
        for (const name of ["localStorage", "sessionStorage"]) {
          Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
        }
      </script><script src="/career-matcher.js" async></script>"#;
    put_with(&folder, deny);
    play(page, &folder);
    assert_eq!(page.lines("error"), [""; 0]);
}

fn full_storage_does_not_matter(page: &Page) {
    let full = r#"<script>
        window.__refused = 0;
        Storage.prototype.setItem = () => { __refused += 1; throw new DOMException("full", "QuotaExceededError"); };
      </script><script src="/career-matcher.js" async></script>"#;
    for resume in ["session", "local"] {
        let folder = page.folder();
        put(&folder, &quiz(resume));
        put_with(&folder, full);
        play(page, &folder);
        assert_ne!(page.eval("__refused"), json!(0), "it was tried");
        assert_eq!(page.lines("error"), [""; 0]);
        assert_eq!(page.kinds().last().map(String::as_str), Some("complete"));
    }
}

/// After another script has cleared the storage, the next answer saves everything again.
fn storage_cleared_midway(page: &Page) {
    let folder = page.folder();
    put(&folder, &quiz("local"));
    page.open(&folder.path("index.html"));
    page.ready();
    page.click(choice("Left 1"));
    page.arrive(inside(".cm-prompt"), "Question 2?");
    page.run("localStorage.clear()");
    page.click(choice("Right 2"));
    page.arrive(inside(".cm-prompt"), "Question 3?");
    page.open(&folder.path("index.html?again"));
    page.ready();
    assert_eq!(page.text(inside(".cm-prompt")), "Question 3?");
    page.click(choice("Left 3"));
    page.arrive_at_result();
    page.run("localStorage.clear()");
    assert_eq!(page.lines("error"), [""; 0]);
}

/// A sandboxed frame has no storage.
fn a_frame_without_an_origin(page: &Page) {
    let folder = page.folder();
    let child = format!(r#"<script type="application/json">{}</script>"#, quiz("local"));
    let script = r#"<script src="/career-matcher.inline.js"></script>"#;
    folder.put("framed.html", host::page(script, &format!("<career-matcher>{child}</career-matcher>")));
    let frame = r#"<iframe sandbox="allow-scripts" src="framed.html" width="700" height="700"></iframe>"#;
    folder.put("index.html", host::page("", frame));
    page.open(&folder.path("index.html"));
    page.within_frame(|| {
        for card in 1..=3 {
            page.wait_text(inside(".cm-prompt"), &format!("Question {card}?"));
            page.run("__all({ widget: 0, selector: '.cm-choice input', text: null })[0].click()");
            page.answered();
            page.run("__all({ widget: 0, selector: '.cm-next', text: null })[0].click()");
        }
        page.wait_text(inside(".cm-winner .cm-title"), "Job a");
        assert_eq!(page.eval("__errors"), json!([]));
        assert_eq!(page.lines("error"), [""; 0]);
    });
}

/// Puts a page with this head and the quiz of the folder.
fn put_with(folder: &Folder, head: &str) {
    folder.put("index.html", host::page(head, r#"<career-matcher config="quiz.json"></career-matcher>"#));
}

fn play(page: &Page, folder: &Folder) {
    page.open(&folder.path("index.html"));
    page.ready();
    for (card, answer) in ["Left 1", "Right 2", "Left 3"].iter().enumerate() {
        page.wait_text(inside(".cm-prompt"), &format!("Question {}?", card + 1));
        page.click(choice(answer));
    }
    page.arrive_at_result();
}

/// If files can't be shared, the picture is saved: careers and percentages in the quiz's colours, with the size of a
/// phone screen.
fn the_result_becomes_a_picture(page: &Page) {
    let folder = page.folder();
    put(&folder, &quiz("off"));
    play(page, &folder);
    page.run(
        "Object.defineProperty(navigator, 'canShare', { value: undefined });
         const native = URL.createObjectURL;
         URL.createObjectURL = (file) => { window.__file = file; return native.call(URL, file); };
         HTMLAnchorElement.prototype.click = function () { window.__saved = this.download; };",
    );
    page.click(inside(".cm-keep summary"));
    page.click(inside("[data-picture]"));
    page.wait("the picture is saved", "window.__saved");
    assert_eq!(page.eval("__saved"), json!("result.png"));
    let drawn = page.call_async(
        "const done = arguments[arguments.length - 1];
         createImageBitmap(__file).then((bitmap) => {
           const canvas = document.createElement('canvas');
           const { width, height } = Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
           const context = canvas.getContext('2d');
           context.drawImage(bitmap, 0, 0);
           const { data } = context.getImageData(0, 0, width, height);
           let ink = 0;
           for (let i = 0; i < data.length; i += 4) ink += data[i] + data[i + 1] + data[i + 2] < 300 ? 1 : 0;
           done([width, height, ink / (width * height)]);
         }, (error) => done(String(error)))",
        vec![],
    );
    assert_eq!((&drawn[0], &drawn[1]), (&json!(1080), &json!(1350)), "{drawn}");
    let ink = drawn[2].as_f64().expect("a share");
    assert!((0.004..0.3).contains(&ink), "words are written on it: {ink}");
    assert_eq!(page.lines("error"), [""; 0]);
}

/// The result fits on a printed page, without buttons; sections closed on the screen stay closed.
fn paper_shows_the_result(page: &Page) {
    let folder = page.folder();
    put(&folder, &quiz("off"));
    play(page, &folder);
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let shown = page.eval(
        "['.cm-winner', '.cm-why', '.cm-other', '.cm-actions', '.cm-ctas', '.cm-keep', '.cm-edit'].filter((it) =>
           __all({ widget: 0, selector: it, text: null }).some((it) => it.checkVisibility()))",
    );
    let height = page.eval("document.querySelector('career-matcher').getBoundingClientRect().height");
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }));
    assert_eq!(shown, json!([".cm-winner", ".cm-why", ".cm-other"]));
    assert!(height.as_f64() < Some(1000.0), "{height} pixels are more than a page");
}
