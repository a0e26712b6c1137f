//! A visitor plays the demo page of `make serve`. Only if a server is running already.

use super::Case;
use crate::page::Page;

pub fn case(url: String) -> Case {
    Case::new("served::the_demo_page_plays", move |page| the_demo_page_plays(page, &url))
}

fn the_demo_page_plays(page: &Page, url: &str) {
    page.open_elsewhere(url);
    page.run("document.querySelector('career-matcher').scrollIntoView()");
    page.wait("the first card is there", "document.querySelector('career-matcher').getState?.()?.screen == 'card'");
    page.play_default_quiz();
    page.told("complete", 1);
    assert_eq!(page.lines("error"), [""; 0]);
}
