//! Rules for made-up visitors.

use super::{Checker, condition::Earlier};
use crate::config::{checked::Persona, model, path::Trail, problem::Kind};

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
                    answers[card] =
                        names.fold(0, |rows, name| rows | self.answer(&path, name, id, &cards.cards[card].ask));
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
}
