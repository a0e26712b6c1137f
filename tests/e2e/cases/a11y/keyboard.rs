//! The keyboard patterns of the ARIA Authoring Practices, and the announcements for screen readers after each step.

use serde_json::{Value, json};

use super::{Case, open, quiz};
use crate::{
    engine::Engine,
    input::{DOWN, ENTER, SPACE, TAB, UP},
    page::Page,
    spot::{choice, inside},
};

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("a11y::radio_group_by_keys", radio_group_by_keys),
        Case::new("a11y::checkboxes_by_keys", checkboxes_by_keys),
        Case::new("a11y::no_keyboard_trap", no_keyboard_trap),
        Case::new("a11y::one_announcement_a_step", one_announcement_a_step),
        Case::new("a11y::the_tree_has_names", the_tree_has_names).only_in(&[Engine::Chromium]),
    ]
}

fn focused(page: &Page) -> Value {
    page.eval("(() => { const it = __focus(0); return it && [it.localName, it.type ?? '', it.value ?? ''] })()")
}

/// Tab reaches the group once, arrows move and select but never continue, Enter continues.
fn radio_group_by_keys(page: &Page) {
    open(page, &quiz("off"));
    page.ready();
    page.focus("#host-button");
    page.tab_until("the first radio has the focus", "__focus(0)?.type == 'radio'");
    assert_eq!(focused(page), json!(["input", "radio", "0"]));
    page.press(DOWN);
    page.wait("the second is checked", "__focus(0)?.value == '1' && __focus(0).checked");
    page.press(DOWN);
    page.wait("the third is checked", "__focus(0)?.value == '2' && __focus(0).checked");
    page.press(UP);
    page.wait("the second is checked again", "__focus(0)?.value == '1' && __focus(0).checked");
    assert_eq!(page.text(inside(".cm-prompt")), "One of these?", "arrows never go on");
    page.press(TAB);
    page.wait("Tab leaves the group", "__focus(0)?.localName == 'button'");
    page.press(ENTER);
    page.arrive(inside(".cm-prompt"), "Which of these?");
}

/// Tab stops at each checkbox, Space toggles it.
fn checkboxes_by_keys(page: &Page) {
    open(page, &quiz("off"));
    page.ready();
    page.click(choice("Option x"));
    page.arrive(inside(".cm-prompt"), "Which of these?");
    for at in 0..2 {
        page.press(TAB);
        page.wait(
            "the next box has the focus",
            &format!("__focus(0)?.value == '{at}' && __focus(0).type == 'checkbox'"),
        );
        page.press(SPACE);
        page.wait("it is checked", "__focus(0)?.checked");
    }
    page.wait("the third can't be picked", "__all({ widget: 0, selector: ':disabled', text: null }).length == 1");
    page.press(SPACE);
    page.wait("it is not any more", "__focus(0)?.checked === false");
    page.wait("the third can be picked", "__all({ widget: 0, selector: ':disabled', text: null }).length == 0");
    page.press(ENTER);
    page.arrive(inside(".cm-prompt"), "How much?");
}

/// Tab enters on one side and leaves on the other, from every card and from the result.
fn no_keyboard_trap(page: &Page) {
    open(page, &quiz("off"));
    page.run("const after = document.createElement('button'); after.id = 'after'; document.querySelector('main').append(after)");
    page.ready();
    let out = "document.activeElement?.id == 'after'";
    for _ in 0..4 {
        page.focus("#host-button");
        page.tab_until("Tab leads out of the widget", out);
        let before = page.text(inside(".cm [tabindex='-1']"));
        let several = page.count(inside("[type=checkbox], .cm-scale")) > 0;
        page.click(inside(".cm-choice"));
        if several {
            page.answered();
            page.click(inside(".cm-next"));
        }
        let heading = "__words({ widget: 0, selector: '.cm [tabindex=\"-1\"]', text: null })[0]";
        page.wait("the step is done", &format!("{heading} && {heading} != {}", json!(before)));
    }
}

/// The live region exists from the start, announces the visitor's position once per step, and the focus is on the new
/// heading.
fn one_announcement_a_step(page: &Page) {
    open(page, &quiz("off"));
    page.ready();
    page.run(
        "window.__said = []; window.__line = __all({ widget: 0, selector: '.cm > [role=status]', text: null })[0];
         new MutationObserver(() => __said.push(__line.textContent)).observe(__line, { childList: true, characterData: true, subtree: true })",
    );
    page.click(choice("Option x"));
    page.arrive(inside(".cm-prompt"), "Which of these?");
    page.click(choice("Option x"));
    page.answered();
    page.click(inside(".cm-next"));
    page.arrive(inside(".cm-prompt"), "How much?");
    page.click(inside(".cm-back"));
    page.arrive(inside(".cm-prompt"), "Which of these?");
    let said = ["Question 2 of 4", "Question 3 of 4", "Question 2 of 4"];
    page.wait("all is said", &format!("__said.length >= {}", said.len()));
    assert_eq!(page.eval("__said"), json!(said), "once a step");
    assert_eq!(page.eval("__line.isConnected"), json!(true), "the line is still the same");
}

/// Roles and names in the accessibility tree, in order.
fn the_tree_has_names(page: &Page) {
    open(page, &quiz("off"));
    page.ready();
    let card = tree(page);
    for (role, name) in [
        ("heading", "One of these?"),
        ("radiogroup", "One of these?"),
        ("radio", "Option x"),
        ("radio", "Option z"),
        ("button", "Next"),
        ("status", ""),
    ] {
        assert!(card.contains(&(role.to_owned(), name.to_owned())), "{role} {name:?} in {card:?}");
    }
    page.click(choice("Option x"));
    page.arrive(inside(".cm-prompt"), "Which of these?");
    let card = tree(page);
    assert!(card.contains(&("group".to_owned(), "Which of these?".to_owned())), "{card:?}");
    assert!(card.contains(&("checkbox".to_owned(), "Option y".to_owned())), "{card:?}");
    page.click(choice("Option x"));
    page.answered();
    page.click(inside(".cm-next"));
    page.arrive(inside(".cm-prompt"), "How much?");
    let card = tree(page);
    assert!(card.contains(&("radio".to_owned(), "1 of 5: Little".to_owned())), "{card:?}");
    page.click(inside(".cm-choice"));
    page.answered();
    page.click(inside(".cm-next"));
    page.arrive(inside(".cm-prompt"), "Like it?");
    page.click(inside(".cm-choice"));
    page.arrive_at_result();
    let result = tree(page);
    assert!(result.iter().any(|(role, name)| role == "region" && name == "Your best match"), "{result:?}");
    assert!(result.iter().any(|(role, name)| role == "heading" && name == "Career one"), "{result:?}");
    for role in ["button", "link", "heading", "DisclosureTriangle"] {
        assert!(result.iter().any(|(it, _)| it == role), "{role} in {result:?}");
    }
    assert!(
        result
            .iter()
            .all(|(role, name)| !["button", "link", "heading", "radio"].contains(&role.as_str()) || !name.is_empty())
    );
}

fn tree(page: &Page) -> Vec<(String, String)> {
    let tree = page.devtools("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().expect("a list");
    let word = |it: &Value| it["value"].as_str().unwrap_or_default().to_owned();
    let shown = nodes.iter().filter(|it| it["ignored"] == json!(false));
    shown.map(|it| (word(&it["role"]), word(&it["name"]))).collect()
}
