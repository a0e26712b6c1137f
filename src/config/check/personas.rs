//! Rules for personas.

use super::{Checker, condition::Earlier};
use crate::config::{checked::Persona, model, path::Trail, problem::Kind};
#[cfg(feature = "authors")]
use crate::config::{checked::ResponseFormat, problem::Problem};

impl Checker<'_> {
    pub(super) fn personas(&mut self, path: &Trail, personas: Vec<model::Persona>, cards: &Earlier) -> Vec<Persona> {
        let check = |(i, persona)| self.persona(&path.index(i), persona, cards);
        personas.into_iter().enumerate().map(check).collect()
    }

    fn persona(&mut self, path: &Trail, persona: model::Persona, cards: &Earlier) -> Persona {
        self.text(&path.key("name"), &persona.name);
        let mut answers = vec![0; cards.cards.len()];
        let given = path.key("answers");
        for (id, cell) in &persona.answers.0 {
            let path = given.key(id);
            match cards.ids.get(id) {
                Some(card) => {
                    let names = cell.split('|').map(str::trim_ascii);
                    let response = &cards.cards[card].response;
                    let found = self.problems.len();
                    answers[card] = names.fold(0, |rows, name| rows | self.answer(&path, name, id, response));
                    // A wrong answer has been reported already.
                    #[cfg(feature = "authors")]
                    if self.problems.len() == found && !response.takes(answers[card]) {
                        self.picks(&path, response, answers[card]);
                    }
                    let _ = found;
                }
                None => {
                    let known = cards.cards.iter().map(|card| card.id.as_str());
                    let suggestion = self.meant(id, known);
                    self.error(&path, Kind::UnknownId { what: "card", id: id.clone(), suggestion });
                }
            }
        }
        let career = persona.career.as_ref().and_then(|id| {
            let career = self.careers.get(id);
            if career.is_none() {
                let suggestion = self.suggestion(self.careers, id);
                self.error(&path.key("career"), Kind::UnknownId { what: "career", id: id.clone(), suggestion });
            }
            career
        });
        Persona { name: persona.name, answers, career, verdict: persona.verdict }
    }

    /// An answer with more or fewer selections than its card allows.
    #[cfg(feature = "authors")]
    fn picks(&mut self, path: &Trail, response: &ResponseFormat, rows: u64) {
        let (least, most) = response.picks();
        // A mistake of the card is not reported for the persona too.
        if least > most || most == 0 {
            return;
        }
        let count = rows.count_ones();
        let alone = (0..response.len())
            .find(|row| rows & response.exclusive() & 1 << row != 0)
            .map(|row| response.name(row));
        let words = match alone {
            Some(name) => format!("`{name}` excludes the others; write it alone"),
            None if least == most => format!("this picks {count}; the card takes {least}"),
            None => format!("this picks {count}; the card takes {least} to {most}"),
        };
        let kind = Kind::OutOfRange { value: count.into(), least: least as i32, most: most as i32 };
        self.problems.push(Problem { advice: Some(words.into()), ..Problem::warning(path.path(), kind) });
    }
}
