//! The three browser engines: their names, how to find them, and their WebDriver capabilities.

use std::{
    env,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

/// Where WebKitGTK has its test browser, below a folder of libraries.
const MINI_BROWSERS: [&str; 3] =
    ["webkitgtk-6.0/MiniBrowser", "webkit2gtk-4.1/MiniBrowser", "webkit2gtk-4.0/MiniBrowser"];

/// The programs that drive an engine.
pub struct Programs {
    pub driver: PathBuf,
    pub browser: PathBuf,
    /// A virtual screen for browsers without a headless mode.
    pub screen: Option<PathBuf>,
}

impl Engine {
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Finds the engine on this machine, or says what to install.
    pub fn find(self) -> Result<Programs, String> {
        let on_path = |names: &[&str], package: &str| {
            on_path(names).ok_or_else(|| {
                let names = names.join(" nor ");
                format!("no {names} on PATH: install the package {package}, or run `tools/install.sh browsers`")
            })
        };
        Ok(match self {
            Self::Chromium => Programs {
                driver: on_path(&["chromedriver"], "chromium-driver")?,
                browser: on_path(&["chromium", "google-chrome", "chromium-browser"], "chromium")?,
                screen: None,
            },
            Self::Firefox => Programs {
                driver: on_path(&["geckodriver"], "geckodriver")?,
                browser: on_path(&["firefox", "firefox-esr"], "firefox-esr")?,
                screen: None,
            },
            Self::WebKit => Programs {
                driver: on_path(&["WebKitWebDriver"], "webkit2gtk-driver")?,
                browser: mini_browser().ok_or("no MiniBrowser of WebKitGTK: install the package webkit2gtk-driver")?,
                screen: Some(on_path(&["Xvfb"], "xvfb")?),
            },
        })
    }

    /// The driver's arguments to listen on this port.
    pub fn arguments(self, port: u16) -> Vec<String> {
        match self {
            Self::Chromium => vec![format!("--port={port}")],
            Self::Firefox => vec!["--host=127.0.0.1".to_owned(), format!("--port={port}")],
            Self::WebKit => vec![format!("--port={port}")],
        }
    }

    /// The WebDriver capabilities: a new browser that connects only to this machine.
    pub fn capabilities(self, browser: &Path, profile: &Path) -> Value {
        let timeouts = json!({ "pageLoad": 50_000, "script": 50_000 });
        match self {
            Self::Chromium => json!({
                "timeouts": timeouts,
                "goog:chromeOptions": {
                    "binary": browser,
                    "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage",
                        "--no-first-run", "--disable-background-networking", "--disable-component-update",
                        "--disable-sync", "--window-size=1280,900",
                        // A window behind another one runs like the first.
                        "--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows",
                        "--disable-renderer-backgrounding",
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                        format!("--user-data-dir={}", profile.display()),
                    ],
                },
            }),
            // The proxy is a closed port: nothing outside this machine is reachable.
            Self::Firefox => json!({
                "timeouts": timeouts,
                "moz:firefoxOptions": {
                    "binary": browser,
                    "args": ["-headless", "--width=1280", "--height=900"],
                    "prefs": {
                        "network.proxy.type": 1,
                        "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9,
                        "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9,
                        "network.proxy.no_proxies_on": "127.0.0.1",
                        // As visitors have it; the driver changes it.
                        "security.fileuri.strict_origin_policy": true,
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                    },
                },
            }),
            Self::WebKit => json!({
                "timeouts": timeouts,
                "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
            }),
        }
    }
}

fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<_> = env::split_paths(&path).collect();
    names
        .iter()
        .find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// Libraries are in different folders on different systems, on Debian one level deeper.
fn mini_browser() -> Option<PathBuf> {
    let deeper = |folder: &str| {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect::<Vec<_>>()
    };
    let mut folders = vec![PathBuf::from("/usr/lib"), PathBuf::from("/usr/lib64"), PathBuf::from("/usr/libexec")];
    folders.extend(deeper("/usr/lib"));
    let mut files = MINI_BROWSERS.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    files.find(|file| file.is_file())
}
