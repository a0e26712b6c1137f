//! Quizzes in other formats. If a format has results, `counts` is its rule written by hand: the points by question and
//! answer.

pub struct Foreign {
    pub what: &'static str,
    pub file: &'static str,
    pub text: &'static str,
    pub counts: &'static [&'static [&'static [(&'static str, f64)]]],
}

const fn it(
    what: &'static str,
    file: &'static str,
    text: &'static str,
    counts: &'static [&'static [&'static [(&'static str, f64)]]],
) -> Foreign {
    Foreign { what, file, text, counts }
}

/// One point each for gull and goat; the second question counts double for the gull.
const PLAIN: &[&[&[(&str, f64)]]] = &[&[&[("Gull", 1.0)], &[("Goat", 1.0)]], &[&[("Gull", 2.0)], &[("Goat", 1.0)]]];
const NAMED: &[&[&[(&str, f64)]]] = &[&[&[("Gull", 1.0)], &[("Goat", 1.0)]], &[&[("Gull", 1.0)], &[("Goat", 1.0)]]];

pub const ALL: [Foreign; 17] = [
    it(
        "H5P, version 1.1",
        "birds.h5p",
        r#"{ "showTitleScreen": true, "titleScreen": { "titleScreenIntroduction": "<p>Sea or hill?</p>" },
  "personalitiesGroup": { "personalities": [{ "name": "Gull", "description": "<p>You smell of salt.</p><p>And wind.</p>" }, { "name": "Goat" }] },
  "questionsGroup": { "questions": [
    { "text": "Where to?", "answers": [{ "text": "The sea", "personality": "gull" }, { "text": "The hill", "personality": "Goat" }] },
    { "text": "What&#39;s for lunch?", "answers": [{ "text": "Fish", "personality": "Gull=2" }, { "text": "Grass", "personality": "goat=1" }] }] },
  "visual": { "colorButton": "00695c" }, "l10n": { "start": "Off we go" } }"#,
        PLAIN,
    ),
    it(
        "H5P, version 1.0",
        "old.json",
        r#"{ "titleScreen": { "skip": true, "title": { "text": "Sea or hill?" } }, "buttonColor": "1a73d9",
  "personalities": [{ "name": "Gull" }, { "name": "Goat" }],
  "questions": [
    { "text": "Where to?", "answers": [{ "text": "The sea", "personality": "gull" }, { "text": "The hill", "personality": "goat" }] },
    { "text": "Lunch?", "answers": [{ "text": "Fish", "personality": "gull=2" }, { "text": "Grass", "personality": "goat" }] }] }"#,
        PLAIN,
    ),
    it(
        "A spreadsheet with a column for each result",
        "wide.csv",
        "Question;Answer;Card ID;Gull;Goat;Notes\nWhere to?;The sea;where;1;;\n;The hill;;;1;ask Ana\nLunch?;Fish;lunch;2;;\n;Grass;;;1;\n",
        &[],
    ),
    it(
        "A spreadsheet with a result in each row",
        "questions.csv",
        "question,answer,result,points\nWhere to?,The sea,Gull,1\nWhere to?,The hill,Goat,1\nLunch?,Fish,Gull,2\nLunch?,Grass,Goat,1\n",
        PLAIN,
    ),
    it(
        "Plain JSON, in which an answer names a result",
        "named.json",
        r#"{ "title": "Sea or hill?", "results": [{ "id": "a", "title": "Gull", "description": "You smell of salt." }, { "id": "b", "title": "Goat" }],
  "questions": [
    { "question": "Where to?", "answers": [{ "text": "The sea", "result": "a" }, { "text": "The hill", "result": "b" }] },
    { "question": "Lunch?", "answers": [{ "text": "Fish", "result": "a" }, { "text": "Grass", "result": "b" }] }] }"#,
        NAMED,
    ),
    it(
        "Plain JSON with scores by result",
        "scores.json",
        r#"{ "quiz": { "name": "Sea or hill?", "outcomes": { "gull": { "name": "Gull" }, "goat": { "name": "Goat" } },
  "questions": [
    { "text": "Where to?", "options": [{ "text": "The sea", "scores": { "gull": 1 } }, { "text": "The hill", "scores": { "goat": 1 } }] },
    { "text": "Lunch?", "options": [{ "text": "Fish", "scores": { "gull": 2, "goat": 0 } }, { "text": "Grass", "scores": { "goat": "1" } }] }] } }"#,
        PLAIN,
    ),
    it(
        "Plain JSON with points in the order of the results",
        "order.json",
        r#"{ "title": "Sea or hill?", "personalities": ["Gull", "Goat"],
  "questions": [
    { "title": "Where to?", "choices": [{ "label": "The sea", "points": [1, 0] }, { "label": "The hill", "points": [0, 1] }] },
    { "title": "Lunch?", "choices": [{ "label": "Fish", "points": [2, 0] }, { "label": "Grass", "points": [0, 1] }] }] }"#,
        PLAIN,
    ),
    it(
        "Plain JSON with letters, and results by letter",
        "letters.json",
        r#"{ "results": { "A": "Gull", "B": "Goat" },
  "questions": [
    { "prompt": "Where to?", "answers": [{ "answer": "The sea", "type": "A" }, { "answer": "The hill", "type": "B" }] },
    { "prompt": "Lunch?", "answers": [{ "answer": "Fish", "type": "A" }, { "answer": "Grass", "type": "B" }] }] }"#,
        NAMED,
    ),
    it(
        "A bare list of questions, whose answers are keys",
        "list.json",
        r#"[{ "question": "Where to?", "answers": { "The sea": "Gull", "The hill": "Goat" } },
  { "question": "Lunch?", "answers": { "Fish": "Gull", "Grass": "Goat" } }]"#,
        NAMED,
    ),
    it(
        "Weights with their results in a list",
        "weights.json",
        r#"{ "title": "Sea or hill?", "outcomes": [{ "key": "g", "name": "Gull" }, { "key": "h", "name": "Goat" }],
  "questions": [
    { "text": "Where to?", "answers": [{ "label": "The sea", "weights": [{ "outcome": "g", "weight": 1 }] }, { "label": "The hill", "weights": [{ "outcome": "h", "weight": 1 }] }] },
    { "text": "Lunch?", "answers": [{ "label": "Fish", "weights": [{ "outcome": "g", "weight": 2 }] }, { "label": "Grass", "weights": [{ "outcome": "h", "weight": 1 }] }] }] }"#,
        PLAIN,
    ),
    it(
        "YAML",
        "quiz.yaml",
        "title: Sea or hill?\nresults:\n  gull: Gull\n  goat: Goat\nquestions:\n  - question: Where to?\n    answers:\n      - text: The sea\n        result: gull\n      - text: The hill\n        result: goat\n  - question: Lunch?\n    answers:\n      - text: Fish\n        points: { gull: 2 }\n      - text: Grass\n        points: { goat: 1 }\n",
        PLAIN,
    ),
    it(
        "SurveyJS",
        "survey.json",
        r#"{ "title": { "default": "Sea or hill?", "de": "Meer oder Berg?" }, "locale": "en", "pages": [{ "elements": [
    { "type": "html", "name": "hello", "html": "<b>Hi</b>" },
    { "type": "radiogroup", "name": "where", "title": "Where to?", "isRequired": true, "choices": ["The sea", { "value": "hill", "text": "The hill" }] },
    { "type": "checkbox", "name": "likes", "title": "What do you like?", "choices": ["Salt", "Wind", "Grass"], "showNoneItem": true, "noneText": "None of it", "visibleIf": "{where} = 'hill'" },
    { "type": "panel", "name": "more", "elements": [
      { "type": "rating", "name": "cold", "title": "How cold may it be?", "rateMax": 7, "minRateDescription": "Warm", "maxRateDescription": "Icy" },
      { "type": "rating", "name": "often", "title": "How often do you swim?", "rateValues": ["Never", { "value": 2, "text": "At times" }, { "value": 3, "text": "Daily" }] },
      { "type": "boolean", "name": "climb", "title": "Do you climb?" }] },
    { "type": "comment", "name": "why", "title": "Why?" }] }] }"#,
        &[],
    ),
    it(
        "Typeform",
        "typeform.json",
        r#"{ "title": "Sea or hill?", "settings": { "language": "es" }, "fields": [
    { "type": "multiple_choice", "title": "Where to?", "properties": { "choices": [{ "label": "The sea" }, { "label": "The hill" }] }, "validations": { "required": true } },
    { "type": "picture_choice", "title": "What do you like?", "properties": { "allow_multiple_selection": true, "choices": [{ "label": "Salt" }, { "label": "Grass" }] } },
    { "type": "opinion_scale", "title": "How cold?", "properties": { "steps": 7, "labels": { "left": "Warm", "right": "Icy" } } },
    { "type": "yes_no", "title": "Do you climb?", "properties": { "description": "On *rocks*" } },
    { "type": "email", "title": "Your address" }],
  "logic": [{ "type": "field" }], "thankyou_screens": [{ "title": "Thanks" }] }"#,
        &[],
    ),
    it(
        "Google Forms",
        "form.json",
        r#"{ "info": { "title": "Sea or hill?", "description": "Two questions" }, "items": [
    { "title": "Where to?", "questionItem": { "question": { "required": true, "choiceQuestion": { "type": "RADIO", "options": [{ "value": "The sea" }, { "value": "The hill" }, { "isOther": true }] } } } },
    { "title": "How cold?", "questionItem": { "question": { "scaleQuestion": { "low": 1, "high": 5, "lowLabel": "Warm", "highLabel": "Icy" } } } },
    { "title": "Why?", "questionItem": { "question": { "textQuestion": {} } } }] }"#,
        &[],
    ),
    it(
        "Qualtrics",
        "survey.qsf",
        r#"{ "SurveyEntry": { "SurveyName": "Sea or hill?", "SurveyLanguage": "EN" }, "SurveyElements": [
    { "Element": "BL", "Payload": {} },
    { "Element": "SQ", "Payload": { "QuestionText": "Where to?<br>", "QuestionType": "MC", "Selector": "SAVR", "Choices": { "1": { "Display": "The hill" }, "2": { "Display": "The sea" } }, "ChoiceOrder": ["2", 1], "Validation": { "Settings": { "ForceResponse": "ON" } } } },
    { "Element": "SQ", "Payload": { "QuestionText": "I like", "QuestionType": "Matrix", "Selector": "Likert", "Choices": { "1": { "Display": "salt" }, "2": { "Display": "grass" } }, "Answers": { "1": { "Display": "No" }, "2": { "Display": "Yes" } } } },
    { "Element": "SQ", "Payload": { "QuestionText": "What is fine?", "QuestionType": "MC", "Selector": "MAVR", "Choices": { "1": { "Display": "Rain" }, "2": { "Display": "Nothing", "ExclusiveAnswer": true } } } },
    { "Element": "SQ", "Payload": { "QuestionText": "Why?", "QuestionType": "TE", "Selector": "SL" } }] }"#,
        &[],
    ),
    it(
        "Text out of a document",
        "document.txt",
        "Sea or hill?\n\n1. Where to?\na) The sea\nb) The hill\n\nWhat's for lunch?\n- Fish\n- Grass\n\nThank you!\n",
        &[],
    ),
    it(
        "A list of things to do in Markdown",
        "notes.md",
        "# Sea or hill?\n\n## Where to?\n* The sea\n* The hill\n",
        &[],
    ),
];
