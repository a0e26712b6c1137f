//! The widget's own texts by name, in the language of the quiz: the quiz's own texts, or else English.
//!
//! The English texts of the first card are part of the program. The others come with the chunk `result`. Other
//! languages are separate files (`src/text/words/`), in the same order.

use std::{cell::RefCell, rc::Rc};

use yew::AttrValue;

use crate::text::{fill, plain};

/// A text of the widget, by its index in the table.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::widget) struct Word(usize);

/// All texts of a language or of a quiz. An empty text falls back to English.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Table {
    words: Rc<[AttrValue]>,
    /// What the page says about its visitor: names and values in turn. Names of parameters begin with `?`.
    facts: Rc<[String]>,
    /// The tag of the language, for the browser's numbers and plurals.
    language: AttrValue,
}

macro_rules! words {
    (first { $($first:ident $first_key:literal $english:literal,)* } rest { $($rest:ident $key:literal,)* }) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum At { $($first,)* $($rest,)* }
        $(pub(in crate::widget) const $first: Word = Word(At::$first as usize);)*
        $(pub(in crate::widget) const $rest: Word = Word(At::$rest as usize);)*
        /// The English texts of the first card.
        const FIRST: &[&str] = &[$($english),*];
        /// The names of the texts in configs and language files.
        #[cfg(not(target_arch = "wasm32"))]
        pub const KEYS: &[&str] = &[$($first_key,)* $($key),*];
    };
}

words! {
first {
    START "start" "Start",
    BACK "back" "Back",
    NEXT "next" "Next",
    FINISH "finish" "See my result",
    NOT_SURE "notSure" "Not sure",
    LIKE "like" "Sounds like me",
    PASS "pass" "Not for me",
    DRAG "drag" "Swipe left or right, or choose below",
    PICK_ONE "pickOne" "Choose an answer to continue",
    PICK_MORE "pickMore" "Choose {count} more to continue",
    QUESTION "question" "Question {number} of {of}",
    QUESTION_AT_MOST "questionAtMost" "Question {number} of up to {of}",
    PICK_EXACTLY "pickExactly" "Choose {min}",
    PICK_ALL "pickAll" "Choose all that apply",
    PICK_UP_TO "pickUpTo" "Choose up to {max}",
    PICK_AT_LEAST "pickAtLeast" "Choose at least {min}",
    PICK_BETWEEN "pickBetween" "Choose {min} to {max}",
    STEP "step" "{number} of {of}",
    STEP_END "stepEnd" "{number} of {of}: {end}",
    ADAPTIVE "adaptive" "Your answers decide what comes next, so most people see only some questions.",
    ENDS_EARLY "endsEarly" "The quiz ends as soon as the result is clear.",
    ADDING_UP "addingUp" "Adding up your answers…",
    TRY_AGAIN "tryAgain" "Try again",
    FIND_OUT_MORE "findOutMore" "Find out more",
}
rest {
    BEST "best",
    BEST_OF_BAND "bestOfBand",
    TIE "tie",
    NONE "none",
    NOTHING "nothing",
    NOTHING_NOTE "nothingNote",
    TO_QUESTIONS "toQuestions",
    CLEAR "clear",
    CLOSE "close",
    BAND "band",
    NO_CHANGE "noChange",
    DECIDED "decided",
    EXCLUDED "excluded",
    WHY "why",
    ADDS_UP "addsUp",
    STARTING_POINT "startingPoint",
    EXPECTED "expected",
    TOGETHER "together",
    NOTHING_FOR "nothingFor",
    DAY "day",
    TOOLS "tools",
    FIRST_STEPS "firstSteps",
    OTHERS "others",
    CAVEAT "caveat",
    MORE "more",
    TRAITS "traits",
    YOU "you",
    TRAIT_TOLD "traitTold",
    AS_TABLE "asTable",
    MATCH "match",
    SPEAKS "speaks",
    KEEP "keep",
    LINK_RESULT "linkResult",
    LINK_RESULT_NOTE "linkResultNote",
    LINK_ANSWERS "linkAnswers",
    LINK_ANSWERS_NOTE "linkAnswersNote",
    SHARE "share",
    PICTURE "picture",
    PRINT "print",
    EDIT "edit",
    UNDO "undo",
    SEARCH "search",
    ALL "all",
    SHOW_MORE "showMore",
    RESTART "restart",
    FOUND "found",
    EARLY "early",
    EARLY_TOP "earlyTop",
    CERTAINLY "certainly",
    VERY_LIKELY "veryLikely",
    LIKELY "likely",
    PROBABLY "probably",
    PERHAPS "perhaps",
    COMPARE "compare",
    LOST "lost",
    SHARED "shared",
    NOW_FIRST "nowFirst",
    NOW_LEVEL "nowLevel",
    MOVED_NEW "movedNew",
    MOVED_FROM "movedFrom",
    PERCENT "percent",
    MATCHED "matched",
    CHANGE "change",
    CHANGE_LEVEL "changeLevel",
    CHANGE_NONE "changeNone",
    AHEAD "ahead",
    LIST_MORE "listMore",
    COMMA "comma",
    TIER_STRONG "tierStrong",
    TIER_GOOD "tierGood",
    TIER_FAIR "tierFair",
    TIER_WEAK "tierWeak",
    BAD_LINK "badLink",
    COPY_YOURSELF "copyYourself",
    NO_PICTURE "noPicture",
    NO_PRINT "noPrint",
}
}

thread_local! {
    /// All English texts, once they have loaded.
    static ENGLISH: RefCell<Vec<String>> = RefCell::new(english());
}

/// The English texts in the program; in browsers the others load later.
fn english() -> Vec<String> {
    #[cfg(not(target_arch = "wasm32"))]
    {
        let words: serde_json::Map<_, _> = serde_json::from_str(crate::text::words::ENGLISH).unwrap_or_default();
        words.values().filter_map(|it| it.as_str()).map(str::to_owned).collect()
    }
    #[cfg(target_arch = "wasm32")]
    Vec::new()
}

/// Sets the texts of the result.
pub fn arrive(words: Vec<String>) {
    ENGLISH.set(words);
}

impl Table {
    /// From the texts, followed by the tag of their language; and what the page says.
    pub fn new(mut words: Vec<String>, facts: Vec<String>) -> Self {
        let language = words.pop().unwrap_or_default().into();
        let words = words.into_iter().map(AttrValue::from).collect();
        Self { words, facts: facts.into(), language }
    }
}

/// The language of a quiz: texts, digits and plural forms. Without a table it is English.
#[derive(Clone, Copy)]
pub struct Locale<'a>(pub Option<&'a Table>);

impl<'a> Locale<'a> {
    pub(in crate::widget) fn say(self, word: Word) -> AttrValue {
        self.with(word, &[])
    }

    /// The text as written, with names in braces.
    fn written(self, word: Word) -> AttrValue {
        let own = self.0.and_then(|table| table.words.get(word.0)).filter(|it| !it.is_empty());
        own.cloned().unwrap_or_else(|| match FIRST.get(word.0) {
            Some(english) => AttrValue::Static(english),
            None => ENGLISH.with_borrow(|words| words.get(word.0).cloned().unwrap_or_default().into()),
        })
    }

    /// The text with a value for each `{name}`.
    #[inline(never)]
    pub(in crate::widget) fn with(self, word: Word, values: &[(&str, &str)]) -> AttrValue {
        let words = self.written(word);
        if !words.contains(['{', '}']) {
            return words;
        }
        let value = |name: &str, which: &str| match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => Some((*value).to_owned()),
            None if ["param", "field"].contains(&name) => said_by_page(&self.0?.facts, name, which),
            None => None,
        };
        fill(&words, value).into()
    }

    /// The plural form for a count, from `one: …|other: …`; the names are those of the plural rules (CLDR).
    pub(in crate::widget) fn counted(self, word: Word, count: usize) -> AttrValue {
        let words = self.with(word, &[("count", &self.number(count as i32))]);
        let wanted = self.plural(count);
        let mut found = "";
        for form in words.split('|') {
            let (name, words) = form.split_once(':').unwrap_or(("", form));
            if name.trim() == wanted {
                return words.trim().to_owned().into();
            }
            found = words;
        }
        found.trim().to_owned().into()
    }

    /// The tag of the language; `None` is English.
    #[cfg(target_arch = "wasm32")]
    fn language(self) -> Option<&'a str> {
        self.0.map(|table| table.language.as_str()).filter(|it| !it.is_empty())
    }

    /// A number in the digits of the language.
    #[inline(never)]
    pub(in crate::widget) fn number(self, number: i32) -> String {
        #[cfg(target_arch = "wasm32")]
        if let Some(language) = self.language() {
            return js_sys::Number::from(number).to_locale_string(language).into();
        }
        number.to_string()
    }

    /// The name of the plural form for a count.
    fn plural(self, count: usize) -> String {
        #[cfg(target_arch = "wasm32")]
        if let Some(language) = self.language() {
            let languages = js_sys::Array::of1(&language.into());
            return js_sys::Intl::PluralRules::new(&languages, &js_sys::Object::new()).select(count as f64).into();
        }
        if count == 1 { "one" } else { "other" }.to_owned()
    }
}

/// A parameter of the page's address, or a field that the page has set on the element. An entry of the chunk `texts`,
/// which loads before any quiz whose texts have such names.
#[inline(never)]
fn said_by_page(facts: &[String], name: &str, which: &str) -> Option<String> {
    let mark = match name {
        "param" => "?",
        "field" => "",
        _ => return None,
    };
    let key = [mark, which].concat();
    let value = facts.chunks_exact(2).find(|it| it[0] == key)?;
    Some(plain(&value[1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_and_the_file_know_the_same_words_in_the_same_order() {
        let file: serde_json::Map<_, _> = serde_json::from_str(crate::text::words::ENGLISH).expect("JSON");
        let own: Vec<_> = file.keys().take(KEYS.len()).map(String::as_str).collect();
        assert_eq!(own, KEYS);
        let said: Vec<_> = file.values().take(FIRST.len()).filter_map(|it| it.as_str()).collect();
        assert_eq!(said, FIRST);
    }

    #[test]
    fn counts_choose_their_form() {
        let lost = |count| Locale(None).counted(LOST, count);
        assert!(lost(1).contains("1 of your answers no longer applies"));
        assert!(lost(2).contains("2 of your answers no longer apply."));
    }
}
