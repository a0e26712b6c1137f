//! The time of the page in each browser: from the address to the first card, from a click to the next card, and the
//! recovery after a crash as a share of the first start.
//!
//! `make bench`, or `cargo bench --profile dev --features e2e --bench page` after `make dist`; the name of an engine
//! selects one. It measures and never fails for slowness: only the shares are comparable between machines.

// This uses only a part of the browser tests' driver.
#![allow(dead_code)]

#[path = "../tests/e2e/driver.rs"]
mod driver;
#[path = "../tests/e2e/engine.rs"]
mod engine;
#[path = "../tests/e2e/host.rs"]
mod host;
#[path = "../tests/e2e/input.rs"]
mod input;
#[path = "../tests/e2e/page.rs"]
mod page;
#[path = "../tests/e2e/reckon.rs"]
mod reckon;
#[path = "../tests/e2e/server.rs"]
mod server;
#[path = "../tests/e2e/spot.rs"]
mod spot;

use std::{env, path::Path, process::ExitCode};

use driver::Session;
use engine::{ALL, Engine};
use page::Page;
use server::Server;
use spot::inside;
use tokio::runtime::Runtime;

const ROUNDS: usize = 10;

/// Records the time from the next click until another question appears.
const WATCH: &str = "const { shadowRoot } = document.querySelector('career-matcher');
    const prompt = () => shadowRoot.querySelector('.cm-prompt')?.textContent;
    const before = prompt();
    let clicked;
    document.addEventListener('click', () => (clicked = performance.now()), { capture: true, once: true });
    window.__step = undefined;
    new MutationObserver((_, observer) => {
      if (prompt() && prompt() !== before) {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => (window.__step = performance.now() - clicked)));
      }
    }).observe(shadowRoot, { subtree: true, childList: true, characterData: true });";

/// Makes the widget's next change of a text throw an exception.
const CRASH: &str = "const native = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');
    let crashes = 0;
    Object.defineProperty(Node.prototype, 'nodeValue', { ...native, set(value) {
      if (!crashes++) throw new Error('patched');
      native.set.call(this, value);
    } });";

/// The time of the event of a kind with index `at`, in milliseconds since the page began.
fn time(page: &Page, kind: &str, at: usize) -> f64 {
    let times = format!("__times.filter(([kind]) => kind === '{kind}')[{at}][1]");
    page.eval(&times).as_f64().expect("the event has come")
}

/// First start, next card and recovery, in milliseconds.
fn round(page: &Page) -> [f64; 3] {
    page.open_html(host::with("<career-matcher></career-matcher>"));
    page.ready();
    page.run(WATCH);
    page.click(inside(".cm-choice"));
    page.wait("the next card is drawn", "__step");
    let step = page.eval("__step").as_f64().expect("a time");
    page.run(CRASH);
    page.click(inside(".cm-choice"));
    page.told("error", 1);
    page.told("ready", 2);
    let first = time(page, "ready", 0);
    [first, step, time(page, "ready", 1) - time(page, "error", 0)]
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    (all[(all.len() - 1) / 2] + all[all.len() / 2]) / 2.0
}

fn measure(engine: Engine, runtime: &Runtime, server: &Server) -> Result<(), String> {
    let session = Session::start(engine, runtime.handle())?;
    let page = Page::new(&session.client, runtime.handle(), server);
    // The first round includes the browser's own start, so it is not measured.
    round(&page);
    let rounds: Vec<_> = (0..ROUNDS).map(|_| round(&page)).collect();
    let of = |pick: fn(&[f64; 3]) -> f64| median(rounds.iter().map(pick).collect());
    println!(
        "| {:9} | {:>11.0} | {:>9.0} | {:>8.0} | {:>22.2} |",
        engine.name(),
        of(|it| it[0]),
        of(|it| it[1]),
        of(|it| it[2]),
        of(|it| it[2] / it[0]),
    );
    Ok(())
}

fn main() -> ExitCode {
    let wanted = env::args().skip(1).find(|it| !it.starts_with('-')).unwrap_or_default();
    let runtime = Runtime::new().expect("this machine can start threads");
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    println!("medians of {ROUNDS} rounds, in milliseconds\n");
    println!("| engine    | first start | next card | recovery | recovery / first start |");
    println!("| --------- | ----------: | --------: | -------: | ---------------------: |");
    let all = Server::start(runtime.handle(), &dist).and_then(|server| {
        let mut engines = ALL.into_iter().filter(|engine| engine.name().contains(&wanted));
        engines.try_for_each(|engine| measure(engine, &runtime, &server))
    });
    match all {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("page: {fault}");
            ExitCode::FAILURE
        }
    }
}
