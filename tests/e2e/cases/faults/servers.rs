//! What servers answer: other files, broken files and none, for the program and for the config.

use super::{BOTH, Case, ONE, case, fails, lend, mends, primary, put_page};
use crate::{
    page::Page,
    server::{End, File},
};

/// Damages a file of the folder.
type Spoil = fn(&mut File);

/// Responses for the primary, and the resulting code.
const ANSWERS: [(&str, &[&str], Spoil); 10] = [
    ("wasm_404", &["wasm-unreachable"], |file| file.status = 404),
    ("wasm_403", &["wasm-unreachable"], |file| file.status = 403),
    ("wasm_500", &["wasm-unreachable"], |file| file.status = 500),
    ("wasm_503", &["wasm-unreachable"], |file| file.status = 503),
    ("wasm_is_html", &["wasm-changed"], |file| {
        file.body = "<!doctype html><title>Not found</title>".into()
    }),
    ("wasm_is_empty", &["wasm-changed"], |file| file.body = "".into()),
    ("wasm_is_half", &["wasm-changed"], |file| file.body = file.body.slice(..file.body.len() / 2)),
    ("wasm_has_another_bit", &["wasm-changed"], |file| {
        let mut body = file.body.to_vec();
        body[1000] ^= 1;
        file.body = body.into();
    }),
    ("wasm_ends_early", &["wasm-unreachable", "wasm-changed"], |file| {
        file.end = End::Breaks;
        file.body = file.body.slice(..file.body.len() / 2);
    }),
    ("wasm_goes_in_circles", &["wasm-unreachable"], |file| {
        file.status = 302;
        file.location = Some("".to_owned());
    }),
];

/// Responses for the config, and the resulting code.
const CONFIGS: [(&str, &str, Spoil); 8] = [
    ("config_404", "config-unreachable", |file| file.status = 404),
    ("config_500", "config-unreachable", |file| file.status = 500),
    ("config_is_html", "not-json", |file| file.body = "<!doctype html>".into()),
    ("config_is_empty", "config-empty", |file| file.body = "".into()),
    ("config_is_half", "not-json", |file| file.body = file.body.slice(..file.body.len() / 2)),
    ("config_is_a_picture", "not-utf8", |file| file.body = vec![0x89, b'P', b'N', b'G', 0, 0xff].into()),
    ("config_is_huge", "config-too-large", |file| file.body = vec![b' '; 3 << 20].into()),
    ("config_is_deep", "too-many", |file| {
        file.body = [vec![b'['; 5000], vec![b']'; 5000]].concat().into()
    }),
];

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, codes, spoil) in ANSWERS {
        cases.push(case(name, move |page| {
            let folder = lend(page);
            let primary = primary(&folder);
            let address = folder.url(&primary);
            folder.alter(&primary, |file| {
                spoil(file);
                file.location = file.location.as_ref().map(|_| address);
            });
            fails(page, &folder, "", "", codes, BOTH);
            mends(page, &folder, BOTH);
        }));
    }
    for (name, code, spoil) in CONFIGS {
        cases.push(case(name, move |page| {
            let folder = lend(page);
            folder.alter("python-careers.json", spoil);
            fails(page, &folder, "", "", &[code], ONE);
            mends(page, &folder, ONE);
        }));
    }
    cases.push(case("old_script_beside_new_files", old_script_beside_new_files));
    cases.push(case("wasm_of_another_release", wasm_of_another_release));
    cases.push(case("wasm_is_called_something_else", wasm_is_called_something_else));
    cases
}

/// An old script from a cache requests the wasm of its own release, which no longer exists.
fn old_script_beside_new_files(page: &Page) {
    let folder = page.folder();
    let old = primary(&folder);
    folder.lend(|name| !name.ends_with(".html") && name != old);
    folder.put_bytes("career-matcher-000000000000.wasm", vec![0; 8]);
    fails(page, &folder, "", "", &["wasm-unreachable"], BOTH);
    assert!(page.lines("error")[0].contains(&old), "it tells which one: {}", page.lines("error")[0]);
    assert_eq!(folder.asked("career-matcher-000000000000.wasm"), 0);
    mends(page, &folder, BOTH);
}

/// A valid file of another release under the requested name is refused.
fn wasm_of_another_release(page: &Page) {
    let folder = lend(page);
    let other = folder.read(&folder.named("career-matcher-result-"));
    folder.alter(&primary(&folder), |file| file.body = other);
    fails(page, &folder, "", "", &["wasm-changed"], BOTH);
    mends(page, &folder, BOTH);
}

/// The content type of the wasm does not matter.
fn wasm_is_called_something_else(page: &Page) {
    for mime in ["text/plain", "application/octet-stream", "text/html"] {
        let folder = lend(page);
        folder.alter(&primary(&folder), |file| file.mime = mime);
        put_page(&folder, "", "");
        page.open(&folder.path("index.html"));
        page.ready();
        assert!(page.lines("error").is_empty() && page.lines("warn").is_empty(), "{mime}");
    }
}
