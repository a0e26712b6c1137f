//! Surveys of other programs, which have questions and answers but no results: SurveyJS, Typeform, Google Forms and
//! Qualtrics, each in its own format. Elements that can't become cards are reported.

use serde_json::Value;

use super::{
    draft::{Asks, Draft, Question, Reply},
    html,
    json::{items, str_of},
};

/// A draft from a survey; `None` if the format is unknown.
pub(super) fn draft(all: &Value) -> Option<Draft> {
    if all["SurveyElements"].is_array() {
        return Some(qualtrics(all));
    }
    if all["pages"].is_array() && items(&all["pages"]).any(|it| it["elements"].is_array()) || all["elements"].is_array()
    {
        return Some(survey_js(all));
    }
    if all["fields"].is_array() && items(&all["fields"]).all(|it| it["type"].is_string()) {
        return Some(typeform(all));
    }
    let is_form = |it: &Value| it["questionItem"].is_object() || it["pageBreakItem"].is_object();
    (all["items"].is_array() && items(&all["items"]).any(is_form)).then(|| google_forms(all))
}

fn reply(label: &str) -> Reply {
    Reply { label: html::line(label), ..Reply::default() }
}

/// surveyjs.io: pages with elements; texts can be in several languages.
fn survey_js(all: &Value) -> Draft {
    let mut draft = Draft {
        title: local(&all["title"]),
        intro: html::long(&local(&all["description"])),
        ..Draft::default()
    };
    draft.language = all["locale"].as_str().map(str::to_owned);
    let mut open: Vec<&Value> =
        items(&all["elements"]).chain(items(&all["pages"]).flat_map(|it| items(&it["elements"]))).collect();
    open.reverse();
    while let Some(it) = open.pop() {
        let name = it["name"].as_str().unwrap_or("?");
        let words = local(&it["title"]);
        let prompt = html::line(if words.is_empty() { name } else { &words });
        let replies = || {
            let choices = items(&it["choices"]).map(|it| {
                let words = local(&it["text"]);
                let text = |it: &Value| it.as_str().map(str::to_owned).or_else(|| it.as_f64().map(|it| it.to_string()));
                let value = text(it).unwrap_or_else(|| text(&it["value"]).unwrap_or_default());
                let is_exclusive = it["isExclusive"] == true;
                Reply { is_exclusive, ..reply(if words.is_empty() { &value } else { &words }) }
            });
            // Extra answers that SurveyJS does not list as choices.
            let none = (it["showNoneItem"] == true || it["hasNone"] == true).then(|| {
                let words = local(&it["noneText"]);
                Reply { is_exclusive: true, ..reply(if words.is_empty() { "None" } else { &words }) }
            });
            choices.chain(none).collect()
        };
        let asks = match it["type"].as_str().unwrap_or_default() {
            "panel" | "paneldynamic" => {
                let inner: Vec<_> = items(&it["elements"]).collect();
                open.extend(inner.into_iter().rev());
                continue;
            }
            "html" | "image" | "expression" => {
                draft.lost.push(format!("`{name}`: not a question"));
                continue;
            }
            "radiogroup" | "dropdown" | "buttongroup" => Asks::One(replies()),
            "checkbox" | "tagbox" => Asks::Several(replies()),
            "imagepicker" if it["multiSelect"] == true => Asks::Several(replies()),
            "imagepicker" => Asks::One(replies()),
            "boolean" => Asks::YesNo,
            "rating" => {
                // A rate value is a number or a text, alone or in an object with its own label.
                let value =
                    |it: &Value| it.as_str().map(str::to_owned).or_else(|| it.as_i64().map(|it| it.to_string()));
                let label =
                    |it: &Value| Some(local(&it["text"])).filter(|it| !it.is_empty()).or_else(|| value(&it["value"]));
                let labels: Vec<_> =
                    items(&it["rateValues"]).filter_map(|it| value(it).or_else(|| label(it))).collect();
                let count = labels.len() as u64;
                let range = it["rateMax"].as_u64().unwrap_or(5).saturating_sub(it["rateMin"].as_u64().unwrap_or(1)) + 1;
                Asks::Scale {
                    steps: if count > 0 { count } else { it["rateCount"].as_u64().unwrap_or(range) },
                    low: local(&it["minRateDescription"]),
                    high: local(&it["maxRateDescription"]),
                    labels,
                }
            }
            kind => {
                draft.lost.push(format!("`{prompt}`, of the kind `{kind}`: answers can only be picked, not typed"));
                continue;
            }
        };
        for rule in ["visibleIf", "enableIf", "requiredIf"] {
            if !it[rule].is_null() {
                draft.lost.push(format!("the rule `{rule}` of `{prompt}`; write it as `when`"));
            }
        }
        let note = html::long(&local(&it["description"]));
        draft.questions.push(Question { prompt, note, is_optional: it["isRequired"] != true, asks });
    }
    draft
}

/// A text, or the first of its translations.
fn local(it: &Value) -> String {
    let first = |it: &Value| {
        it["default"]
            .as_str()
            .or_else(|| it.as_object()?.values().find_map(Value::as_str))
            .map(str::to_owned)
    };
    it.as_str().map(str::to_owned).or_else(|| first(it)).unwrap_or_default()
}

/// typeform.com: fields, with choices among their properties.
fn typeform(all: &Value) -> Draft {
    let mut draft = Draft { title: html::line(str_of(&all["title"])), ..Draft::default() };
    draft.language = all["settings"]["language"].as_str().map(str::to_owned);
    let mut open: Vec<&Value> = items(&all["fields"]).collect();
    open.reverse();
    while let Some(it) = open.pop() {
        let own = &it["properties"];
        let prompt = html::line(str_of(&it["title"]));
        let replies = || items(&own["choices"]).map(|it| reply(str_of(&it["label"]))).collect();
        let asks = match str_of(&it["type"]) {
            "group" => {
                let inner: Vec<_> = items(&own["fields"]).collect();
                open.extend(inner.into_iter().rev());
                continue;
            }
            "multiple_choice" | "picture_choice" if own["allow_multiple_selection"] == true => Asks::Several(replies()),
            "multiple_choice" | "picture_choice" | "dropdown" => Asks::One(replies()),
            "yes_no" => Asks::YesNo,
            "opinion_scale" | "rating" | "nps" => Asks::Scale {
                steps: own["steps"].as_u64().unwrap_or(if it["type"] == "rating" { 3 } else { 11 }),
                low: str_of(&own["labels"]["left"]).to_owned(),
                high: str_of(&own["labels"]["right"]).to_owned(),
                labels: Vec::new(),
            },
            kind => {
                draft.lost.push(format!("`{prompt}`, of the kind `{kind}`: answers can only be picked, not typed"));
                continue;
            }
        };
        let is_optional = it["validations"]["required"] != true;
        draft
            .questions
            .push(Question { prompt, note: html::long(str_of(&own["description"])), is_optional, asks });
    }
    for (name, what) in [
        ("logic", "the jumps; write them as `when`"),
        ("thankyou_screens", "the last screens"),
        ("welcome_screens", "the first screen"),
        ("outcome", "the outcomes"),
    ] {
        if items(&all[name]).next().is_some() || all[name].is_object() {
            draft.lost.push(format!("`{name}`: {what}"));
        }
    }
    draft
}

/// Google Forms, in the format of its API.
fn google_forms(all: &Value) -> Draft {
    let info = &all["info"];
    let mut draft = Draft {
        title: html::line(str_of(&info["title"])),
        intro: html::long(str_of(&info["description"])),
        ..Draft::default()
    };
    for it in items(&all["items"]) {
        let prompt = html::line(str_of(&it["title"]));
        let question = &it["questionItem"]["question"];
        let choice = &question["choiceQuestion"];
        let replies: Vec<_> = items(&choice["options"])
            .filter(|it| it["isOther"] != true)
            .map(|it| reply(str_of(&it["value"])))
            .collect();
        let asks = match (str_of(&choice["type"]), &question["scaleQuestion"]) {
            ("CHECKBOX", _) => Asks::Several(replies),
            ("RADIO" | "DROP_DOWN", _) => Asks::One(replies),
            (_, scale) if scale.is_object() => Asks::Scale {
                steps: scale["high"].as_u64().unwrap_or(5).saturating_sub(scale["low"].as_u64().unwrap_or(1)) + 1,
                low: str_of(&scale["lowLabel"]).to_owned(),
                high: str_of(&scale["highLabel"]).to_owned(),
                labels: Vec::new(),
            },
            _ => {
                draft.lost.push(format!("`{prompt}`: answers can only be picked, not typed"));
                continue;
            }
        };
        let note = html::long(str_of(&it["description"]));
        draft.questions.push(Question { prompt, note, is_optional: question["required"] != true, asks });
    }
    draft
}

/// Qualtrics QSF: elements of the kind `SQ` are questions; their choices are numbered.
fn qualtrics(all: &Value) -> Draft {
    let entry = &all["SurveyEntry"];
    let mut draft = Draft { title: html::line(str_of(&entry["SurveyName"])), ..Draft::default() };
    draft.language = entry["SurveyLanguage"].as_str().map(str::to_lowercase);
    for it in items(&all["SurveyElements"]).filter(|it| it["Element"] == "SQ").map(|it| &it["Payload"]) {
        let prompt = html::line(str_of(&it["QuestionText"]));
        let choices = |name: &str| {
            let order: Vec<_> = items(&it[format!("{name}Order")])
                .map(|it| it.as_str().map_or_else(|| it.to_string(), str::to_owned))
                .collect();
            let all = it[name].as_object();
            let order =
                if order.is_empty() { all.into_iter().flat_map(|it| it.keys().cloned()).collect() } else { order };
            let all = order.iter().map(|key| {
                let choice = &it[name][key.as_str()];
                Reply {
                    is_exclusive: choice["ExclusiveAnswer"] == true,
                    ..reply(str_of(&choice["Display"]))
                }
            });
            all.collect::<Vec<_>>()
        };
        let is_optional = it["Validation"]["Settings"]["ForceResponse"] != "ON";
        let mut put = |prompt: String, asks: Asks| {
            draft.questions.push(Question { prompt, is_optional, asks, ..Question::default() })
        };
        match (str_of(&it["QuestionType"]), str_of(&it["Selector"])) {
            ("MC", "MAVR" | "MAHR" | "MACOL" | "MSB") => put(prompt, Asks::Several(choices("Choices"))),
            ("MC", _) => put(prompt, Asks::One(choices("Choices"))),
            // Each row of a matrix becomes a question.
            ("Matrix", _) => {
                for row in choices("Choices") {
                    let answers = choices("Answers");
                    put(format!("{prompt} {}", row.label), Asks::One(answers));
                }
            }
            ("DB", _) => draft.lost.push(format!("`{prompt}`: not a question")),
            (kind, _) => {
                draft.lost.push(format!("`{prompt}`, of the kind `{kind}`: answers can only be picked, not typed"))
            }
        }
        if !it["DisplayLogic"].is_null() {
            draft.lost.push("the display logic; write it as `when`".to_owned());
        }
    }
    draft
}
