//! What editors and compilers know of the element: the custom-elements manifest, the data for HTML editors, and the events
//! in the types. Made from the JSDoc of the class, `styles/tokens.css` and the events of the quiz.

use std::fs;

use career_matcher::quiz::EVENTS;
use serde_json::{Map, Value, json};

const CLASS: &str = "src/embed/script/element.js";
const TOKENS: &str = "styles/tokens.css";
const MANIFEST: &str = "src/embed/types/custom-elements.json";
const EDITORS: &str = "src/embed/types/html-custom-data.json";
const TYPES: &str = "src/embed/types/career-matcher.d.ts";

fn main() {
    for (path, text) in files() {
        fs::write(path, text).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
}

/// Each file with its text.
pub fn files() -> [(&'static str, String); 3] {
    let class = Class::read(&text(CLASS));
    [(MANIFEST, pretty(&class.manifest())), (EDITORS, pretty(&class.editors())), (TYPES, types(&text(TYPES), &class))]
}

/// The JSDoc of the class, tag by tag.
struct Class {
    about: String,
    tags: Vec<Tag>,
    members: Vec<Value>,
}

/// `@tag {type} [name=default] - about`
struct Tag {
    tag: String,
    kind: Option<String>,
    name: String,
    default: Option<String>,
    about: String,
}

impl Class {
    fn read(source: &str) -> Self {
        let (_, doc) = source.split_once("/**\n").expect("the class has JSDoc");
        let (doc, body) = doc.split_once(" */\nexport class").expect("JSDoc ends at the class");
        let lines: Vec<_> = doc.lines().map(|line| line.trim_start_matches(" *").trim()).collect();
        let about = lines.iter().take_while(|line| !line.is_empty()).copied().collect::<Vec<_>>().join(" ");
        let tags = lines.iter().filter_map(|line| line.strip_prefix('@')).map(Tag::read);
        Self {
            about,
            tags: tags.collect(),
            members: body.split("  /**").skip(1).filter_map(member).collect(),
        }
    }

    fn tagged<'a>(&'a self, tag: &'a str) -> impl Iterator<Item = &'a Tag> {
        self.tags.iter().filter(move |it| it.tag == tag)
    }

    fn manifest(&self) -> Value {
        let attributes = self.tagged("attr").map(|it| {
            let kind = it.kind.as_deref().expect("an attribute has a type");
            entry(&it.name, Some(kind), it.default.as_deref(), &it.about)
        });
        let named = |tag| self.tagged(tag).map(|it| entry(&it.name, None, None, &it.about)).collect::<Vec<_>>();
        let declaration = json!({
            "kind": "class",
            "customElement": true,
            "name": "CareerMatcher",
            "tagName": "career-matcher",
            "superclass": { "name": "HTMLElement" },
            "description": self.about,
            "attributes": attributes.collect::<Vec<_>>(),
            "members": self.members,
            "events": self.events().map(|it| entry(&it.0, Some("CustomEvent"), None, &it.1)).collect::<Vec<_>>(),
            "slots": named("slot"),
            "cssParts": named("csspart"),
            "cssProperties": custom_properties(&text(TOKENS)).chain(named("cssprop")).collect::<Vec<_>>(),
        });
        let module = json!({ "kind": "javascript-module", "path": "career-matcher.js", "declarations": [declaration] });
        json!({ "schemaVersion": "2.1.0", "modules": [module] })
    }

    fn editors(&self) -> Value {
        let attributes = self.tagged("attr").map(|it| {
            let mut attribute = json!({ "name": it.name, "description": it.about });
            let values = it.kind.as_deref().unwrap_or_default().split(" | ").map(|it| it.trim_matches('\''));
            let values: Vec<_> = values.filter(|it| *it != "string").map(|it| json!({ "name": it })).collect();
            if !values.is_empty() {
                attribute["values"] = values.into();
            }
            attribute
        });
        let tag = json!({ "name": "career-matcher", "description": self.about, "attributes": attributes.collect::<Vec<_>>() });
        json!({ "version": 1.1, "tags": [tag] })
    }

    /// Name, words, and the type of the details: those of the class, and those of the quiz between them.
    fn events(&self) -> impl Iterator<Item = (String, String, String)> {
        let own = |it: &Tag| (it.name.clone(), it.about.clone(), it.kind.clone().unwrap_or_default());
        let (first, last): (Vec<_>, Vec<_>) = self.tagged("fires").map(own).partition(|it| it.0.ends_with("-ready"));
        let of_quiz = EVENTS.iter().map(|it| {
            let about: Vec<_> = it.about.iter().map(|line| line.trim()).collect();
            let details: Vec<_> = it.details.iter().map(|(name, kind)| format!("{name}: {kind}")).collect();
            (format!("career-matcher-{}", it.name), about.join(" "), details.join(", "))
        });
        first.into_iter().chain(of_quiz).chain(last)
    }
}

impl Tag {
    fn read(line: &str) -> Self {
        let (named, about) = line.split_once(" - ").unwrap_or((line, ""));
        let (tag, named) = named.split_once(' ').unwrap_or((named, ""));
        let (kind, named) = match named.split_once('}') {
            Some((before, after)) => {
                let (name, kind) = before.split_once('{').expect("a type is in braces");
                (Some(kind.to_owned()), [name, after].concat())
            }
            None => (None, named.to_owned()),
        };
        let name = named.trim().trim_matches(['[', ']']);
        let (name, default) = name.split_once('=').map_or((name, None), |(name, default)| (name, Some(default)));
        Self {
            tag: tag.into(),
            kind,
            name: name.into(),
            default: default.map(str::to_owned),
            about: about.into(),
        }
    }
}

/// A property or a method with JSDoc of its own.
fn member(piece: &str) -> Option<Value> {
    let (doc, code) = piece.split_once("*/")?;
    let lines = doc.lines().map(|line| line.trim().trim_start_matches('*').trim()).filter(|it| !it.is_empty());
    let (kinds, about): (Vec<_>, Vec<_>) = lines.partition(|it| it.starts_with("@type"));
    let code = code.trim_start();
    let name = code.trim_start_matches("get ").split('(').next()?;
    let kind = if code.starts_with("get ") { "field" } else { "method" };
    let typed = kinds.first().and_then(|it| it.split_once('{')?.1.split_once('}')).map(|it| it.0);
    let mut member = json!({ "kind": kind });
    for (key, value) in entry(name, typed, None, &about.join(" ")).as_object()? {
        member[key] = value.clone();
    }
    Some(member)
}

fn entry(name: &str, kind: Option<&str>, default: Option<&str>, about: &str) -> Value {
    let mut entry = Map::from_iter([("name".to_owned(), name.into())]);
    if let Some(kind) = kind {
        entry.insert("type".into(), json!({ "text": kind }));
    }
    if let Some(default) = default {
        entry.insert("default".into(), default.into());
    }
    entry.insert("description".into(), about.into());
    entry.into()
}

/// Tokens with what holds where a page sets none, and their comments.
fn custom_properties(tokens: &str) -> impl Iterator<Item = Value> {
    let host = tokens.split("\n}\n").next().unwrap_or_default();
    host.lines().filter_map(|line| {
        let (name, rest) = line.trim().strip_prefix("--cm-")?.split_once(": ")?;
        let (default, comment) = rest.split_once(';')?;
        let comment = comment.trim().strip_prefix("/* ").and_then(|it| it.strip_suffix(" */"));
        let comment = comment.unwrap_or_else(|| panic!("{TOKENS}: --cm-{name} has no comment"));
        let (first, others) = comment.split_at(1);
        let about = [&first.to_uppercase(), others, "."].concat();
        Some(entry(&format!("--cm-{name}"), None, Some(default), &about))
    })
}

/// The types with the events anew.
fn types(now: &str, class: &Class) -> String {
    const BEGIN: &str = "export interface CareerMatcherEventDetails {\n";
    let (before, rest) = now.split_once(BEGIN).expect("the types have the events");
    let (_, after) = rest.split_once("\n}\n").expect("the interface ends");
    let events = class.events().map(|(name, about, details)| {
        let details = if details.is_empty() { "Record<string, never>".into() } else { format!("{{ {details} }}") };
        format!("  /** {about} */\n  \"{name}\": {};", details.replace(", ", "; ").replace("<string; ", "<string, "))
    });
    [before, BEGIN, &events.collect::<Vec<_>>().join("\n"), "\n}\n", after].concat()
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

fn text(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}
