//! Serves `dist/` as it was when the run began, and beside it the pages and configs that cases make up.

use std::{
    collections::{HashMap, HashSet},
    fs,
    net::SocketAddr,
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{
    Router,
    body::Bytes,
    http::{StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use tokio::runtime::Handle;

use crate::host;

/// Where the files of `dist/` stand a second time, with a wasm that can't be had.
pub const WITHOUT_WASM: &str = "/without-wasm";

pub struct Server {
    address: SocketAddr,
    shelf: Arc<Shelf>,
    folders: AtomicUsize,
}

#[derive(Default)]
struct Shelf {
    files: Mutex<HashMap<String, File>>,
    asked: Mutex<Vec<String>>,
    stalled: Mutex<HashSet<String>>,
}

#[derive(Clone)]
struct File {
    mime: &'static str,
    policy: &'static str,
    body: Bytes,
}

impl Server {
    /// Reads `dist/` and begins to answer on a free port of this machine alone.
    pub fn start(runtime: &Handle, dist: &Path) -> Result<Self, String> {
        let shelf = Arc::new(Shelf::default());
        shelf.fill(dist).map_err(|error| format!("{}: {error}; run `make dist` first", dist.display()))?;
        shelf.put("/recorder.js", include_str!("recorder.js"), "");
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"));
        let listener = listener.map_err(|error| format!("no port to serve on: {error}"))?;
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        let router = Router::new().fallback({
            let shelf = shelf.clone();
            move |uri: Uri| async move {
                while shelf.stalls(uri.path()) {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                shelf.answer(uri.path())
            }
        });
        runtime.spawn(async move { axum::serve(listener, router).await });
        Ok(Self { address, shelf, folders: AtomicUsize::new(0) })
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// A folder of its own for one case of one engine.
    pub fn folder(&self) -> Folder<'_> {
        let number = self.folders.fetch_add(1, Ordering::Relaxed);
        Folder { server: self, path: format!("/case/{number}/") }
    }
}

/// Files that only one case sees.
pub struct Folder<'a> {
    server: &'a Server,
    path: String,
}

impl Folder<'_> {
    /// The address of a file, to be used on pages.
    pub fn path(&self, name: &str) -> String {
        format!("{}{name}", self.path)
    }

    /// Adds a file, or puts another one in its place.
    pub fn put(&self, name: &str, body: impl Into<String>) {
        self.put_with_policy(name, body, "");
    }

    /// Adds a page that comes with a content security policy.
    pub fn put_with_policy(&self, name: &str, body: impl Into<String>, policy: &'static str) {
        self.server.shelf.put(&self.path(name), body.into(), policy);
    }

    /// Puts here those files of `dist/` whose names pass.
    pub fn lend(&self, passes: impl Fn(&str) -> bool) {
        let shelf = &self.server.shelf;
        for name in shelf.names() {
            if passes(&name) {
                shelf.copy(&format!("/{name}"), &self.path(&name));
            }
        }
    }

    /// The name of the file of `dist/` that begins so.
    pub fn named(&self, begin: &str) -> String {
        let name = self.server.shelf.names().into_iter().find(|name| name.starts_with(begin));
        name.unwrap_or_else(|| panic!("dist/ has a file {begin}…"))
    }

    /// Lets browsers wait for a file of this folder, or no longer.
    pub fn stall(&self, name: &str, stalls: bool) {
        let mut stalled = self.server.shelf.stalled.lock().expect("nobody panics with it");
        match stalls {
            true => stalled.insert(self.path(name)),
            false => stalled.remove(&self.path(name)),
        };
    }

    /// How often browsers have asked for a file of this folder, or where it would be.
    pub fn asked(&self, name: &str) -> usize {
        let path = self.path(name);
        self.server
            .shelf
            .asked
            .lock()
            .expect("nobody panics with it")
            .iter()
            .filter(|asked| **asked == path)
            .count()
    }
}

impl Shelf {
    fn fill(&self, dist: &Path) -> std::io::Result<()> {
        for entry in fs::read_dir(dist)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let mut body = fs::read(dist.join(&name))?;
            if name == "index.html" {
                body = host::with_recorder(&String::from_utf8_lossy(&body)).into_bytes();
            }
            if !name.ends_with(".wasm") {
                self.put(&format!("{WITHOUT_WASM}/{name}"), body.clone(), "");
            }
            self.put(&format!("/{name}"), body, "");
        }
        Ok(())
    }

    fn put(&self, path: &str, body: impl Into<Bytes>, policy: &'static str) {
        let file = File { mime: mime(path), policy, body: body.into() };
        self.files.lock().expect("nobody panics with it").insert(path.to_owned(), file);
    }

    /// The files of `dist/`.
    fn names(&self) -> Vec<String> {
        let files = self.files.lock().expect("nobody panics with it");
        files
            .keys()
            .filter_map(|path| path.strip_prefix('/'))
            .filter(|it| !it.contains('/'))
            .map(String::from)
            .collect()
    }

    fn copy(&self, from: &str, to: &str) {
        let mut files = self.files.lock().expect("nobody panics with it");
        if let Some(file) = files.get(from).cloned() {
            files.insert(to.to_owned(), file);
        }
    }

    fn stalls(&self, path: &str) -> bool {
        self.stalled.lock().expect("nobody panics with it").contains(path)
    }

    fn answer(&self, path: &str) -> Response {
        self.asked.lock().expect("nobody panics with it").push(path.to_owned());
        match self.files.lock().expect("nobody panics with it").get(path).cloned() {
            Some(File { mime, policy, body }) => {
                let mut response = ([(header::CONTENT_TYPE, mime)], body).into_response();
                if !policy.is_empty() {
                    let policy = header::HeaderValue::from_static(policy);
                    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
                }
                response
            }
            None => (StatusCode::NOT_FOUND, "there is no such file").into_response(),
        }
    }
}

fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
