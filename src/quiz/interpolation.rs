//! Interpolation: replaces the names in a quiz's texts with values, for one visitor in one state. It must never know
//! where the page's values come from.

use super::{Quiz, Standing, State};
use crate::{
    config::{Checked, Line, ResponseFormat},
    matcher::Answer,
    text::{fill, plain},
};

/// Values from the page. All of them are untrusted: whoever made the link may have chosen them.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct TemplateContext {
    /// Parameters of the page's address.
    pub params: Vec<(String, String)>,
    /// Fields that the page set on the element.
    pub fields: Vec<(String, String)>,
    /// Labels of answers without a label in the config.
    pub like: String,
    pub pass: String,
}

/// The quiz with all texts interpolated, with numbers in the format of the visitor's language. The matching does not
/// change.
#[inline(never)]
pub fn interpolated(
    quiz: &Quiz,
    (state, standing): (&State, Option<&Standing>),
    context: &TemplateContext,
    number: &dyn Fn(i32) -> String,
) -> Quiz {
    let mut interpolated = quiz.clone();
    let (shares, leader) = shares(quiz, standing);
    let config = quiz.config();
    // Values from the config are interpolated in turn, with the page's values only.
    let own = |text: &str| fill(text, |name, which| outside(context, name, which).map(plain));
    let titles: Vec<_> = config.careers().iter().map(|career| own(&career.title)).collect();
    interpolated.config.each_text(&mut |text, about| {
        if text.contains('{') {
            *text = fill(text, |name, which| match (name, about) {
                ("answer", _) => answered(config, state, which, context, number).as_deref().map(own),
                ("career", Some(career)) => Some(titles[career].clone()),
                ("career", None) => leader.map(|career| titles[career].clone()),
                ("percent", Some(career)) => shares.get(career).map(|share| number(whole(*share))),
                ("percent", None) => leader.map(|career| number(whole(shares[career]))),
                _ => outside(context, name, which).map(plain),
            });
        }
    });
    let in_address = |about: Option<usize>, name: &str, which: &str| match name {
        // In an address a career is its id.
        "career" => about.or(leader).map(|career| config.careers()[career].id.clone()),
        _ => outside(context, name, which).map(capped),
    };
    let links = config.links();
    let params = |about: Option<usize>| {
        let mut all: Vec<(&str, String)> = Vec::new();
        let Some(links) = links else { return all };
        let mut put = |name, value: String| {
            all.retain(|(known, _)| *known != name);
            all.push((name, value));
        };
        for (name, value) in &links.add.0 {
            put(name, fill(value, |it, which| in_address(about, it, which)));
        }
        for (name, value) in context.params.iter().filter(|(name, _)| links.pass.contains(name)) {
            put(name, capped(value));
        }
        for (name, value) in context.fields.iter().filter(|_| links.fields) {
            put(name, capped(value));
        }
        all.retain(|(_, value)| !value.is_empty());
        all
    };
    interpolated.config.each_address(&mut |href, about| {
        if href.contains('{') {
            *href = fill(href, |it, which| in_address(about, it, which).map(|it| encoded(&it)));
        }
        *href = with_params(href, &params(about));
    });
    interpolated
}

/// A value from the page, unchanged.
fn outside<'a>(context: &'a TemplateContext, name: &str, which: &str) -> Option<&'a str> {
    let list = match name {
        "param" => &context.params,
        "field" => &context.fields,
        _ => return None,
    };
    list.iter().find(|(name, _)| name == which).map(|(_, value)| value.as_str())
}

/// A value for an address. It is percent-encoded later, so all characters are allowed; click ids are longer than words.
fn capped(value: &str) -> String {
    const MOST: usize = 512;
    value.chars().take(MOST).collect()
}

/// Each career's match, and the first career; empty before the result, and if no answer counts.
fn shares(quiz: &Quiz, standing: Option<&Standing>) -> (Vec<f64>, Option<usize>) {
    let Some(standing) = standing.filter(|it| !it.nothing) else { return (Vec::new(), None) };
    let mut shares = vec![0.0; quiz.config().careers().len()];
    standing.ranking.places().iter().for_each(|place| shares[place.career] = place.share);
    (shares, standing.ranking.best().first().map(|place| place.career))
}

/// A share in percent, rounded, without a percent sign.
fn whole(share: f64) -> i32 {
    (share * 100.0 + 0.5) as i32
}

fn answered(
    config: &Checked,
    state: &State,
    card: &str,
    context: &TemplateContext,
    number: &dyn Fn(i32) -> String,
) -> Option<String> {
    let at = config.cards().iter().position(|it| it.id == card)?;
    let answer: Answer = state.answers()[at]?;
    let response = &config.cards()[at].response;
    let words = |row: usize| match (response.label(row), response) {
        (Some(label), _) => label.clone(),
        (None, ResponseFormat::Line { line: Line::Swipe { .. }, .. }) if row == 0 => context.like.clone(),
        (None, ResponseFormat::Line { line: Line::Swipe { .. }, .. }) => context.pass.clone(),
        (None, _) => number(row as i32 + 1),
    };
    Some(answer.rows().map(words).collect::<Vec<_>>().join(", "))
}

/// Adds parameters that the address does not have yet, before the fragment (`#`).
fn with_params(href: &str, params: &[(&str, String)]) -> String {
    let other = ["mailto:", "tel:"]
        .iter()
        .any(|scheme| href.get(..scheme.len()).is_some_and(|it| it.eq_ignore_ascii_case(scheme)));
    let (page, place) = href.split_at(href.find('#').unwrap_or(href.len()));
    let mut page = page.to_owned();
    for (name, value) in params.iter().filter(|_| !other && !page_only(href)) {
        let has = href.split(['?', '&', '#']).skip(1).any(|it| it.split('=').next() == Some(name));
        if !has {
            page += if page.contains('?') { "&" } else { "?" };
            page += &[encoded(name).as_str(), "=", &encoded(value)].concat();
        }
    }
    page + place
}

/// A fragment of the same page: parameters have no receiver.
fn page_only(href: &str) -> bool {
    href.starts_with('#')
}

/// Percent-encodes a component of an address (RFC 3986).
fn encoded(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => encoded.push(byte.into()),
            _ => {
                let digit = |it: u8| char::from(HEX[usize::from(it)]);
                encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        config::{Audience, load},
        quiz::Action,
    };

    fn quiz() -> Quiz {
        let config = r#"{ "version": 1, "title": "Hello {param:name|you}", "careers": [
            { "id": "baker", "title": "Baker", "summary": "{career}: {percent} of you, since “{answer:hour|nothing}”.",
              "cta": [{ "label": "Be a {career}", "href": "/jobs/{career}?a=1#top" }, { "label": "Call", "href": "tel:123" }] },
            { "id": "diver", "title": "{field:rank|Head} diver", "summary": "{ career } of {utm_source|all}, {{career}}, {career" }],
          "links": { "add": { "utm_source": "quiz", "utm_content": "{career}", "a": "2" }, "pass": ["utm_source", "gclid"], "fields": true },
          "cta": [{ "label": "Like {career}, {param:who}", "href": "/all/{career}/{param:who|me}" }],
          "cards": [{ "id": "hour", "kind": "single", "prompt": "When, {field:who}?", "image": "x.svg", "imageAlt": "{field:who}’s clock", "options": [
            { "id": "early", "label": "Early", "points": { "baker": 1 } }, { "id": "late", "label": "Late", "points": { "diver": 1 } }] }] }"#;
        Quiz::new(load(config, Audience::Author).expect("the quiz is fine").config)
    }

    fn interpolated(quiz: &Quiz, state: &State, context: &TemplateContext) -> Quiz {
        super::interpolated(quiz, (state, state.standing(quiz).as_ref()), context, &|it| it.to_string())
    }

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn texts_and_addresses_are_filled() {
        let quiz = quiz();
        let context = TemplateContext {
            params: pairs(&[("name", "Ada <b>"), ("utm_source", "news letter")]),
            fields: pairs(&[("who", "Ann")]),
            ..TemplateContext::default()
        };
        let state = State::new(&quiz, 0);
        let first = interpolated(&quiz, &state, &context);
        assert_eq!(first.config().title(), "Hello Ada b");
        assert_eq!(first.config().cards()[0].prompt, "When, Ann?");
        assert_eq!(first.config().cards()[0].image.as_ref().map(|it| it.alt.as_str()), Some("Ann’s clock"));
        assert_eq!(interpolated(&quiz, &state, &TemplateContext::default()).config().title(), "Hello you");
        let diver = &first.config().careers()[1];
        assert_eq!(diver.summary.as_deref(), Some("Head diver of all, {career}, career"));
        let state = state.after(&quiz, Action::Choose(Answer::one(0))).expect("there is an answer");
        let last = interpolated(&quiz, &state, &context);
        let baker = &last.config().careers()[0];
        assert_eq!(baker.summary.as_deref(), Some("Baker: 100 of you, since “Early”."));
        let in_words =
            super::interpolated(&quiz, (&state, state.standing(&quiz).as_ref()), &context, &|it| format!("<{it}>"))
                .config()
                .careers()[0]
                .summary
                .clone();
        assert_eq!(in_words.as_deref(), Some("Baker: <100> of you, since “Early”."));
        assert_eq!(baker.cta[0].label, "Be a Baker");
        assert_eq!(baker.cta[0].href, "/jobs/baker?a=1&utm_content=baker&utm_source=news%20letter&who=Ann#top");
        assert_eq!(baker.cta[1].href, "tel:123");
    }

    #[test]
    fn what_is_passed_on_arrives_as_it_came() {
        let quiz = quiz();
        let id = format!("Cj0/a:b=c|{}", "x".repeat(100));
        let context = TemplateContext {
            params: pairs(&[("gclid", &id), ("who", "a/b?c"), ("other", "no")]),
            fields: pairs(&[("plan", &"é".repeat(600))]),
            ..TemplateContext::default()
        };
        let state = State::new(&quiz, 0).after(&quiz, Action::Choose(Answer::one(1))).expect("there is an answer");
        let all = interpolated(&quiz, &state, &context);
        let href = &all.config().cta()[0].href;
        let sent = format!("gclid=Cj0%2Fa%3Ab%3Dc%7C{}&plan=", "x".repeat(100));
        let (before, after) = href.split_once(&sent).expect("the id is whole");
        assert_eq!(before, "/all/diver/a%2Fb%3Fc?utm_source=quiz&utm_content=diver&a=2&");
        assert_eq!(after, "%C3%A9".repeat(512));
        assert_eq!(all.config().cta()[0].label, "Like Head diver, abc");
        let before = interpolated(&quiz, &State::new(&quiz, 0), &TemplateContext::default());
        assert_eq!(before.config().cta()[0].href, "/all//me?utm_source=quiz&a=2");
    }
}
