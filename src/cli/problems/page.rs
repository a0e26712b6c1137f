//! What can go wrong with the widget on a page. The words are those of `embed/script/`.

use super::{Chapter, Section, Told};

pub(super) static CHAPTER: Chapter = Chapter {
    title: "The widget on a page",
    about: "What is told here stands in the browser’s console, once, and in the event `career-matcher-error`. The visitor sees a calm screen with a button to try again, and below it what the page has put into the element.",
    sections: &[
        Section {
            code: "browser-too-old",
            means: "The visitor’s browser can’t style a shadow root or has no `IntersectionObserver`.",
            told: Told::Words("this browser can't style a shadow root; the page's fallback stays"),
            remedy: "Nothing needs to be done: what the page has put into the element stays visible. Put a link there.",
        },
        Section {
            code: "two-versions",
            means: "The page loads two versions of the script. The first one plays all widgets.",
            told: Told::Words("0.1.0 was first on this page, 0.2.0 is not used"),
            remedy: "Remove the other.",
        },
        Section {
            code: "opened-from-disk",
            means: "The page was opened as a file (`file:` in the address bar), where browsers let a page read no other files. The default quiz and a quiz inside the page play there if `career-matcher.inline.js` is beside the script; a quiz at an address doesn’t.",
            told: Told::Words(
                "file:///home/ada/my-quiz.json can't be read from a disk; open the page through a server, or put the quiz into the page",
            ),
            remedy: "Start a server in the folder (`python3 -m http.server`, or `npx serve`) and open the address that it prints, or write the quiz into the page as `<script type=\"application/json\">` inside the element.",
        },
        Section {
            code: "wasm-unsupported",
            means: "The visitor’s browser has no WebAssembly, or it is switched off.",
            told: Told::Words("this browser has no WebAssembly"),
            remedy: "Nothing needs to be done: the visitor sees what the page has put into the element.",
        },
        Section {
            code: "wasm-unreachable",
            means: "A `.wasm` file beside the script did not answer: the visitor is offline, the file was not uploaded, an optimiser moved the script away from its files, or another site’s files lack the header `Access-Control-Allow-Origin`.",
            told: Told::Words("https://your-site.example/quiz/career-matcher-0123456789ab.wasm answered 404"),
            remedy: "Upload all files of the release into one folder. A script from another release looks for files with other names: replace all of them together. If the message says that the script was moved, use `career-matcher.min.js`, exclude the script in the optimiser’s settings, or name the folder of the files in the attribute `files`: `<career-matcher files=\"/quiz/\">`.",
        },
        Section {
            code: "wasm-stalled",
            means: "For 10 seconds nothing came of a `.wasm` file.",
            told: Told::Words(
                "nothing came from https://your-site.example/quiz/career-matcher-0123456789ab.wasm for 10 s",
            ),
            remedy: "Visitors can try again. Where it happens often, look at the server or put a CDN before it.",
        },
        Section {
            code: "wasm-blocked",
            means: "The page’s security policy keeps the widget from loading or compiling its program.",
            told: Told::Words(
                "the page's security policy (connect-src) does not allow https://your-site.example/quiz/career-matcher-0123456789ab.wasm",
            ),
            remedy: "Allow the folder of the release in `connect-src`, and `'wasm-unsafe-eval'` in `script-src`.",
        },
        Section {
            code: "wasm-changed",
            means: "A `.wasm` file is not the one that the script was released with. Something on the way changes files, or an upload mixed two releases.",
            told: Told::Words(
                "https://your-site.example/quiz/career-matcher-0123456789ab.wasm is not the file that this script was released with",
            ),
            remedy: "Upload all files again, and let no proxy rewrite them.",
        },
        Section {
            code: "wasm-broken",
            means: "A `.wasm` file is not WebAssembly, though it is the one that was asked for. Most often a server answers with a page of HTML where a file is missing, or cuts files short.",
            told: Told::Words("career-matcher-0123456789ab.wasm: expected magic word 00 61 73 6d, found 3c 21 64 6f"),
            remedy: "Open the file’s address and compare its size with that of the release.",
        },
        Section {
            code: "module-unreachable",
            means: "One of the small scripts beside `career-matcher.js` did not come. The quiz plays without what it does: dragging, a theme, or the look of the result.",
            told: Told::Words(
                "Failed to fetch dynamically imported module: https://example.org/career-matcher/career-matcher-looks-0123456789ab.js",
            ),
            remedy: "Upload all files of the release into one folder. If an optimiser moved the script away from them, do as for [wasm-unreachable](#wasm-unreachable).",
        },
        Section {
            code: "bad-look",
            means: "A colour or a font of the config’s theme is none, so the widget draws its usual one.",
            told: Told::Words("theme.accent: `blue` is left out"),
            remedy: "`career-matcher check` says how to write it, under the codes [bad-colour](#bad-colour) and [bad-font](#bad-font).",
        },
        Section {
            code: "wasm-failed",
            means: "The program could not be started.",
            told: Told::Words("Cannot read properties of undefined (reading 'exports')"),
            remedy: "If this is not in your own change of the script, please report what the message says.",
        },
        Section {
            code: "widget-restarted",
            means: "The widget met a fault, of its own or of a page that changes what browsers have built in, and began again with the visitor’s answers. Nothing is lost.",
            told: Told::Words("unreachable"),
            remedy: "Please report what the message says; it is the browser’s.",
        },
        Section {
            code: "widget-crashed",
            means: "The same for the third time on one page: the widget has stopped, and what the page has put into the element is shown.",
            told: Told::Words("unreachable"),
            remedy: "Try the page without its other scripts; if it still happens, please report what the message says.",
        },
    ],
};
