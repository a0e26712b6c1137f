//! An embeddable quiz that shows which careers fit, why, and what to do next.
//!
//! # Example
//!
//! A quiz is a JSON text. `load` checks it, `Quiz` compiles it, and its matcher ranks the careers:
//!
//! ```
//! use career_matcher::{config::{Audience, load}, matcher::Answer, quiz::Quiz};
//!
//! let text = r#"{
//!   "version": 1,
//!   "title": "Which job suits you?",
//!   "careers": [{ "id": "baker", "title": "Baker" }, { "id": "diver", "title": "Diver" }],
//!   "cards": [
//!     { "id": "start", "kind": "single", "prompt": "When do you start?", "options": [
//!       { "id": "early", "label": "At four", "points": { "baker": 2 } },
//!       { "id": "late", "label": "At nine", "points": { "diver": 2 } } ] },
//!     { "id": "water", "kind": "swipe", "prompt": "Cold water?", "points": { "diver": 1 } }
//!   ]
//! }"#;
//! let quiz = Quiz::new(load(text, Audience::Author).expect("the quiz has no errors").config);
//! let (careers, cards) = (quiz.config().careers(), quiz.config().cards());
//!
//! // One answer per card, in the order of the cards; `None` means "not sure".
//! let answer = |card: usize, name| cards[card].response.row(name).map(Answer::one);
//! let answers = vec![answer(0, "early"), answer(1, "like")];
//!
//! for place in quiz.matcher().rank(&answers).places() {
//!     println!("{}. {}: {:.0} %", place.rank, careers[place.career].title, 100.0 * place.share);
//!     let reasons = quiz.matcher().reasons(&answers, place.career);
//!     println!("   {:.0} before any answer", 100.0 * reasons.start);
//!     for (card, part) in cards.iter().zip(reasons.cards) {
//!         println!("   {:+.0} {}", 100.0 * part, card.prompt);
//!     }
//! }
//! # let reasons = quiz.matcher().reasons(&answers, 1);
//! # assert_eq!((reasons.start, reasons.cards), (0.5, vec![-0.25, 0.25]));
//! # let places = quiz.matcher().rank(&answers).places().to_vec();
//! # assert_eq!(places.iter().map(|it| (it.rank, it.career, it.share)).collect::<Vec<_>>(), [(1, 0, 1.0), (2, 1, 0.5)]);
//! ```
//!
//! This prints:
//!
//! ```text
//! 1. Baker: 100 %
//!    50 before any answer
//!    +50 When do you start?
//!    +0 Cold water?
//! 2. Diver: 50 %
//!    50 before any answer
//!    -25 When do you start?
//!    +25 Cold water?
//! ```
//!
//! If the text has errors, `load` returns a list of problems instead. Each has a stable code and a message with its
//! place in the text:
//!
//! ```
//! # use career_matcher::config::{Audience, load};
//! let text = r#"{ "version": 1, "title": "Which job suits you?", "careers": [], "cards": [] }"#;
//! let problems = load(text, Audience::Author).expect_err("there is nothing to rank");
//! assert_eq!(problems[0].code(), "no-careers");
//! assert_eq!(problems[0].to_string(), "careers: line 1, column 61: a quiz needs at least one career");
//! ```
//!
//! # Modules
//!
//! Read them in this order. No module uses a later one.
//!
//! - [`config`]: the format of a quiz, every mistake that it can contain, and the message for each. `text` reads the
//!   Markdown and the names in braces.
//! - [`matcher`]: from a checked config and answers to ranked careers, the reasons, and how sure the result is.
//! - [`adaptive`]: which card to ask next, and how likely it is that the first place stays first.
//! - [`quiz`]: the state of one visitor: the current screen, the answers so far, and what each action leads to.
//! - `lab` (feature `lab`): how a quiz treats all its visitors: who can win, how often, and what never matters.
//! - `widget` (feature `widget`): the Yew components that draw a quiz.
//! - `embed` (feature `widget`): the custom element `<career-matcher>`: attributes in, events out.
//! - `cli` (feature `cli`): the command line, which applies the core to files.
//!
//! The modules before `widget` are pure: they use no clock, no browser and no files, and randomness comes in as a
//! seed. ARCHITECTURE.md gives the reasons.

pub mod adaptive;
#[cfg(feature = "cli")]
pub mod cli;
pub mod config;
#[cfg(feature = "widget")]
pub mod embed;
#[cfg(feature = "lab")]
pub mod lab;
pub mod matcher;
mod numeric;
pub mod quiz;
#[doc(hidden)]
pub mod random;
mod sorting;
pub mod text;
#[cfg(feature = "widget")]
pub mod widget;
