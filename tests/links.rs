//! Codes of links and storage: decoding gives back what was encoded, for any ids, and never anything else.

use career_matcher::{
    config::{Audience, load},
    matcher::Answer,
    quiz::{
        Action, Owner, Quiz, Screen, State, answer_ids, content_id, decode, decode_result, encode, encode_result,
        owner, resume,
    },
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Words that collide in 32-bit FNV-1a, in pairs.
const ALIKE: [&str; 6] = ["costarring", "liquid", "declinate", "macallums", "altarage", "zinke"];
/// The same in 64 bits.
const ALIKE_64: [&str; 2] = ["8yn0iYCKYHlIj4-BwPqk", "GReLUrM4wMqfg9yzV3KQ"];

fn load_quiz(quiz: &Value) -> Quiz {
    Quiz::new(load(&quiz.to_string(), Audience::Author).unwrap_or_else(|it| panic!("{it:?} in {quiz}")).config)
}

/// A quiz with a card for each of these ids, with the other ids as its options, and a career for each.
fn made_of(ids: &[String]) -> Value {
    let few = ids.len().min(20);
    let options: Vec<_> = ids[..few].iter().map(|id| json!({ "id": id, "label": id, "points": { (id): 1 } })).collect();
    let card = |(at, id): (usize, &String)| {
        let kind = if at % 3 == 1 { "multiple" } else { "single" };
        json!({ "id": id, "kind": kind, "prompt": id, "options": options })
    };
    json!({
        "version": 1, "title": "A quiz", "intro": { "show": "off" },
        "careers": ids.iter().map(|id| json!({ "id": id, "title": id })).collect::<Vec<_>>(),
        "cards": ids.iter().enumerate().map(card).collect::<Vec<_>>(),
    })
}

/// Answers to as many cards as there are numbers, with one or two rows each.
fn answered(quiz: &Quiz, rows: &[usize]) -> State {
    let mut state = State::new(quiz, 5);
    for row in rows {
        let Screen::Card(card) = state.screen() else { break };
        let ask = &quiz.config().cards()[card].response;
        let picks = Answer::of((0..ask.picks().1.min(2)).map(|more| (row + more) % ask.len()));
        state = state.after(quiz, Action::Choose(picks.expect("there are picks"))).expect("it goes on");
    }
    state
}

/// The answers by ids.
fn told(quiz: &Quiz, state: &State) -> Vec<(String, Vec<String>)> {
    let cards = quiz.config().cards().iter().zip(state.answers());
    let told = cards.filter(|(_, answer)| answer.is_some());
    told.map(|(card, answer)| (card.id.clone(), answer_ids(card, *answer))).collect()
}

fn comes_back(ids: &[String], rows: &[usize]) {
    let quiz = load_quiz(&made_of(ids));
    let state = answered(&quiz, rows);
    let code = encode(&quiz, &state);
    assert_eq!(owner(&quiz, &code), Owner::Same);
    let (back, lost) = decode(&quiz, &code, 1).expect("it is a code");
    assert_eq!((told(&quiz, &back), lost), (told(&quiz, &state), 0), "{code}");
    assert_eq!(back.screen(), state.screen());
    let ranking = quiz.matcher().rank(state.answers());
    let shared = decode_result(&quiz, &encode_result(&quiz, &ranking)).expect("it is a result");
    let first = ranking.places().iter().take(5).map(|it| it.career).collect::<Vec<_>>();
    assert_eq!(shared.iter().map(|it| it.0).collect::<Vec<_>>(), first);
}

fn any_ids() -> impl Strategy<Value = Vec<String>> {
    let id = prop_oneof![
        "[a-z]{1,3}",
        "[A-Za-z0-9._-]{1,12}",
        "[a-zé漢𝒜-]{1,40}",
        "(x|y){100}",
        prop::sample::select([ALIKE.as_slice(), &ALIKE_64].concat()).prop_map(str::to_owned),
    ];
    prop::collection::btree_set(id, 3..40).prop_map(|ids| ids.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_ids_come_back(ids in any_ids(), rows in prop::collection::vec(0..20usize, 0..40)) {
        comes_back(&ids, &rows);
    }

    /// Cards, options and careers of a changed quiz are never confused with those of the first.
    #[test]
    fn what_is_gone_is_left_out(ids in any_ids(), rows in prop::collection::vec(0..20usize, 1..40), cut in 1..20usize) {
        let quiz = load_quiz(&made_of(&ids));
        let state = answered(&quiz, &rows);
        let (gone, kept) = ids.split_at(cut.min(ids.len() - 2));
        // Removed ids are replaced with ids that are as similar as possible.
        let mut changed: Vec<_> = gone.iter().map(|id| {
            let twin = ALIKE.iter().position(|it| it == id).map(|at| ALIKE[at ^ 1].to_owned());
            twin.unwrap_or_else(|| format!("{id}-")).chars().take(100).collect::<String>()
        }).filter(|id| !ids.contains(id)).collect();
        changed.sort();
        changed.dedup();
        changed.extend_from_slice(kept);
        let changed = load_quiz(&made_of(&changed));
        let (back, lost) = resume(&changed, &encode(&quiz, &state), 1).expect("it is a code");
        let before = told(&quiz, &state);
        for it in told(&changed, &back) {
            prop_assert!(before.contains(&it), "{it:?} is made up: {before:?}");
        }
        prop_assert_eq!(told(&changed, &back).len() + lost, before.len());
        if let Some(shared) = decode_result(&changed, &encode_result(&quiz, &quiz.matcher().rank(state.answers()))) {
            for (career, _) in shared {
                prop_assert!(ids.contains(&changed.config().careers()[career].id));
            }
        }
    }

    /// Codes survive the changes of chats and mails; missing or wrong characters are detected.
    #[test]
    fn damage_is_mended_or_seen(rows in prop::collection::vec(0..6usize, 1..6), at in 0..400usize, end in "[ .,;:!?)>\"'…]{0,3}[-_a-zA-Z&=]{0,20}") {
        let ids = ["one", "two", "three", "four", "five", "a-long-name-of-something"].map(str::to_owned);
        let quiz = load_quiz(&made_of(&ids));
        let state = answered(&quiz, &rows);
        for code in [encode(&quiz, &state), encode_result(&quiz, &quiz.matcher().rank(state.answers()))] {
            let at = at % code.len();
            let broken = format!("{}\r\n {}{end}", &code[..at], &code[at..]);
            let whole = (decode(&quiz, &code, 1), decode_result(&quiz, &code));
            prop_assert!(whole.0.is_some() != whole.1.is_some());
            prop_assert_eq!((decode(&quiz, &broken, 1), decode_result(&quiz, &broken)), whole);
            let short = &code[..at];
            prop_assert!(decode(&quiz, short, 1).is_none() && decode_result(&quiz, short).is_none());
        }
    }
}

#[test]
fn ids_that_hashes_confuse() {
    let ids: Vec<_> = ALIKE.iter().chain(&ALIKE_64).map(|id| (*id).to_owned()).collect();
    for row in 0..8 {
        comes_back(&ids, &[row; 8]);
    }
    // Every id of two letters, including all collisions in 16 bits.
    let letters = "abcdefghijklmnopqrstuvwxyz";
    let pairs: Vec<_> = letters.chars().flat_map(|a| letters.chars().map(move |b| format!("{a}{b}"))).collect();
    for some in pairs.chunks(60) {
        comes_back(some, &(0..60).collect::<Vec<_>>());
    }
}

/// The catalogue has six pairs of careers that collide in 16 bits.
#[test]
fn every_career_of_the_catalogue() {
    let catalogue: Value =
        serde_json::from_str(include_str!("../examples/onet-interests.json")).expect("the example is JSON");
    let careers = catalogue["careers"].as_array().expect("careers");
    assert_eq!(careers.len(), 923);
    let option = |it: &Value| json!({ "id": it["id"], "label": it["title"], "points": { (it["id"].as_str().expect("an id")): 1 } });
    let card = |(at, some): (usize, &[Value])| {
        let options: Vec<_> = some.iter().map(option).collect();
        json!({ "id": format!("card-{at}"), "kind": "single", "prompt": "Which?", "options": options })
    };
    let plain: Vec<_> = careers.iter().map(|it| json!({ "id": it["id"], "title": it["title"] })).collect();
    let quiz = load_quiz(&json!({
        "version": 1, "title": "All", "careers": plain, "cards": careers.chunks(50).enumerate().map(card).collect::<Vec<_>>(),
    }));
    for at in 0..careers.len() {
        let mut answers = vec![None; quiz.config().cards().len()];
        answers[at / 50] = Some(Answer::one(at % 50));
        let ranking = quiz.matcher().rank(&answers);
        let shared = decode_result(&quiz, &encode_result(&quiz, &ranking)).expect("it is a result");
        assert_eq!((shared[0].0, shared.len()), (at, 5), "{}", careers[at]["id"]);
    }
}

#[test]
fn links_stay_short() {
    let length = |cards: usize, picks: usize, id: &dyn Fn(&str, usize) -> String| {
        let options: Vec<_> =
            (0..6).map(|at| json!({ "id": id("option", at), "label": "x", "points": { "a": 1 } })).collect();
        let card = |at| {
            let kind = if picks == 1 { "single" } else { "multiple" };
            let mut card = json!({ "id": id("card", at), "kind": kind, "prompt": "?", "options": options });
            if picks > 1 {
                card["min"] = json!(picks);
                card["max"] = json!(picks);
            }
            card
        };
        let quiz = load_quiz(&json!({
            "version": 1, "title": "Long", "intro": { "show": "off" },
            "careers": [{ "id": "a", "title": "A" }, { "id": "b", "title": "B" }],
            "cards": (0..cards).map(card).collect::<Vec<_>>(),
        }));
        let mut state = State::new(&quiz, 0);
        while state.screen() != Screen::Result {
            let step = if picks == 1 {
                Action::Choose(Answer::one(1))
            } else {
                state = state.after(&quiz, Action::Pick(Answer::of(0..picks))).expect("they can be picked");
                Action::Next
            };
            state = state.after(&quiz, step).expect("it goes on");
        }
        encode(&quiz, &state).len()
    };
    let longest = |what: &str, at: usize| format!("{}-{what}-{at}", "漢".repeat(60));
    let short = |what: &str, at: usize| format!("{}{at}", &what[..1]);
    let usual = |what: &str, at: usize| format!("my-{what}-{at}");
    for (cards, picks, id, most) in [
        (40, 1, &short as &dyn Fn(&str, usize) -> String, 400),
        (40, 1, &usual, 1_050),
        (40, 1, &longest, 1_050),
        (40, 2, &longest, 1_500),
        (75, 1, &short, 720),
        (75, 1, &longest, 1_900),
    ] {
        let long = length(cards, picks, id);
        assert!(long <= most, "{cards} cards, {picks} picks: {long} characters");
    }
}

#[test]
fn a_code_knows_whose_it_is() {
    let ids = |names: &[&str]| names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let (abc, xyz) = (made_of(&ids(&["a", "b", "c"])), made_of(&ids(&["x", "y", "z"])));
    let [one, other] = [&abc, &xyz].map(load_quiz);
    let state = answered(&one, &[0, 1]);
    let (code, shared) = (encode(&one, &state), encode_result(&one, &one.matcher().rank(state.answers())));
    for it in [&code, &shared] {
        assert_eq!((owner(&one, it), owner(&other, it)), (Owner::Same, Owner::Other));
        assert_eq!(owner(&other, &it[..14]), Owner::Other, "the beginning says it");
        assert_eq!(owner(&one, &it[..5]), Owner::Unknown);
        assert!(decode(&other, it, 0).is_none() && decode_result(&other, it).is_none());
    }
    let mut edited = abc.clone();
    let another = json!({ "id": "new", "kind": "single", "prompt": "?", "options": abc["cards"][0]["options"] });
    edited["cards"].as_array_mut().expect("cards").insert(0, another);
    let edited = load_quiz(&edited);
    assert_eq!(owner(&edited, &code), Owner::Edited);
    let (back, lost) = decode(&edited, &code, 0).expect("it is a code");
    assert_eq!((told(&edited, &back), lost), (told(&one, &state), 0));
    assert_eq!(content_id(&one, "A"), content_id(&load_quiz(&abc), "A"));
    assert_ne!(content_id(&one, "A"), content_id(&one, "B"));
    assert_ne!(content_id(&one, "A"), content_id(&other, "A"));
}

/// Codes of the previous version had 16-bit ids and are ambiguous, so they are invalid.
#[test]
fn old_links_are_told_as_such() {
    let quiz = load_quiz(&made_of(&["early", "late", "night"].map(str::to_owned)));
    for old in ["AADy5AH-Vqk4", "MAAEA8uQB_lapOA", "RfFJkW_I3ZAI"] {
        assert_eq!(owner(&quiz, old), Owner::Unknown);
        assert!(decode(&quiz, old, 0).is_none() && decode_result(&quiz, old).is_none(), "{old}");
    }
}

/// A minimum number of cards above 255.
#[test]
fn long_quizzes_come_back() {
    let ids: Vec<_> = (0..400).map(|at| format!("card-number-{at}")).collect();
    comes_back(&ids, &[3; 390]);
}
