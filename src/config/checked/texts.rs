//! All texts of a quiz that visitors read.

use super::{Checked, Image, Line, ResponseFormat};

impl Checked {
    /// Calls `see` for each text that visitors read, with its career if it belongs to one.
    pub fn each_text(&mut self, see: &mut dyn FnMut(&mut String, Option<usize>)) {
        see(&mut self.title, None);
        alt(&mut self.logo, None, see);
        each(&mut self.intro.heading, None, see);
        each(&mut self.intro.body, None, see);
        for (at, career) in self.careers.iter_mut().enumerate() {
            let about = Some(at);
            see(&mut career.title, about);
            alt(&mut career.image, about, see);
            each(&mut career.summary, about, see);
            each(&mut career.day, about, see);
            each(&mut career.first_steps, about, see);
            career.tools.iter_mut().for_each(|tool| see(tool, about));
            career.cta.iter_mut().for_each(|cta| see(&mut cta.label, about));
            let rules = career.require.iter_mut().chain(&mut career.exclude);
            rules.for_each(|rule| see(&mut rule.reason, about));
        }
        self.traits.iter_mut().for_each(|it| see(&mut it.title, None));
        self.groups.iter_mut().for_each(|it| see(&mut it.title, None));
        for filter in &mut self.filters {
            see(&mut filter.title, None);
            filter.values.iter_mut().for_each(|value| see(&mut value.title, None));
        }
        for card in &mut self.cards {
            see(&mut card.prompt, None);
            each(&mut card.note, None, see);
            alt(&mut card.image, None, see);
            match &mut card.response {
                ResponseFormat::Options { options, .. } => {
                    for option in options {
                        see(&mut option.label, None);
                        alt(&mut option.image, None, see);
                    }
                }
                ResponseFormat::Line { line: Line::Scale { low, high, labels, .. }, .. } => {
                    [low, high].into_iter().chain(labels).for_each(|it| see(it, None));
                }
                ResponseFormat::Line { line: Line::Swipe { .. }, .. } => {}
            }
        }
        self.cta.iter_mut().for_each(|cta| see(&mut cta.label, None));
        each(&mut self.credit, None, see);
        if let Some(result) = &mut self.result {
            each(&mut result.caveat, None, see);
            let verdicts = &mut result.verdicts;
            for text in
                [&mut verdicts.clear, &mut verdicts.close, &mut verdicts.tie, &mut verdicts.band, &mut verdicts.none]
            {
                each(text, None, see);
            }
        }
    }

    /// Calls `see` for the address of each call to action, with its career if it belongs to one.
    pub fn each_address(&mut self, see: &mut dyn FnMut(&mut String, Option<usize>)) {
        for (at, career) in self.careers.iter_mut().enumerate() {
            career.cta.iter_mut().for_each(|cta| see(&mut cta.href, Some(at)));
        }
        self.cta.iter_mut().for_each(|cta| see(&mut cta.href, None));
    }
}

fn alt(image: &mut Option<Image>, about: Option<usize>, see: &mut dyn FnMut(&mut String, Option<usize>)) {
    if let Some(image) = image {
        see(&mut image.alt, about);
    }
}

fn each(text: &mut Option<String>, about: Option<usize>, see: &mut dyn FnMut(&mut String, Option<usize>)) {
    if let Some(text) = text {
        see(text, about);
    }
}
