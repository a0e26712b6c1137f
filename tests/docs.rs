//! The documentation agrees with the code and the tests.

use std::{collections::BTreeSet, fs, path::Path};

use career_matcher::{
    config::{Audience, load},
    matcher::Answer,
    quiz::Quiz,
};

fn text(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All quoted codes after one of the marks in a source file.
fn codes(path: &str, marks: &[&str]) -> BTreeSet<String> {
    let source = text(path);
    let after = |mark: &str| {
        source
            .split(mark)
            .skip(1)
            .map(|rest| rest.split(['"', '`']).next().unwrap_or_default())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    marks
        .iter()
        .flat_map(|mark| after(mark))
        .filter(|code| code.contains('-') && !code.contains(' '))
        .collect()
}

#[test]
fn every_code_has_its_section_and_no_other_has() {
    let mut known = codes("src/config/problem.rs", &["=> \""]);
    known.extend(codes("src/config/finding.rs", &["=> \""]));
    known.extend(codes("src/lab/finding.rs", &["=> \""]));
    for entry in fs::read_dir("src/embed/script").expect("there are scripts") {
        let path = entry.expect("an entry can be read").path();
        let path = path.to_str().expect("names are text");
        known.extend(codes(path, &["fault(\"", "?? \"", "fail(\"", "report(element, \"", "report(it, \"", "line(\""]));
        // Errors of every kind of file.
        for kind in ["config", "wasm"] {
            known.extend(codes(path, &["fault(`${kind}"]).iter().map(|end| format!("{kind}{end}")));
        }
    }
    assert!(text("src/config/finding.rs").contains("=> \"persona\""));
    known.insert("persona".to_owned());
    let page = text("docs/problems.md");
    let sections: BTreeSet<_> = page.lines().filter_map(|line| line.strip_prefix("### ")).map(str::to_owned).collect();
    assert_eq!(known, sections);
}

/// Whether a JavaScript template can give this text, with any values for `${…}`.
fn made_of(template: &str, text: &str) -> bool {
    let mut pieces = template.split("${").map(|it| it.split_once('}').map_or(it, |(_, after)| after));
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    for piece in pieces {
        match rest.find(piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
    }
    // The last `${…}` can be any text; after a literal the text must end.
    rest.is_empty() || template.ends_with('}')
}

/// Example messages from scripts instead of the program.
#[test]
fn examples_of_messages_are_what_the_scripts_say() {
    let scripts: String = fs::read_dir("src/embed/script")
        .expect("there are scripts")
        .map(|entry| text(entry.expect("an entry can be read").path().to_str().expect("names are text")))
        .collect();
    let page = text("docs/problems.md");
    let mut seen = 0;
    // Messages from the browser itself have no template to compare with.
    let foreign = ["wasm-failed", "module-unreachable", "widget-restarted", "widget-crashed"];
    let sources = ["src/cli/problems/page.rs", "src/cli/problems/shape.rs"].map(text).concat();
    for section in page.split("\n### ").skip(1) {
        let code = section.lines().next().unwrap_or_default();
        let message = section.split("```text\n").nth(1).and_then(|it| it.split("\n```").next()).unwrap_or_default();
        assert!(!message.is_empty(), "{code} has no example");
        if !sources.contains(&format!("\"{message}\"")) || foreign.contains(&code) {
            continue;
        }
        let kind = code.split('-').next().unwrap_or_default();
        let name = code.replacen(kind, "${kind}", 1);
        let marks = ["fault(", "line(", "report(it, "].map(|it| format!("{it}\"{code}\", "));
        let marks = [marks.as_slice(), &[format!("fault(`{name}`, ")]].concat();
        let said = marks.iter().flat_map(|mark| scripts.split(mark.as_str()).skip(1)).filter_map(|rest| {
            let quote = rest.chars().next()?;
            rest[1..].split(&format!("{quote})")).next().map(str::to_owned)
        });
        let said: Vec<_> = said.map(|it| it.replace("\\`", "`")).collect();
        assert!(said.iter().any(|template| made_of(template, message)), "{code}: {message}\n{said:#?}");
        seen += 1;
    }
    assert!(seen >= 11, "{seen} examples");
    let persona =
        "`Bo, at home below the waves` should get `guide` and the verdict `tie`, but these answers lead to `diver`";
    assert!(text("tests/cli/check.rs").contains(persona) && page.contains(persona));
}

#[test]
fn the_line_in_the_console_leads_to_the_page_that_is_built() {
    let named = |path: &str, mark: &str| {
        let text = text(path);
        let rest = text.split(mark).nth(1).unwrap_or_else(|| panic!("{path}: {mark}"));
        rest.split(['#', '"']).next().unwrap_or_default().to_owned()
    };
    assert_eq!(named("src/embed/script/fault.js", "at(`"), named("tools/problems.rs", "PAGE: &str = \""));
}

#[test]
fn the_code_map_names_what_there_is() {
    let map = text("ARCHITECTURE.md");
    for entry in fs::read_dir("src").expect("there is a source folder") {
        let entry = entry.expect("an entry can be read");
        let name = entry.file_name().into_string().expect("names are text");
        if entry.path().is_dir() {
            assert!(map.contains(&format!("`{name}/`")), "ARCHITECTURE.md does not know src/{name}/");
        }
    }
}

/// The pages for readers.
const PAGES: [&str; 9] = [
    "README.md",
    "docs/accessibility.md",
    "docs/authoring-with-ai.md",
    "docs/config.md",
    "docs/embedding.md",
    "docs/lab.md",
    "docs/matching.md",
    "docs/problems.md",
    "docs/quickstart-marketers.md",
];

/// The fenced blocks of a language in a page.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let text = text(page);
    let fence = format!("\n```{language}\n");
    let block = |rest: &str| rest.split("\n```").next().unwrap_or_default().to_owned();
    text.split(&fence).skip(1).map(block).collect()
}

#[test]
fn configs_in_the_documents_play_and_their_personas_get_what_they_should() {
    let mut seen = 0;
    for page in PAGES {
        for block in blocks(page, "json")
            .iter()
            .filter(|block| block.contains("\"version\"") && block.contains("\"cards\""))
        {
            let loaded =
                load(block, Audience::Author).unwrap_or_else(|problems| panic!("{page}: {problems:#?}\n{block}"));
            assert_eq!(loaded.warnings, [], "{page}\n{block}");
            let quiz = Quiz::new(loaded.config);
            for persona in quiz.config().personas() {
                let answers = persona.answers.iter().map(|rows| Answer::from_bits(*rows)).collect();
                let outcome = quiz.matcher().outcome(&answers);
                let best: Vec<_> = outcome.ranking.best().iter().map(|place| place.career).collect();
                assert_eq!(persona.career.map(|career| vec![career]), Some(best), "{page}: {}", persona.name);
                assert!(persona.verdict.is_none_or(|it| it == outcome.verdict), "{page}: {}", persona.name);
            }
            seen += 1;
        }
    }
    assert!(seen >= 5, "{seen} configs");
}

#[test]
fn links_between_the_documents_lead_somewhere() {
    for page in PAGES.iter().chain(&["ARCHITECTURE.md", "data/onet/README.md"]) {
        // Text between fences is code.
        let text: String = text(page).split("\n```").step_by(2).collect();
        let folder = Path::new(page).parent().expect("a page is in a folder");
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            if !file.contains("://") && !file.is_empty() {
                assert!(folder.join(file).exists(), "{page}: {target}");
            } else if file.is_empty() {
                let anchor = |line: &str| {
                    let words = line.trim_start_matches('#').trim().to_lowercase();
                    words.replace(' ', "-").replace(|c: char| !c.is_alphanumeric() && c != '-', "")
                };
                assert!(text.lines().any(|line| line.starts_with('#') && anchor(line) == heading), "{page}: {target}");
            }
        }
    }
}

/// All source below a folder as one text.
fn sources(folder: &str) -> String {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let text = |path: std::path::PathBuf| match (path.is_dir(), path.extension().and_then(|it| it.to_str())) {
        (true, _) => sources(path.to_str().expect("names are text")),
        (false, Some("rs")) => text(path.to_str().expect("names are text")),
        _ => String::new(),
    };
    entries.map(|entry| text(entry.expect("an entry can be read").path())).collect()
}

/// WCAG level A has 31 criteria that still apply, level AA 24. Each row must name existing tests.
#[test]
fn the_conformance_table_is_whole_and_its_tests_exist() {
    let tests = sources("tests") + &sources("src/config");
    let page = text("docs/accessibility.md");
    let rows: Vec<Vec<_>> = page
        .lines()
        .filter(|line| line.starts_with('|') && line.contains(['1', '2', '3', '4']) && line.contains(" | A"))
        .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect())
        .collect();
    let level = |level: &str| rows.iter().filter(|row| row[1] == level).count();
    assert_eq!((level("A"), level("AA")), (31, 24));
    for row in rows {
        let named: Vec<_> = row[4].split('`').filter(|it| it.len() > 2).collect();
        assert_eq!(row[2] == "Not applicable", named.is_empty(), "{}", row[0]);
        for name in named {
            // Names composed in a loop are compared by their prefix.
            let parts: Vec<_> = name.split("::").collect();
            let function = format!("fn {}", parts.last().unwrap_or(&name));
            let made = parts.len() == 2 && tests.contains(&format!("\"{}::{{name}}", parts[0]));
            let state =
                name.strip_prefix("a11y::every_state_in_").is_some_and(|it| tests.contains(&format!("(\"{it}\"")));
            assert!(
                tests.contains(&format!("\"{name}\"")) || tests.contains(&function) || made || state,
                "{}: there is no test `{name}`",
                row[0]
            );
        }
    }
}
