//! Serves a snapshot of `dist/` from the start of the run, and the pages and configs of the cases.

use std::{
    collections::{HashMap, HashSet},
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes},
    http::{StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use futures::stream::{self, StreamExt};
use tokio::runtime::Handle;

use crate::host;

/// A second copy of `dist/`, whose wasm is missing.
pub const WITHOUT_WASM: &str = "/without-wasm";

/// The first script of every page.
pub const RECORDER: &str = concat!(include_str!("recorder.js"), include_str!("untouched.js"));

pub struct Server {
    address: SocketAddr,
    /// Another origin with the same files.
    elsewhere: SocketAddr,
    shelf: Arc<Shelf>,
    folders: AtomicUsize,
}

#[derive(Default)]
struct Shelf {
    files: Mutex<HashMap<String, File>>,
    asked: Mutex<Vec<String>>,
    stalled: Mutex<HashSet<String>>,
}

/// The response for a file, correct or wrong.
#[derive(Clone)]
pub struct File {
    pub status: u16,
    pub mime: &'static str,
    pub policy: &'static str,
    pub body: Bytes,
    pub end: End,
    /// The target of a redirect.
    pub location: Option<String>,
    /// Whether pages of other origins may read it.
    pub shared: bool,
}

/// What happens after the last byte.
#[derive(Clone, Copy, PartialEq)]
pub enum End {
    Whole,
    /// The response announces more bytes, and the connection closes.
    Breaks,
    /// The response announces more bytes, and nothing comes.
    Hangs,
}

impl Server {
    /// Reads `dist/` and starts to serve on two free local ports.
    pub fn start(runtime: &Handle, dist: &Path) -> Result<Self, String> {
        let shelf = Arc::new(Shelf::default());
        shelf.fill(dist).map_err(|error| format!("{}: {error}; run `make dist` first", dist.display()))?;
        shelf.put("/recorder.js", RECORDER, "");
        let [address, elsewhere] = [serve(runtime, &shelf)?, serve(runtime, &shelf)?];
        Ok(Self { address, elsewhere, shelf, folders: AtomicUsize::new(0) })
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The same on the other origin.
    pub fn url_elsewhere(&self, path: &str) -> String {
        format!("http://{}{path}", self.elsewhere)
    }

    /// A separate folder for one case in one engine.
    pub fn folder(&self) -> Folder<'_> {
        let number = self.folders.fetch_add(1, Ordering::Relaxed);
        Folder { server: self, path: format!("/case/{number}/") }
    }
}

/// Starts to serve on a free port. Returns its address.
fn serve(runtime: &Handle, shelf: &Arc<Shelf>) -> Result<SocketAddr, String> {
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"));
    let listener = listener.map_err(|error| format!("no port to serve on: {error}"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let router = Router::new().fallback({
        let shelf = shelf.clone();
        move |uri: Uri| async move {
            shelf.asked.lock().expect("nobody panics with it").push(uri.path().to_owned());
            while shelf.stalls(uri.path()) {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            shelf.answer(uri.path())
        }
    });
    runtime.spawn(async move { axum::serve(listener, router).await });
    Ok(address)
}

/// Files that only one case sees.
pub struct Folder<'a> {
    server: &'a Server,
    path: String,
}

impl Folder<'_> {
    /// The address of a file, for use on pages.
    pub fn path(&self, name: &str) -> String {
        format!("{}{name}", self.path)
    }

    /// Adds or replaces a file.
    pub fn put(&self, name: &str, body: impl Into<String>) {
        self.put_with_policy(name, body, "");
    }

    /// Adds a binary file.
    pub fn put_bytes(&self, name: &str, body: Vec<u8>) {
        self.server.shelf.put(&self.path(name), body, "");
    }

    /// Adds a page with a content security policy.
    pub fn put_with_policy(&self, name: &str, body: impl Into<String>, policy: &'static str) {
        self.server.shelf.put(&self.path(name), body.into(), policy);
    }

    /// Adds those files of `dist/` whose names pass.
    pub fn lend(&self, passes: impl Fn(&str) -> bool) {
        let shelf = &self.server.shelf;
        for name in shelf.names() {
            if passes(&name) {
                shelf.copy(&format!("/{name}"), &self.path(&name));
            }
        }
    }

    /// An empty folder on the disk for this one, whatever earlier runs left there. The browsers of some systems can't
    /// read folders for temporary files.
    pub fn on_disk(&self) -> PathBuf {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(self.path.trim_matches('/').replace('/', "-"));
        let _ = fs::remove_dir_all(&place);
        fs::create_dir_all(&place).expect("a folder can be made");
        place
    }

    /// The names of all files of this folder.
    pub fn names(&self) -> Vec<String> {
        let files = self.server.shelf.files.lock().expect("nobody panics with it");
        files.keys().filter_map(|path| path.strip_prefix(&self.path)).map(str::to_owned).collect()
    }

    /// Changes the response for a file of this folder.
    pub fn alter(&self, name: &str, how: impl FnOnce(&mut File)) {
        let mut files = self.server.shelf.files.lock().expect("nobody panics with it");
        how(files.get_mut(&self.path(name)).unwrap_or_else(|| panic!("{name} is there")));
    }

    /// The address of a file for pages of another origin.
    pub fn url(&self, name: &str) -> String {
        self.server.url(&self.path(name))
    }

    /// The address of a file of this folder on the other origin.
    pub fn url_elsewhere(&self, name: &str) -> String {
        self.server.url_elsewhere(&self.path(name))
    }

    /// The name of the file of `dist/` that begins with this text.
    pub fn named(&self, begin: &str) -> String {
        self.named_by(|name| name.starts_with(begin))
    }

    pub fn named_by(&self, is_it: impl Fn(&str) -> bool) -> String {
        self.server.shelf.names().into_iter().find(|name| is_it(name)).expect("dist/ has such a file")
    }

    /// The content of a file in this folder.
    pub fn read(&self, name: &str) -> Bytes {
        let files = self.server.shelf.files.lock().expect("nobody panics with it");
        files.get(&self.path(name)).unwrap_or_else(|| panic!("{name} is there")).body.clone()
    }

    /// The names of the files of this folder that browsers have requested, in order.
    pub fn all_asked(&self) -> Vec<String> {
        let asked = self.server.shelf.asked.lock().expect("nobody panics with it");
        asked.iter().filter_map(|path| path.strip_prefix(&self.path)).map(str::to_owned).collect()
    }

    /// Makes requests for a file of this folder wait, or releases them.
    pub fn stall(&self, name: &str, stalls: bool) {
        let mut stalled = self.server.shelf.stalled.lock().expect("nobody panics with it");
        match stalls {
            true => stalled.insert(self.path(name)),
            false => stalled.remove(&self.path(name)),
        };
    }

    /// The number of requests for a file of this folder, whether it exists or not.
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
        for (name, mut body) in read_all(dist)? {
            if name == "index.html" {
                body = host::with_recorder(&String::from_utf8_lossy(&body)).into_bytes();
            }
            if !name.ends_with(".wasm") && !name.contains('/') {
                self.put(&format!("{WITHOUT_WASM}/{name}"), body.clone(), "");
            }
            self.put(&format!("/{name}"), body, "");
        }
        self.put("/page/icon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "");
        Ok(())
    }

    fn put(&self, path: &str, body: impl Into<Bytes>, policy: &'static str) {
        let file = File {
            status: 200,
            mime: mime(path),
            policy,
            body: body.into(),
            end: End::Whole,
            location: None,
            shared: false,
        };
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
        match self.files.lock().expect("nobody panics with it").get(path).cloned() {
            Some(File { status, mime, policy, body, end, location, shared }) => {
                let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
                let bytes = stream::iter([Ok(body.clone())]);
                let body = match end {
                    End::Whole => body.into(),
                    End::Breaks => {
                        let broken = Err(std::io::Error::other("broken on purpose"));
                        Body::from_stream(bytes.chain(stream::iter([broken])))
                    }
                    End::Hangs => Body::from_stream(bytes.chain(stream::pending::<std::io::Result<Bytes>>())),
                };
                let mut response = (status, [(header::CONTENT_TYPE, mime)], body).into_response();
                let headers = response.headers_mut();
                if let Some(location) = location.and_then(|it| header::HeaderValue::from_str(&it).ok()) {
                    headers.insert(header::LOCATION, location);
                }
                if shared {
                    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, header::HeaderValue::from_static("*"));
                }
                if !policy.is_empty() {
                    let policy = header::HeaderValue::from_static(policy);
                    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
                }
                response
            }
            None => (StatusCode::NOT_FOUND, "there is no such file").into_response(),
        }
    }
}

/// The files of a folder and of its subfolders, by name.
pub fn read_all(dist: &Path) -> std::io::Result<Vec<(String, Vec<u8>)>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match path.is_dir() {
            true => all.extend(read_all(&path)?.into_iter().map(|(inner, body)| (format!("{name}/{inner}"), body))),
            false => all.push((name, fs::read(path)?)),
        }
    }
    Ok(all)
}

fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
