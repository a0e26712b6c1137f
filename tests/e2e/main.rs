//! End-to-end tests: the built `dist/` in Chromium, Firefox and WebKitGTK, from the view of a visitor and a host page.
//!
//! `cargo test --features e2e --test e2e`, after `make dist`. Every case runs in every engine, one after another in one
//! session; the engines run in parallel. `… -- firefox::quiz` selects some, `-- --list` names all.

mod cases;
mod devtools;
mod driver;
mod engine;
mod host;
mod input;
mod looks;
mod page;
mod reckon;
mod server;
mod spot;
mod stage;

use std::{path::Path, process::ExitCode, sync::Arc};

use libtest_mimic::{Arguments, Trial};

use server::Server;
use stage::Stage;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    let runtime = tokio::runtime::Runtime::new().expect("this machine can start threads");
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let server = match Server::start(runtime.handle(), &dist) {
        Ok(server) => server,
        Err(fault) => {
            eprintln!("e2e: {fault}");
            return ExitCode::FAILURE;
        }
    };
    let stage = Arc::new(Stage::new(runtime.handle().clone(), server));
    let mut trials = cases::release::checks(&dist);
    trials.push(Trial::test("bytes::the_budget", move || cases::bytes::the_budget(&dist)));
    trials.push(Trial::test("docs::the_matrix_is_true", || cases::assert_matrix("docs/embedding.md")));
    // Only if `make serve` runs: `tools/serve-check.sh` passes its address.
    if let Ok(url) = std::env::var("SERVED") {
        let (stage, case) = (stage.clone(), cases::served::case(url));
        trials.push(Trial::test(case.name.clone(), move || stage.play(engine::Engine::Chromium, &case)));
    }
    for case in cases::all().into_iter().map(Arc::new) {
        for &engine in case.engines {
            let (stage, case) = (stage.clone(), case.clone());
            let name = format!("{}::{}", engine.name(), case.name);
            trials.push(Trial::test(name, move || stage.play(engine, &case)));
        }
    }
    // A thread for each trial: most of them wait for their engine.
    arguments.test_threads.get_or_insert(trials.len());
    let conclusion = libtest_mimic::run(&arguments, trials);
    stage.quit();
    conclusion.exit_code()
}
