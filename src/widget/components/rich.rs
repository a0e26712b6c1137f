//! Texts with Markdown, as nodes and never as HTML.

use yew::prelude::*;

use crate::{
    config::is_allowed,
    text::{Block, Inline, markdown},
};

/// Paragraphs and lists.
#[inline(never)]
pub(in crate::widget) fn view_rich(text: &str) -> Html {
    let block = |it: Block| match it {
        Block::Paragraph(parts) => html! { <p>{ view_parts(parts) }</p> },
        Block::List(items) => html! {
            <ul>
                for item in items {
                    <li>{ view_parts(item) }</li>
                }
            </ul>
        },
    };
    markdown(text).into_iter().map(block).collect()
}

fn view_parts(parts: Vec<Inline>) -> Html {
    parts.into_iter().map(view_part).collect()
}

fn view_part(part: Inline) -> Html {
    match part {
        Inline::Text(text) => text.into(),
        Inline::Strong(parts) => html! { <strong>{ view_parts(parts) }</strong> },
        Inline::Emphasis(parts) => html! { <em>{ view_parts(parts) }</em> },
        Inline::Link { href, words } if is_allowed(&href) => {
            html! { <a {href} target="_blank" rel="noopener">{ view_parts(words) }</a> }
        }
        Inline::Link { words, .. } => view_parts(words),
        Inline::Break => html! { <br /> },
    }
}
