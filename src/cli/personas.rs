//! Personas: simulated visitors of a config, their results, and problems for unexpected results.

use super::outputs::check as outputs;
use crate::{
    config::{Finding, Kind, Persona, Problem, Trail, listed, locate, model::Verdict},
    matcher::Answer,
    quiz::Quiz,
};

/// A persona and its result.
pub(super) struct Tried {
    name: String,
    expected: (Option<String>, Option<Verdict>),
    found: (Vec<String>, Verdict),
}

/// Plays all personas of a quiz.
pub(super) fn tried(quiz: &Quiz) -> Vec<Tried> {
    quiz.config().personas().iter().map(|persona| one(quiz, persona)).collect()
}

fn one(quiz: &Quiz, persona: &Persona) -> Tried {
    let answers = persona.answers.iter().map(|rows| Answer::from_bits(*rows)).collect();
    let outcome = quiz.matcher().outcome(&answers);
    let id = |career: usize| quiz.config().careers()[career].id.clone();
    Tried {
        name: persona.name.clone(),
        expected: (persona.career.map(id), persona.verdict),
        found: (outcome.ranking.best().iter().map(|place| id(place.career)).collect(), outcome.verdict),
    }
}

impl Tried {
    pub(super) fn passes(&self) -> bool {
        self.has_career() && self.expected.1.is_none_or(|verdict| verdict == self.found.1)
    }

    fn has_career(&self) -> bool {
        self.expected.0.as_ref().is_none_or(|id| self.found.0 == [id.clone()])
    }

    fn words(&self) -> String {
        let Self { name, expected: (career, verdict), found } = self;
        let ids = if found.0.is_empty() { "no career".to_owned() } else { listed::each(&found.0) };
        let word = found.1.word();
        // If career and verdict are both unexpected, the message has both.
        let verdict = verdict.filter(|it| *it != found.1).map(Verdict::word);
        let (should, get, instead) = match (career.as_ref().filter(|_| !self.has_career()), verdict) {
            (Some(id), Some(verdict)) => {
                (format!("`{id}` and the verdict `{verdict}`"), format!("{ids} and the verdict `{word}`"), None)
            }
            (Some(id), None) => {
                let instead = found.0.first().filter(|_| found.0.len() == 1).map(|it| format!("\"career\": \"{it}\""));
                (format!("`{id}`"), ids, instead)
            }
            (None, verdict) => (
                format!("the verdict `{}`", verdict.unwrap_or_default()),
                format!("`{word}`"),
                Some(format!("\"verdict\": \"{word}\"")),
            ),
        };
        let remedy = match instead {
            Some(instead) => format!("change the answers or the points, or write `{instead}`"),
            None => "change the answers, the points or the expected result".to_owned(),
        };
        format!("`{name}` should get {should}, but these answers lead to {get}; {remedy}")
    }

    pub(super) fn output(&self) -> outputs::Persona {
        outputs::Persona {
            name: self.name.clone(),
            passes: self.passes(),
            expected: outputs::Expected { career: self.expected.0.clone(), verdict: self.expected.1 },
            found: outputs::Found { careers: self.found.0.clone(), verdict: self.found.1 },
        }
    }
}

/// Problems for personas with an unexpected result.
pub(super) fn problems(text: &str, tried: &[Tried]) -> Vec<Problem> {
    let personas = Trail::Root.key("personas");
    let failed = tried.iter().enumerate().filter(|(_, tried)| !tried.passes());
    let mut problems: Vec<_> = failed
        .map(|(at, tried)| {
            let field = if tried.has_career() { "verdict" } else { "career" };
            let kind = Kind::Found(Finding::Persona { words: tried.words() });
            Problem::error(personas.index(at).key(field).path(), kind)
        })
        .collect();
    locate(text, &mut problems);
    problems
}
