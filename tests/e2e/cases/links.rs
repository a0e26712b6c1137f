//! Which quiz a link or an entry in storage belongs to, and how a link can change on its way: each belongs to one quiz,
//! and a message reports everything that can't be restored.

use serde_json::{Value, json};

use super::Case;
use crate::{
    engine::Engine,
    host::{self, SCRIPT},
    page::Page,
    spot::{button, inside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("links::state_belongs_to_its_quiz", state_belongs_to_its_quiz),
        Case::new("links::an_edited_quiz_goes_on", an_edited_quiz_goes_on),
        Case::new("links::one_state_in_all_languages", one_state_in_all_languages),
        Case::new("links::a_link_finds_its_quiz", a_link_finds_its_quiz),
        Case::new("links::the_address_stays_and_nobody_in_it", the_address_stays_and_nobody_in_it),
        Case::new("links::a_page_that_is_open_follows", a_page_that_is_open_follows),
        Case::new("links::damage_is_mended_or_told", damage_is_mended_or_told),
        Case::new("links::sharing_tells_how_it_went", sharing_tells_how_it_went),
        Case::new("links::copying_works_without_a_clipboard", copying_works_without_a_clipboard)
            .only_in(&[Engine::Chromium, Engine::Firefox]),
        Case::new("links::a_conversion_counts_once", a_conversion_counts_once),
        Case::new("links::braces_are_filled_alike", braces_are_filled_alike),
    ]
}

/// Three questions about two careers, whose ids all end like this.
fn quiz(title: &str, end: &str) -> Value {
    let options = |card: usize| {
        json!([
            { "id": format!("l{end}"), "label": format!("Left {card}"), "points": { (format!("a{end}")): 2 } },
            { "id": format!("r{end}"), "label": format!("Right {card}"), "points": { (format!("b{end}")): 1 } },
        ])
    };
    let card = |card: usize| json!({ "id": format!("q{card}{end}"), "kind": "single", "prompt": format!("{title} {card}?"), "options": options(card) });
    json!({
        "version": 1, "title": title, "keep": { "resume": "local" },
        "careers": [{ "id": format!("a{end}"), "title": format!("{title} a") }, { "id": format!("b{end}"), "title": format!("{title} b") }],
        "cards": [card(1), card(2), card(3)],
    })
}

fn element(quiz: &Value) -> String {
    format!(r#"<career-matcher><script type="application/json">{quiz}</script></career-matcher>"#)
}

/// Answers the first cards of a widget with the left choice.
fn answer(page: &Page, widget: usize, title: &str, cards: std::ops::RangeInclusive<usize>) {
    for card in cards {
        page.wait_text(inside(".cm-prompt").of(widget), &format!("{title} {card}?"));
        page.click(inside(".cm-choice").of(widget).saying(&format!("Left {card}")));
    }
}

/// Opens a page on which a widget must start with this card and without a notice.
fn begins(page: &Page, path: &str, prompt: &str) {
    page.open(path);
    page.ready();
    page.wait_text(inside(".cm-prompt"), prompt);
    assert_eq!(page.count(inside(".cm-notice")), 0, "{:?}", page.texts(inside(".cm-notice")));
}

fn state_belongs_to_its_quiz(page: &Page) {
    let with_address = r#"<career-matcher config="quiz.json"></career-matcher>"#;
    let property = |quiz: &Value| {
        format!(
            "<career-matcher></career-matcher><script>document.querySelector('career-matcher').config = {quiz}</script>"
        )
    };
    let [same, other, copied] = [quiz("One", ""), quiz("Two", "-of-two"), quiz("Two", "")];
    for (what, first, second) in [
        ("quizzes in two pages", element(&same), element(&other)),
        ("a copy with other texts", element(&same), element(&copied)),
        ("quizzes as properties", property(&same), property(&other)),
        ("one address in two folders", with_address.to_owned(), with_address.to_owned()),
    ] {
        println!("{what}");
        let folder = page.folder();
        for (name, element, quiz) in [("a", first, &same), ("b", second, &copied)] {
            folder.put(&format!("{name}/index.html"), host::with(&element));
            folder.put(&format!("{name}/quiz.json"), quiz.to_string());
        }
        let [a, b] = ["a/index.html", "b/index.html"].map(|it| folder.path(it));
        begins(page, &a, "One 1?");
        answer(page, 0, "One", 1..=2);
        page.wait_text(inside(".cm-prompt"), "One 3?");
        begins(page, &b, "Two 1?");
        answer(page, 0, "Two", 1..=1);
        page.wait_text(inside(".cm-prompt"), "Two 2?");
        begins(page, &a, "One 3?");
        begins(page, &b, "Two 2?");
        page.run("localStorage.clear()");
    }
    // Two on one page, without ids.
    let folder = page.folder();
    folder.put("index.html", host::with(&[element(&same), element(&other)].concat()));
    begins(page, &folder.path("index.html"), "One 1?");
    page.ready_of(1);
    answer(page, 0, "One", 1..=2);
    page.wait_text(inside(".cm-prompt"), "One 3?");
    answer(page, 1, "Two", 1..=1);
    page.wait_text(inside(".cm-prompt").of(1), "Two 2?");
    begins(page, &folder.path("index.html"), "One 3?");
    page.wait_text(inside(".cm-prompt").of(1), "Two 2?");
    assert_eq!(page.count(inside(".cm-notice").of(1)), 0);
    page.run("localStorage.clear()");
}

fn an_edited_quiz_goes_on(page: &Page) {
    let before = quiz("One", "");
    let mut after = before.clone();
    let cards = after["cards"].as_array_mut().expect("cards");
    let mut new = cards.remove(1);
    (new["id"], new["prompt"]) = (json!("new"), json!("One new?"));
    cards.push(new);
    let whole = |quiz: &Value| [element(quiz), r#"<career-matcher config="quiz.json"></career-matcher>"#.to_owned()];
    for at in 0..2 {
        let folder = page.folder();
        let put = |quiz: &Value| {
            folder.put("index.html", host::with(&whole(quiz)[at]));
            folder.put("quiz.json", quiz.to_string());
        };
        put(&before);
        begins(page, &folder.path("index.html"), "One 1?");
        answer(page, 0, "One", 1..=2);
        page.wait_text(inside(".cm-prompt"), "One 3?");
        put(&after);
        page.open(&folder.path("index.html?changed"));
        page.ready();
        page.wait_text(inside(".cm-prompt"), "One 3?");
        assert!(page.text(inside(".cm-notice")).contains("1 of your answers no longer applies"));
        answer(page, 0, "One", 3..=3);
        page.wait_text(inside(".cm-prompt"), "One new?");
        // A notice is not repeated, and a restart stays a restart.
        begins(page, &folder.path("index.html?again"), "One new?");
        page.run("document.querySelector('career-matcher').restart()");
        page.wait_text(inside(".cm-prompt"), "One 1?");
        begins(page, &folder.path("index.html?anew"), "One 1?");
        page.run("localStorage.clear()");
    }
}

fn one_state_in_all_languages(page: &Page) {
    let mut quiz = quiz("One", "");
    quiz["locales"] = json!({ "de": { "title": "Eins", "cards": { "q2": { "prompt": "Zwei?" } } } });
    let folder = page.folder();
    for lang in ["en", "de"] {
        let element = element(&quiz).replacen("<career-matcher", &format!("<career-matcher lang=\"{lang}\""), 1);
        folder.put(&format!("{lang}.html"), host::with(&element));
    }
    begins(page, &folder.path("en.html"), "One 1?");
    answer(page, 0, "One", 1..=1);
    page.wait_text(inside(".cm-prompt"), "One 2?");
    begins(page, &folder.path("de.html"), "Zwei?");
    page.run("localStorage.clear()");
}

/// The codes that the first widget with a result offers: without answers, and with them.
fn codes(page: &Page, widget: usize) -> [String; 2] {
    let links = page.eval(&format!(
        "__all({{ widget: {widget}, selector: '.cm-keep input', text: null }}).map((it) => it.value)"
    ));
    [0, 1].map(|at| {
        let link = links[at].as_str().expect("a link");
        link.split_once('#').expect("a fragment").1.to_owned()
    })
}

fn play(page: &Page, widget: usize, title: &str) {
    answer(page, widget, title, 1..=3);
    page.wait_text(inside(".cm-winner .cm-title").of(widget), &format!("{title} a"));
}

fn a_link_finds_its_quiz(page: &Page) {
    let folder = page.folder();
    let all = [quiz("One", ""), quiz("Two", "-of-two"), quiz("Three", "")];
    folder.put("index.html", host::with(&all.each_ref().map(element).concat()));
    page.open(&folder.path("index.html"));
    page.ready_of(1);
    play(page, 1, "Two");
    let of_two = codes(page, 1);
    page.ready_of(2);
    play(page, 2, "Three");
    let [_, of_three] = codes(page, 2);
    page.run("localStorage.clear()");
    for (at, (code, owner)) in [(&of_two[1], 1), (&of_two[0], 1), (&of_three, 2)].into_iter().enumerate() {
        page.open(&format!("{}#{code}", folder.path(&format!("index.html?{at}"))));
        for widget in 0..3 {
            page.run(&format!("document.querySelectorAll('career-matcher')[{widget}].scrollIntoView()"));
            page.ready_of(widget);
            let title = ["One", "Two", "Three"][widget];
            let notices = page.texts(inside(".cm-notice").of(widget));
            if widget == owner && at != 1 {
                page.wait_text(inside(".cm-winner .cm-title").of(widget), &format!("{title} a"));
            } else {
                page.wait_text(inside(".cm-prompt").of(widget), &format!("{title} 1?"));
                let told = widget == owner && notices.iter().any(|it| it.contains("Two a"));
                assert_eq!(notices.len(), usize::from(told), "{widget}: {notices:?}");
                assert_eq!(told, widget == owner);
            }
        }
        page.run("localStorage.clear()");
    }
}

fn the_address_stays_and_nobody_in_it(page: &Page) {
    let folder = page.folder();
    let mut quiz = quiz("One", "");
    quiz["keep"] = json!({ "resume": "off" });
    folder.put("spa.html", host::with(&element(&quiz)));
    let came =
        "page_id=12&lang=de&utm_source=x&fbclid=abc&gclid=1&email=ada%40x.org&from=ada@x.org&first_name=Ada&author=3";
    let stays = "page_id=12&lang=de&author=3";
    for (route, behind) in [
        ("", ""),
        ("#/quiz", "/quiz?"),
        ("#/quiz?tab=1&email=a%40b.c", "/quiz?tab=1&"),
        ("#tab=quiz", "tab=quiz&"),
        ("#!/a", "!/a?"),
    ] {
        page.open(&folder.path(&format!("spa.html?{came}{route}")));
        page.ready();
        play(page, 0, "One");
        let link = page.eval("__all({ widget: 0, selector: '.cm-keep input', text: null })[1].value");
        let link = link.as_str().expect("a link");
        let (place, code) = link.split_once('#').expect("a fragment");
        assert!(place.ends_with(&format!("/spa.html?{stays}")), "{link}");
        assert!(code.starts_with(&format!("{behind}career-matcher=")), "{link}");
        page.open_bare("/");
        page.open(
            &folder.path(link.split_once("spa.html").map(|it| format!("spa.html{}", it.1)).as_deref().expect("it")),
        );
        page.ready();
        page.wait_text(inside(".cm-winner .cm-title"), "One a");
        // The widget offers the same link again.
        let again = page.eval("__all({ widget: 0, selector: '.cm-keep input', text: null })[1].value");
        assert_eq!(again, json!(link));
        page.open_bare("/");
    }
    // The route at that time.
    page.open(&folder.path("spa.html#/first"));
    page.ready();
    page.run("history.pushState(null, '', '#/second')");
    play(page, 0, "One");
    page.wait(
        "the link has the route",
        "__all({ widget: 0, selector: '.cm-keep input', text: null })[1]?.value.includes('#/second?career-matcher=')",
    );
}

fn a_page_that_is_open_follows(page: &Page) {
    let folder = page.folder();
    folder.put("index.html", host::with(&element(&quiz("One", ""))));
    folder.put("other.html", host::with(&element(&quiz("Two", "-of-two"))));
    page.open(&folder.path("other.html"));
    page.ready();
    play(page, 0, "Two");
    let [_, foreign] = codes(page, 0);
    page.open(&folder.path("index.html"));
    page.ready();
    play(page, 0, "One");
    let [result, answers] = codes(page, 0);
    page.run("localStorage.clear()");

    page.open(&folder.path("index.html?2"));
    page.ready();
    answer(page, 0, "One", 1..=1);
    page.wait_text(inside(".cm-prompt"), "One 2?");
    page.run(&format!("location.hash = '{foreign}'"));
    page.run(&format!("location.hash = '{}'", &answers[..answers.len() - 9]));
    page.wait_text(inside(".cm-notice"), "This link is incomplete or out of date, so we couldn’t open it. Ask for a new one, or answer the questions yourself.");
    assert_eq!(page.text(inside(".cm-prompt")), "One 2?", "what was answered stays");
    page.run(&format!("location.hash = '{result}'"));
    page.wait(
        "the result is told",
        "__words({ widget: 0, selector: '.cm-notice', text: null })[0]?.includes('One a (')",
    );
    assert_eq!(page.text(inside(".cm-prompt")), "One 2?");
    page.run(&format!("location.hash = '{answers}'"));
    page.wait_text(inside(".cm-winner .cm-title"), "One a");
    // To another part of the page and back: that is no new link.
    page.click(button("Start again"));
    page.wait_text(inside(".cm-prompt"), "One 1?");
    page.call_async(
        "const [done] = arguments;
         location.hash = 'faq';
         setTimeout(() => (history.back(), setTimeout(done, 400)), 100);",
        vec![],
    );
    assert!(page.eval("location.hash").as_str().is_some_and(|it| it.contains("career-matcher")));
    assert_eq!(page.text(inside(".cm-prompt")), "One 1?");
    page.run("localStorage.clear()");
}

fn damage_is_mended_or_told(page: &Page) {
    let folder = page.folder();
    let mut quiz = quiz("One", "");
    quiz["keep"] = json!({ "resume": "off" });
    folder.put("index.html", host::with(&element(&quiz)));
    page.open(&folder.path("index.html"));
    page.ready();
    play(page, 0, "One");
    let [_, code] = codes(page, 0);
    let (mark, letters) = code.split_once('=').expect("a mark");
    let (half, rest) = letters.split_at(letters.len() / 2);
    let mended = [
        format!("{code}."),
        format!("{code}),"),
        format!("{code}&fbclid=abc123"),
        format!("{code}?utm_source=mail"),
        format!("{code}%20is%20mine"),
        format!("{code}_"),
        format!("{mark}%3D{letters}"),
        format!("{mark}%253D{letters}"),
        format!("{mark}=3D{letters}"),
        format!("{mark}={half}%0D%0A%20{rest}"),
        format!("{mark}={half}=%0A{rest}"),
        format!("{mark}={half}%E2%80%8B{rest}%E2%80%9D"),
        format!("Career-Matcher={letters}"),
        format!("/career?{code}"),
        code.replace('-', "%2D").replace("career%2Dmatcher", mark),
    ];
    for (at, code) in mended.iter().enumerate() {
        page.open(&format!("{}#{code}", folder.path(&format!("index.html?{at}"))));
        page.ready();
        page.wait("it opens", &format!("__words({}).length", json!(inside(".cm-winner .cm-title"))));
        assert_eq!(page.count(inside(".cm-notice")), 0, "{code}");
    }
    let flipped = |letter: &str| if letter == "A" { "B" } else { "A" };
    let at = code.len() - 12;
    let told = [
        code[..code.len() - 4].to_owned(),
        format!("{mark}="),
        code.to_ascii_lowercase(),
        format!("{}{}{}", &code[..at], flipped(&code[at..=at]), &code[at + 1..]),
        format!("{mark}=AJo1dGFyeQ"),
    ];
    for (at, code) in told.iter().enumerate() {
        page.open(&format!("{}#{code}", folder.path(&format!("index.html?told{at}"))));
        page.ready();
        assert_eq!(page.text(inside(".cm-prompt")), "One 1?");
        let notice = page.texts(inside(".cm-notice"));
        assert!(
            notice.iter().any(|it| it.starts_with("This link is incomplete or out of date")),
            "{code}: {notice:?}"
        );
    }
    assert_eq!(page.lines("error"), [""; 0]);
}

fn at_the_result(page: &Page) {
    let mut quiz = quiz("One", "");
    quiz["keep"] = json!({ "resume": "off" });
    page.open_html(host::with(&element(&quiz)));
    page.ready();
    play(page, 0, "One");
    page.arrive_at_result();
    page.click(inside(".cm-keep summary"));
}

fn sharing_tells_how_it_went(page: &Page) {
    at_the_result(page);
    let stub = |share: &str, clipboard: &str, copy: &str| {
        page.run(&format!(
            "window.__tried = [];
             const set = (on, name, value) => Object.defineProperty(on, name, {{ value, configurable: true }});
             const no = (name) => () => Promise.reject(new DOMException('no', name));
             set(navigator, 'share', {share});
             set(navigator, 'clipboard', {clipboard});
             set(document, 'execCommand', (it) => (__tried.push(it), {copy}));"
        ));
        page.click(inside("[data-share]"));
        page.call_async("setTimeout(arguments[0], 100)", vec![]);
        let done = page.eval("__all({ widget: 0, selector: '[data-share]', text: null })[0].hasAttribute('data-done')");
        let said = page.text(inside(".cm-sorry"));
        (done == json!(true), said, page.eval("__tried"))
    };
    let write = "{ writeText: async () => void __tried.push('write') }";
    let share = "async () => void __tried.push('share')";
    let sorry =
        "We couldn’t copy the link. It’s selected: press Ctrl+C (⌘C on a Mac), or touch and hold it to copy it.";
    for (ways, (done, said, tried)) in [
        ([share, write, "true"], (true, "", json!(["share"]))),
        (["no('AbortError')", write, "true"], (false, "", json!([]))),
        (["no('NotAllowedError')", write, "true"], (true, "", json!(["write"]))),
        (["undefined", "{ writeText: no('NotAllowedError') }", "true"], (true, "", json!(["copy"]))),
        (["undefined", "undefined", "true"], (true, "", json!(["copy"]))),
        (["undefined", "undefined", "false"], (false, sorry, json!(["copy"]))),
        (
            ["no('NotAllowedError')", "undefined", "(() => { throw new Error('no') })()"],
            (false, sorry, json!(["copy"])),
        ),
    ] {
        assert_eq!(stub(ways[0], ways[1], ways[2]), (done, said.to_owned(), tried), "{ways:?}");
        let marked = page.eval(
            "(() => { const [it] = __all({ widget: 0, selector: '.cm-keep input', text: null });
               return it.selectionStart === 0 && it.selectionEnd === it.value.length && it.value.length > 20; })()",
        );
        assert_eq!(marked, json!(true));
    }
    // The same for printing and the picture.
    let told = |button: &str, script: &str, done: bool, said: &str| {
        page.run("__all({ widget: 0, selector: '[data-done]', text: null }).forEach((it) => it.removeAttribute('data-done'))");
        page.run(script);
        page.click(inside(button));
        page.call_async("setTimeout(arguments[0], 1500)", vec![]);
        let is_done = format!("__all({{ widget: 0, selector: '{button}', text: null }})[0].hasAttribute('data-done')");
        let so = page.patiently(|| {
            page.eval(&is_done) == json!(done) && page.texts(inside(".cm-fields > .cm-sorry")).concat() == said
        });
        assert!(so, "{script}: {}, {:?}", page.eval(&is_done), page.texts(inside(".cm-fields > .cm-sorry")));
    };
    let set = |on: &str, name: &str, value: &str| {
        format!("Object.defineProperty({on}, '{name}', {{ value: {value}, configurable: true }});")
    };
    let no_print = "This page can’t print here. Use your browser’s menu, or open the page in its own tab.";
    told("[data-print]", &set("window", "print", "() => dispatchEvent(new Event('beforeprint'))"), false, "");
    told("[data-print]", &set("window", "print", "() => {}"), false, no_print);
    told("[data-print]", &set("window", "print", "undefined"), false, no_print);
    let no_picture = "We couldn’t save the picture here. Open this page in its own tab, or take a screenshot.";
    let saves = "HTMLAnchorElement.prototype.click = function () { window.__saved = this.download; };";
    let share = |name: &str| {
        let refused = format!("() => Promise.reject(new DOMException('no', '{name}'))");
        [set("navigator", "canShare", "() => true"), set("navigator", "share", &refused), saves.to_owned()].concat()
    };
    told("[data-picture]", &share("NotAllowedError"), true, "");
    assert_eq!(page.eval("__saved"), json!("result.png"), "what can't be shared is saved");
    told("[data-picture]", &share("AbortError"), false, "");
    let broken = set("HTMLCanvasElement.prototype", "toBlob", "function (done) { done(null) }");
    told("[data-picture]", &broken, false, no_picture);
    assert_eq!(page.lines("error"), [""; 0]);
}

/// As on `http:`: a copied link can be pasted.
fn copying_works_without_a_clipboard(page: &Page) {
    at_the_result(page);
    page.run(
        "for (const name of ['share', 'clipboard']) Object.defineProperty(navigator, name, { value: undefined, configurable: true });
         addEventListener('copy', () => (window.__copied = true), true);",
    );
    page.click(inside("[data-share]"));
    page.wait(
        "it is told",
        "__all({ widget: 0, selector: '[data-share]', text: null })[0].hasAttribute('data-done')",
    );
    assert_eq!(page.eval("window.__copied"), json!(true));
    assert_eq!(page.text(inside(".cm-sorry")), "");
}

/// Conversions are counted as the manual describes.
fn a_conversion_counts_once(page: &Page) {
    const COUNT: &str = "<script>
        window.__conversions = 0;
        addEventListener('career-matcher-complete', ({ detail }) => { if (detail.first) __conversions += 1; });
      </script>";
    let folder = page.folder();
    folder.put("index.html", host::page(&[COUNT, SCRIPT].concat(), &element(&quiz("One", ""))));
    page.open(&folder.path("index.html"));
    page.ready();
    play(page, 0, "One");
    page.arrive_at_result();
    page.click(inside(".cm-edit summary"));
    page.run(
        "const [it] = __all({ widget: 0, selector: '.cm-edit select', text: null });
         it.value = '1';
         it.dispatchEvent(new Event('change', { bubbles: true }));",
    );
    page.told("complete", 2);
    page.click(button("Back"));
    answer(page, 0, "One", 3..=3);
    page.told("complete", 3);
    page.click(button("Start again"));
    play(page, 0, "One");
    page.told("complete", 4);
    assert_eq!(page.eval("__conversions"), json!(1));
    let [_, answers] = codes(page, 0);

    page.open(&folder.path("index.html?again"));
    page.ready();
    page.wait_text(inside(".cm-winner .cm-title"), "One a");
    page.click(button("Back"));
    answer(page, 0, "One", 3..=3);
    page.told("complete", 1);
    assert_eq!(page.eval("__conversions"), json!(0), "a reload is the same visitor");
    page.run("localStorage.clear()");

    page.open(&format!("{}#{answers}", folder.path("index.html?friend")));
    page.ready();
    page.wait_text(inside(".cm-winner .cm-title"), "One a");
    page.click(button("Start again"));
    play(page, 0, "One");
    page.told("complete", 1);
    assert_eq!(page.eval("__conversions"), json!(0), "whose answers came along has had a result");
    page.run("localStorage.clear()");
}

/// The result of `check` matches what is shown, in texts, interface texts and addresses.
fn braces_are_filled_alike(page: &Page) {
    let mut quiz = quiz("One", "");
    quiz["keep"] = json!({ "resume": "off" });
    quiz["careers"][0]["title"] = json!("Be {{who}}, {param:who|you}, {nobody}!");
    quiz["words"] = json!({ "restart": "Back, {{who}}, {param:who|you}, {nobody}!", "question": "{number}/{of} {{who}} {field:x|no}" });
    let folder = page.folder();
    let element = element(&quiz).replacen(
        "<career-matcher",
        r#"<career-matcher cta-url="https://school.example/%7Bcareer%7D?a=%7bcareer%7d&amp;b={career}""#,
        1,
    );
    folder.put("index.html", host::with(&element));
    page.open(&folder.path("index.html?who=Ada"));
    page.ready();
    answer(page, 0, "One", 1..=1);
    page.wait_text(inside("[role=status]"), "2/3 {who} no");
    answer(page, 0, "One", 2..=3);
    page.wait_text(inside(".cm-winner .cm-title"), "Be {who}, Ada, !");
    page.wait_text(inside(".cm-actions:last-child .cm-button:last-child"), "Back, {who}, Ada, !");
    let href = page.eval("__all({ widget: 0, selector: '.cm-winner a', text: null })[0].getAttribute('href')");
    assert_eq!(href, json!("https://school.example/a?a=a&b=a"));
    assert_eq!(page.lines("error"), [""; 0]);

    // Names in braces need the program; without it the widget shows its own texts.
    quiz["cards"] = json!([]);
    quiz["words"] = json!({ "troubleSorry": "Sorry, {{who}}, {param:who|you}, {nobody}!" });
    folder.put("wrong.html", host::with(&self::element(&quiz)));
    page.open(&folder.path("wrong.html?who=Ada"));
    page.wait_text(
        inside(".cm-trouble .cm-lead"),
        "Something went wrong on our side. The rest of the page still works.",
    );
}
