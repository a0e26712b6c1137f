//! Errors of the widget on a page. The messages are those of `embed/script/`.

use super::{Chapter, Section, Told};

pub(super) static CHAPTER: Chapter = Chapter {
    title: "The widget on a page",
    about: "These problems appear once in the browser’s console, and in the event `career-matcher-error`. The visitor sees an error screen with a button to try again, and below it the page’s fallback: the content inside the element.",
    sections: &[
        Section {
            code: "browser-too-old",
            means: "The visitor’s browser can’t style a shadow root or has no `IntersectionObserver`.",
            told: Told::Words("this browser can't style a shadow root; the page's fallback stays"),
            remedy: "No action is needed: the fallback inside the element stays visible. Put a link there.",
        },
        Section {
            code: "two-versions",
            means: "The page loads two versions of the script. The first one runs all widgets.",
            told: Told::Words("this page loaded 0.1.0 first; 0.2.0 is not used"),
            remedy: "Remove one of them.",
        },
        Section {
            code: "opened-from-disk",
            means: "The page was opened as a file (`file:` in the address bar). There, browsers don’t let pages read other files. The default quiz and a quiz inside the page work if `career-matcher.inline.js` is next to the script; a quiz at an address doesn’t.",
            told: Told::Words(
                "file:///home/ada/my-quiz.json can't be read from a disk; open the page through a server, or put the quiz into the page",
            ),
            remedy: "Start a server in the folder (`python3 -m http.server`, or `npx serve`) and open the address shown, or put the quiz into the page as `<script type=\"application/json\">` inside the element.",
        },
        Section {
            code: "wasm-unsupported",
            means: "The visitor’s browser has no WebAssembly, or WebAssembly is turned off.",
            told: Told::Words("this browser has no WebAssembly"),
            remedy: "No action is needed: the visitor sees the fallback inside the element.",
        },
        Section {
            code: "wasm-unreachable",
            means: "A `.wasm` file next to the script could not be loaded: the visitor is offline, the file was not uploaded, an optimiser moved the script away from its files, or the files are on another site without the header `Access-Control-Allow-Origin`.",
            told: Told::Words("https://your-site.example/quiz/career-matcher-0123456789ab.wasm answered 404"),
            remedy: "Upload all files of the release into one folder. Each release has its own file names, so replace all files together. If the message says that the script was moved, use `career-matcher.min.js`, exclude the script in the optimiser’s settings, or give the folder of the files in the attribute `files`: `<career-matcher files=\"/quiz/\">`.",
        },
        Section {
            code: "wasm-stalled",
            means: "A `.wasm` file sent no data for 10 seconds.",
            told: Told::Words("no data from https://your-site.example/quiz/career-matcher-0123456789ab.wasm for 10 s"),
            remedy: "Visitors can try again. If this happens often, check the server or use a CDN.",
        },
        Section {
            code: "wasm-blocked",
            means: "The page’s security policy blocks loading or compiling the widget’s program.",
            told: Told::Words(
                "the page's security policy (connect-src) does not allow https://your-site.example/quiz/career-matcher-0123456789ab.wasm",
            ),
            remedy: "Allow the folder of the release in `connect-src`, and `'wasm-unsafe-eval'` in `script-src`.",
        },
        Section {
            code: "wasm-changed",
            means: "A `.wasm` file does not match the script’s release. A proxy changed it, or an upload mixed two releases.",
            told: Told::Words(
                "https://your-site.example/quiz/career-matcher-0123456789ab.wasm is not from this script's release",
            ),
            remedy: "Upload all files again, and turn off proxies that rewrite files.",
        },
        Section {
            code: "wasm-broken",
            means: "A file with the right name is not WebAssembly. Often the server sends an HTML page instead of a missing file, or cuts files short.",
            told: Told::Words("career-matcher-0123456789ab.wasm: expected magic word 00 61 73 6d, found 3c 21 64 6f"),
            remedy: "Open the file’s address, and compare its size with the file in the release.",
        },
        Section {
            code: "module-unreachable",
            means: "One of the small scripts next to `career-matcher.js` could not be loaded. The quiz works without its feature: dragging, a theme, or the style of the result.",
            told: Told::Words(
                "Failed to fetch dynamically imported module: https://example.org/career-matcher/career-matcher-looks-0123456789ab.js",
            ),
            remedy: "Upload all files of the release into one folder. If an optimiser moved the script away from them, see [wasm-unreachable](#wasm-unreachable).",
        },
        Section {
            code: "bad-look",
            means: "A colour or a font of the config’s theme is invalid, so the widget uses its default.",
            told: Told::Words("theme.accent: `blue` is invalid and ignored"),
            remedy: "`career-matcher check` shows the correct form, under the codes [bad-colour](#bad-colour) and [bad-font](#bad-font).",
        },
        Section {
            code: "wasm-failed",
            means: "The program could not start.",
            told: Told::Words("Cannot read properties of undefined (reading 'exports')"),
            remedy: "If you have not changed the script, please report the message.",
        },
        Section {
            code: "widget-restarted",
            means: "The widget had an internal error, or the page changes built-in browser functions. The widget restarted with the visitor’s answers; nothing is lost.",
            told: Told::Words("unreachable"),
            remedy: "Please report the message, which comes from the browser.",
        },
        Section {
            code: "widget-crashed",
            means: "The widget failed for the third time on one page and has stopped. The visitor sees the fallback inside the element.",
            told: Told::Words("unreachable"),
            remedy: "Try the page without its other scripts. If the error remains, please report the message.",
        },
    ],
};
