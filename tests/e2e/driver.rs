//! Starts a driver, its browser and what they need. Everything started here is ended here.

use std::{
    env, fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio, id},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use tokio::{runtime::Handle, time::timeout};

use crate::engine::{Engine, Programs};

/// The maximum time for a driver or a browser to start, on a busy machine.
const START: Duration = Duration::from_secs(60);
const END: Duration = Duration::from_secs(10);
const ATTEMPTS: usize = 3;

/// One session of one engine.
pub struct Session {
    pub client: Client,
    runtime: Handle,
    driver: Process,
    _screen: Option<Process>,
    _folder: Folder,
}

impl Session {
    /// Starts an engine. A random failure (a port that was just taken) is retried.
    pub fn start(engine: Engine, runtime: &Handle) -> Result<Self, String> {
        let programs = engine.find()?;
        let mut faults = String::new();
        for _ in 0..ATTEMPTS {
            match Self::attempt(engine, &programs, runtime) {
                Ok(session) => return Ok(session),
                Err(fault) => faults += &format!("\n{fault}"),
            }
        }
        Err(format!("{} does not start, tried {ATTEMPTS} times:{faults}", engine.name()))
    }

    fn attempt(engine: Engine, programs: &Programs, runtime: &Handle) -> Result<Self, String> {
        let folder = Folder::new(engine)?;
        let mut command = Command::new(&programs.driver);
        let screen = programs.screen.as_deref().map(|program| start_screen(program, &folder.0)).transpose()?;
        if let Some((_, display)) = &screen {
            command.env("DISPLAY", display);
        }
        let port = free_port()?;
        command.args(engine.arguments(port));
        // Everything that a browser writes goes into a temporary folder.
        let home = ["HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"];
        command.envs(home.map(|name| (name, &folder.0)));
        // The sandbox of WebKitGTK needs rights that containers don't give; the pages here are our own.
        command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1").env("NO_AT_BRIDGE", "1");
        let log = folder.0.join("driver.log");
        let output = fs::File::create(&log).and_then(|file| Ok((file.try_clone()?, file)));
        let (out, err) = output.map_err(|error| format!("{}: {error}", log.display()))?;
        let mut driver = Process::start(command.stdout(out).stderr(err))?;

        let words = |fault: String| format!("{fault}\n{}", fs::read_to_string(&log).unwrap_or_default());
        wait_until_ready(&mut driver, port).map_err(words)?;
        let Value::Object(wanted) = engine.capabilities(&programs.browser, &folder.0.join("profile")) else {
            return Err("capabilities are an object".to_owned());
        };
        let client = runtime.block_on(async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            let address = format!("http://127.0.0.1:{port}");
            let connect = builder.capabilities(wanted).connect(&address);
            timeout(START, connect)
                .await
                .map_err(|_| "no session in time".to_owned())?
                .map_err(|e| e.to_string())
        });
        let client = client.map_err(words)?;
        Ok(Self {
            client,
            runtime: runtime.clone(),
            driver,
            _screen: screen.map(|it| it.0),
            _folder: folder,
        })
    }

    /// Opens a new window with an empty history, closes all others, and clears the storage of the server's origin;
    /// `url` is any page on it.
    pub fn clean_up(&self, url: &str) -> Result<(), String> {
        let client = &self.client;
        let clean_up = async {
            let before = client.windows().await?;
            let fresh = client.new_window(true).await?.handle;
            for window in before {
                client.switch_to_window(window).await?;
                client.close_window().await?;
            }
            client.switch_to_window(fresh).await?;
            client.goto(url).await?;
            client.execute("localStorage.clear(); sessionStorage.clear()", vec![]).await?;
            client.delete_all_cookies().await
        };
        let done = self.runtime.block_on(async { timeout(START, clean_up).await });
        done.map_err(|_| "no new window in time".to_owned())?
            .map_err(|error| format!("no new window: {error}"))
    }
}

impl Drop for Session {
    /// Closes the browser cleanly if possible; ends the rest together with the driver.
    fn drop(&mut self) {
        let client = self.client.clone();
        let _ = self.runtime.block_on(async { timeout(END, client.close()).await });
        self.driver.end();
    }
}

/// A program that ends, with all its descendants, on drop.
struct Process(Child);

impl Process {
    fn start(command: &mut Command) -> Result<Self, String> {
        let child = command.stdin(Stdio::null()).spawn();
        child.map(Self).map_err(|error| format!("{}: {error}", command.get_program().display()))
    }

    fn end(&mut self) {
        let family = descendants(self.0.id());
        // If the process has ended already, that is fine.
        let _ = self.0.kill();
        let _ = self.0.wait();
        if !family.is_empty() {
            let _ = Command::new("kill").arg("-KILL").args(family).stderr(Stdio::null()).status();
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}

/// All descendants of a process.
fn descendants(root: u32) -> Vec<String> {
    let parent = |entry: fs::DirEntry| {
        let id = entry.file_name().to_str()?.parse::<u32>().ok()?;
        let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
        let parent = stat.rsplit(')').next()?.split_whitespace().nth(1)?.parse::<u32>().ok()?;
        Some((id, parent))
    };
    let all: Vec<_> = fs::read_dir("/proc").into_iter().flatten().flatten().filter_map(parent).collect();
    let mut family = vec![root];
    let mut next = 0;
    while let Some(&elder) = family.get(next) {
        family.extend(all.iter().filter(|(_, parent)| *parent == elder).map(|(id, _)| *id));
        next += 1;
    }
    family[1..].iter().map(u32::to_string).collect()
}

/// A temporary folder for a profile.
struct Folder(PathBuf);

impl Folder {
    fn new(engine: Engine) -> Result<Self, String> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("career-matcher-e2e-{}-{}-{number}", id(), engine.name()));
        fs::create_dir_all(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // The system removes files that the browser's last process still writes.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A virtual screen, on a display that it chooses itself.
fn start_screen(program: &Path, folder: &Path) -> Result<(Process, String), String> {
    let log = fs::File::create(folder.join("screen.log")).map_err(|error| error.to_string())?;
    let mut command = Command::new(program);
    command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
    let mut screen = Process::start(command.stdout(Stdio::piped()).stderr(log))?;
    let mut line = String::new();
    if let Some(output) = screen.0.stdout.take() {
        // It writes one line or ends, so this returns.
        BufReader::new(output).read_line(&mut line).map_err(|error| error.to_string())?;
    }
    match line.trim() {
        "" => Err("Xvfb found no free display".to_owned()),
        number => Ok((screen, format!(":{number}"))),
    }
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).map_err(|error| format!("no free port: {error}"))
}

fn wait_until_ready(driver: &mut Process, port: u16) -> Result<(), String> {
    let begin = Instant::now();
    while begin.elapsed() < START {
        if let Ok(Some(status)) = driver.0.try_wait() {
            return Err(format!("the driver ended at once: {status}"));
        }
        if status(port).is_ok_and(|answer| answer.replace(' ', "").contains("\"ready\":true")) {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(20));
    }
    Err(format!("the driver is not ready after {} s", START.as_secs()))
}

fn status(port: u16) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    write!(stream, "GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
    // Not to the end: a driver that keeps the connection open never sends one.
    let mut answer = Vec::new();
    let mut piece = [0; 1024];
    while !answer.ends_with(b"}") {
        match stream.read(&mut piece)? {
            0 => break,
            read => answer.extend(&piece[..read]),
        }
    }
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
