//! The fields of matching: the model, traits, axes, and the answers that people in a career give.

use super::{Object, Reader, Trail, Tree, number};
use crate::config::{
    entries::Entries,
    model::{Axis, AxisEnd, Matching, Model, Norm, Score, Similarity, Ties, Trait},
};

pub(super) fn matching(it: &mut Object) -> Matching {
    let model = it.word("model", &["points", "traits", "bayes"]);
    let score = it.word("score", &["attainable", "z", "raw"]);
    let similarity = it.word("similarity", &["shape", "distance", "affinity"]);
    let similarities = [Similarity::Shape, Similarity::Distance, Similarity::Affinity];
    Matching {
        model: model.map_or_else(Model::default, |word| [Model::Points, Model::Traits, Model::Bayes][word]),
        score: score.map_or_else(Score::default, |word| [Score::Attainable, Score::Z, Score::Raw][word]),
        similarity: similarity.map_or_else(Similarity::default, |word| similarities[word]),
        temper: it.maybe_number("temper"),
        ties: if it.word("ties", &["shared", "priority"]) == Some(1) { Ties::Priority } else { Ties::Shared },
        tie_career: it.maybe_text("tieCareer"),
    }
}

#[inline(never)]
pub(super) fn a_trait(reader: &mut Reader, tree: &Tree, path: &Trail) -> Trait {
    reader.object(tree, path, |it| Trait {
        id: it.text("id"),
        title: it.text("title"),
        visitors: it.maybe("visitors", norm),
        careers: it.maybe("careers", norm),
    })
}

#[inline(never)]
pub(super) fn axis(reader: &mut Reader, tree: &Tree, path: &Trail) -> Axis {
    let end = |reader: &mut Reader, tree: &Tree, path: &Trail| {
        reader.object(tree, path, |it| AxisEnd {
            letter: it.text("letter"),
            title: it.text("title"),
            summary: it.maybe_text("summary"),
        })
    };
    reader.object(tree, path, |it| Axis {
        of: it.text("trait"),
        low: it.needed("low", end),
        high: it.needed("high", end),
    })
}

#[inline(never)]
pub(super) fn expect(reader: &mut Reader, tree: &Tree, path: &Trail) -> Entries<Norm> {
    reader.entries(tree, path, norm)
}

pub(super) fn norm(reader: &mut Reader, tree: &Tree, path: &Trail) -> Norm {
    reader.object(tree, path, |it| Norm { mean: it.needed("mean", number), spread: it.needed("spread", number) })
}
