//! All cases, one file per theme.

mod a11y;
pub mod bytes;
mod cards;
mod catalogue;
mod chunks;
mod disk;
mod divs;
mod embed;
mod faults;
mod frames;
mod hostile;
mod hosts;
mod keep;
mod languages;
mod lifecycle;
mod links;
mod looks;
mod origins;
mod places;
mod quiz;
mod recovery;
pub mod release;
mod result;
pub mod served;
mod sources;
mod tokens;
mod trouble;

use std::collections::BTreeSet;

use crate::{
    engine::{ALL, Engine},
    page::Page,
};

/// A requirement on a page, tested in each engine.
pub struct Case {
    /// `theme::what_happens`
    pub name: String,
    pub engines: &'static [Engine],
    pub play: Box<dyn Fn(&Page) + Send + Sync>,
}

impl Case {
    fn new(name: impl Into<String>, play: impl Fn(&Page) + Send + Sync + 'static) -> Self {
        Self { name: name.into(), engines: &ALL, play: Box::new(play) }
    }

    fn only_in(self, engines: &'static [Engine]) -> Self {
        Self { engines, ..self }
    }
}

pub fn all() -> Vec<Case> {
    [
        quiz::cases(),
        embed::cases(),
        sources::cases(),
        trouble::cases(),
        chunks::cases(),
        recovery::cases(),
        faults::cases(),
        origins::cases(),
        release::cases(),
        lifecycle::cases(),
        tokens::cases(),
        hosts::cases(),
        disk::cases(),
        divs::cases(),
        frames::cases(),
        places::cases(),
        hostile::cases(),
        looks::cases(),
        a11y::cases(),
        catalogue::cases(),
        result::cases(),
        keep::cases(),
        links::cases(),
        cards::cases(),
        languages::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The table of all cases by theme and engine, as a document contains it.
pub fn assert_matrix(document: &str) -> Result<(), libtest_mimic::Failed> {
    let text = std::fs::read_to_string(document)?;
    let all = all();
    let themes: BTreeSet<_> = all.iter().filter_map(|case| case.name.split("::").next()).collect();
    let row = |theme: &str, is_it: &dyn Fn(&Case) -> bool| {
        let counts =
            ALL.map(|engine| all.iter().filter(|it| is_it(it) && it.engines.contains(&engine)).count().to_string());
        format!("| {theme} | {} |", counts.join(" | "))
    };
    let rows = themes.iter().map(|theme| row(theme, &|case| case.name.split("::").next() == Some(theme)));
    let rows: Vec<_> = rows.chain([row("together", &|_| true)]).collect();
    match text.contains(&rows.join("\n")) {
        true => Ok(()),
        false => Err(format!("{document} should have\n{}", rows.join("\n")).into()),
    }
}
