//! The rules of `check` that a schema can express.

use serde_json::{Value, json};

use crate::config::limits;

/// A text that is not only spaces, as defined by `check`.
const SAYS: &str = "[^\\t\\n\\f\\r ]";

/// An id: no space, and of ASCII only letters, digits, `-`, `_` and `.`.
const ID: &str = "^[^\\s\\u0000-\\u0020!-,/:-@\\[-^`{-\\u007f]+$";

/// Adds the bounds of a field.
pub(super) fn bound(object: &str, field: &str, property: &mut Value) {
    let each = |least: i32, most: i32| {
        let number = json!({ "type": "number", "minimum": least, "maximum": most });
        json!({ "additionalProperties": number })
    };
    let at_most = |count: usize| json!({ "maxItems": count });
    let more = match (object, field) {
        ("Config", "version") => json!({ "const": 1 }),
        ("Config", "careers") => at_most(limits::CAREERS),
        ("Config", "axes") => at_most(limits::AXES),
        ("AxisEnd", "letter") => json!({ "minLength": 1, "maxLength": 1 }),
        ("Card", "labels") => {
            let label = json!({ "type": "string", "pattern": SAYS });
            json!({ "minItems": limits::STEPS.0, "maxItems": limits::STEPS.1, "items": label })
        }
        ("CardWords", "labels") => at_most(limits::STEPS.1 as usize),
        ("Config", "cards") => json!({ "minItems": 1, "maxItems": limits::CARDS }),
        ("Config", "traits") => at_most(limits::TRAITS),
        ("Config", "groups") => at_most(limits::GROUPS),
        ("Config", "filters") => at_most(limits::FILTERS),
        ("Config", "personas") => at_most(limits::PERSONAS),
        ("Config", "accept") => at_most(limits::ACCEPTED),
        ("Config", "locales") => json!({ "maxProperties": limits::LOCALES }),
        ("Config" | "Career", "cta") => at_most(limits::CTAS),
        ("Config", "headingLevel") => json!({ "minimum": 1, "maximum": 4 }),
        ("Config" | "Overlay", "words") => json!({ "$ref": "#/$defs/Words" }),
        ("Career", "tools") => at_most(limits::TOOLS),
        ("Career", "require" | "exclude") => at_most(limits::RULES),
        ("Career", "prior") => json!({ "exclusiveMinimum": 0, "maximum": limits::POINTS }),
        ("Career", "profile") | ("Card" | "Choice", "points") => each(-limits::POINTS, limits::POINTS),
        ("Card" | "Choice", "chance") => each(0, 1),
        ("Norm", "mean") => json!({ "minimum": -limits::POINTS, "maximum": limits::POINTS }),
        ("Norm", "spread") => json!({ "exclusiveMinimum": 0, "maximum": limits::POINTS }),
        ("Card", "options") => json!({ "minItems": 2, "maxItems": limits::OPTIONS }),
        ("Card", "steps") => json!({ "minimum": limits::STEPS.0, "maximum": limits::STEPS.1 }),
        ("Card", "min" | "max") => json!({ "minimum": 1, "maximum": limits::OPTIONS }),
        ("Asking", "min" | "max") => json!({ "minimum": 1 }),
        ("Condition", "anyOf") => at_most(limits::OPTIONS),
        ("Condition", "all" | "any") => at_most(limits::CONDITIONS),
        ("Filter", "values") => json!({ "minItems": 1, "maxItems": limits::OPTIONS }),
        ("Links", "add") => json!({ "maxProperties": limits::LINKS }),
        ("Links", "pass") => at_most(limits::LINKS),
        ("ResultPage", "sections") => at_most(limits::SECTIONS),
        ("Theme", "radius") => json!({ "maximum": 40 }),
        ("Asking", "confidence") | ("Matching", "temper") => json!({ "exclusiveMinimum": 0, "maximum": 1 }),
        ("Career" | "Card" | "Choice" | "Trait" | "Group" | "Filter" | "FilterValue", "id") => {
            json!({ "maxLength": limits::ID, "pattern": ID })
        }
        ("Theme" | "Palette", "accent" | "surface" | "ink" | "soft" | "line" | "alert") => {
            json!({ "pattern": "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$" })
        }
        ("ResultPage", "caveat") => return,
        (
            _,
            "title" | "label" | "prompt" | "reason" | "note" | "summary" | "day" | "firstSteps" | "low" | "high"
            | "heading" | "body" | "credit" | "caveat" | "font" | "headingFont",
        )
        | ("Persona", "name") => json!({ "pattern": SAYS }),
        _ => return,
    };
    if let (Some(property), Value::Object(more)) = (property.as_object_mut(), more) {
        property.extend(more);
    }
}

/// Adds rules between fields of an object.
pub(super) fn bind(name: &str, object: &mut Value) {
    match name {
        "Card" | "Choice" | "Career" | "Logo" => object["dependentRequired"] = json!({ "image": ["imageAlt"] }),
        // Careers can come from axes.
        "Config" => {
            object["if"] = json!({ "not": { "required": ["axes"] } });
            object["then"] = json!({ "properties": { "careers": { "minItems": 1 } } });
        }
        _ => {}
    }
}

/// A `null` translation would delete the text, so the schema forbids it.
pub(super) fn never_null(object: &str, property: &mut Value) {
    if !is_translation(object) {
        return;
    }
    if let Some(types) = property["type"].as_array()
        && let [one] = types.iter().filter(|it| *it != "null").collect::<Vec<_>>()[..]
    {
        property["type"] = one.clone();
    }
    if let Some(variants) = property["anyOf"].as_array()
        && let [one] = variants.iter().filter(|it| it["type"] != "null").collect::<Vec<_>>()[..]
        && let (Value::Object(one), Some(property)) = (one.clone(), property.as_object_mut())
    {
        property.remove("anyOf");
        property.extend(one);
    }
}

/// Whether an object contains translations.
fn is_translation(object: &str) -> bool {
    ["Overlay", "Titled"].contains(&object) || object.ends_with("Words") && object != "Words"
}
