//! The fields of a result page, and those of its links.

use super::{Object, text};
use crate::config::model::{Links, Matches, Offer, ResultPage, Section, Verdicts};

#[inline(never)]
pub(super) fn result_page(it: &mut Object) -> ResultPage {
    let matches = it.word("matches", &["percent", "tiers", "none"]);
    ResultPage {
        others: it.maybe_count("others"),
        matches: matches.map_or_else(Matches::default, |word| [Matches::Percent, Matches::Tiers, Matches::None][word]),
        sections: it.words("sections", &["cta", "early", "edit", "keep", "others", "excluded", "caveat"]).map(
            |words| {
                const SECTIONS: [Section; 7] = [
                    Section::Cta,
                    Section::Early,
                    Section::Edit,
                    Section::Keep,
                    Section::Others,
                    Section::Excluded,
                    Section::Caveat,
                ];
                words.into_iter().map(|word| SECTIONS[word]).collect()
            },
        ),
        chart: it.maybe_flag("chart").unwrap_or(true),
        keep: it.words("keep", &["result", "answers", "picture", "print"]).map(|words| {
            const OFFERS: [Offer; 4] = [Offer::Result, Offer::Answers, Offer::Picture, Offer::Print];
            words.into_iter().map(|word| OFFERS[word]).collect()
        }),
        caveat: it.maybe_text("caveat"),
        verdicts: it
            .maybe("verdicts", |reader, tree, path| {
                reader.object(tree, path, |it| Verdicts {
                    clear: it.maybe_text("clear"),
                    close: it.maybe_text("close"),
                    tie: it.maybe_text("tie"),
                    band: it.maybe_text("band"),
                    none: it.maybe_text("none"),
                })
            })
            .unwrap_or_default(),
    }
}

#[inline(never)]
pub(super) fn links(it: &mut Object) -> Links {
    Links {
        add: it.maybe("add", |reader, tree, path| reader.entries(tree, path, text)).unwrap_or_default(),
        pass: it.texts("pass").unwrap_or_default(),
        fields: it.maybe_flag("fields").unwrap_or(false),
    }
}
