//! Files that do not come for ten seconds, from the beginning or after the first half.

use super::{BOTH, Case, ONE, assert_failed, case, lend, mends, primary, put_page};
use crate::{
    page::Page,
    server::{End, Folder},
};

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, halfway) in [("stalls", false), ("stalls_halfway", true)] {
        let wasm = move |page: &Page| stalls(page, &primary(&page.folder()), "wasm-stalled", BOTH, halfway);
        let config = move |page: &Page| stalls(page, "python-careers.json", "config-stalled", ONE, halfway);
        cases.extend([case(&format!("wasm_{name}"), wasm), case(&format!("config_{name}"), config)]);
    }
    cases
}

/// A fake clock: ten seconds pass when the case says so.
pub const CLOCK: &str = "<script>{
    const { setTimeout: native, clearTimeout: clear } = window, waits = new Map();
    window.setTimeout = (call, time, ...more) => {
      const id = native(() => { waits.delete(id); call(...more); }, time);
      time === 10000 && waits.set(id, () => call(...more));
      return id;
    };
    window.clearTimeout = (id) => { waits.delete(id); clear(id); };
    window.__waiting = () => waits.size;
    window.__hurry = () => waits.forEach((call, id) => { clearTimeout(id); call(); });
  }</script>";

/// Waits until the page has requested a file that does not come, and advances the clock by ten seconds.
pub fn hurry(page: &Page, folder: &Folder, name: &str) {
    assert!(page.patiently(|| folder.asked(name) > 0), "{name} is asked for");
    page.wait("nothing else is on its way", "__waiting() === 1");
    // Time for the first half, if one comes.
    page.call_async("setTimeout(arguments[0], 300)", vec![]);
    page.run("__hurry()");
}

/// No data for ten seconds, from the start or after the first half.
fn stalls(page: &Page, name: &str, code: &str, struck: usize, halfway: bool) {
    let folder = lend(page);
    match halfway {
        true => folder.alter(name, |file| {
            file.body = file.body.slice(..file.body.len() / 2);
            file.end = End::Hangs;
        }),
        false => folder.stall(name, true),
    }
    put_page(&folder, CLOCK, "");
    page.open(&folder.path("index.html"));
    if struck == ONE {
        page.ready_of(1);
    }
    hurry(page, &folder, name);
    assert_failed(page, &[code], struck);
    folder.stall(name, false);
    mends(page, &folder, struck);
}
