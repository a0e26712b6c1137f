//! One session per engine for the whole run. Each case runs in a new window with empty storage, so that no case depends
//! on earlier ones.

use std::{
    cell::RefCell,
    fs,
    panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook},
    path::Path,
    sync::Mutex,
    time::Duration,
};

use libtest_mimic::Failed;
use tokio::{runtime::Handle, time::timeout};

use crate::{cases::Case, driver::Session, engine::Engine, page::Page, server::Server};

pub struct Stage {
    runtime: Handle,
    server: Server,
    sessions: [Mutex<Option<Session>>; 3],
}

thread_local! {
    /// The last panic of a case, with its location; `None` outside of cases.
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

impl Stage {
    pub fn new(runtime: Handle, server: Server) -> Self {
        let usual = take_hook();
        set_hook(Box::new(move |info| {
            let kept = PANIC.with_borrow_mut(|panic| panic.as_mut().map(|panic| *panic = info.to_string()).is_some());
            if !kept {
                usual(info);
            }
        }));
        Self { runtime, server, sessions: Default::default() }
    }

    /// Runs a case in its turn. A failure ends the session, so that the next case starts a new one.
    pub fn play(&self, engine: Engine, case: &Case) -> Result<(), Failed> {
        let mut place = self.sessions[engine as usize].lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let session = match &mut *place {
            Some(session) => session,
            empty => empty.insert(Session::start(engine, &self.runtime)?),
        };
        session.clean_up(&self.server.url("/page/icon.svg"))?;
        let page = Page::new(&session.client, &self.runtime, &self.server);
        PANIC.set(Some(String::new()));
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            (case.play)(&page);
            page.leave();
        }));
        let fault = PANIC.take().unwrap_or_default();
        if outcome.is_ok() {
            return Ok(());
        }
        let picture = self.picture(session, engine, &case.name);
        let message = format!("{fault}\n\n{}\n{picture}", page.state());
        *place = None;
        Err(message.into())
    }

    /// Ends all sessions.
    pub fn quit(&self) {
        for session in &self.sessions {
            *session.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) = None;
        }
    }

    /// Saves a screenshot of the window, and returns its path.
    fn picture(&self, session: &Session, engine: Engine, name: &str) -> String {
        let shot = self.runtime.block_on(async { timeout(Duration::from_secs(20), session.client.screenshot()).await });
        let Ok(Ok(shot)) = shot else { return "no picture to be had".to_owned() };
        let file =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{}.png", engine.name(), name.replace("::", "-")));
        match fs::write(&file, shot) {
            Ok(()) => format!("a picture of the window: {}", file.display()),
            Err(error) => format!("{}: {error}", file.display()),
        }
    }
}
