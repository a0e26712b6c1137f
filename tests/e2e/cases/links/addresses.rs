//! Links in addresses: what they keep of a page's address, pages that are open already, and damaged links.

use serde_json::json;

use super::{Case, answer, codes, element, play, quiz};
use crate::{
    host,
    page::Page,
    spot::{button, inside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("links::the_address_stays_and_nobody_in_it", the_address_stays_and_nobody_in_it),
        Case::new("links::a_page_that_is_open_follows", a_page_that_is_open_follows),
        Case::new("links::damage_is_mended_or_told", damage_is_mended_or_told),
    ]
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
