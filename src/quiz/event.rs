//! What happened, as told to the world outside: plain data with ids, nothing of the screen.

/// Something that a host page may want to know.
#[derive(Clone, Debug, PartialEq)]
pub enum QuizEvent {
    /// The visitor left the intro or gave their first answer.
    Start,
    /// A card came up.
    Step { card: String, number: usize, of: usize },
    /// An answer was given, or changed on the result: ids of options, `1` to `N` of a scale, `like` or `pass`; none for "not sure".
    Answer { card: String, answer: Vec<String> },
    /// The visitor went back to a card.
    Back { card: String },
    /// The result came up, or changed with an answer: careers by id with their match, best first, and all answers.
    /// `first` is told once for each visitor, however often the result changes or comes up again.
    /// `nothing` says that no answer counts, so that the ranking is no advice.
    Complete { ranking: Vec<(String, f64)>, answers: Vec<(String, Vec<String>)>, first: bool, nothing: bool },
    /// A call to action was followed.
    Cta { career: String, href: String },
}
