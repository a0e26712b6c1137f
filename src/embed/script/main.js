// The start of the script: defines the element once per page, if the browser supports it. `tools/script.rs` prevents it
// from running where there are no elements: on servers and in workers.

import { CareerMatcher } from "./element.js";
import { line, report } from "./fault.js";
import { NAME, VERSION, at } from "./origin.js";
import { each, upgradeAll } from "./sanitised.js";

const define = () => {
  const first = customElements.get(NAME);
  if (!first) {
    customElements.define(NAME, CareerMatcher);
    upgradeAll(CareerMatcher);
  } else if (first.version !== VERSION) {
    console.warn(line("two-versions", `this page loaded ${first.version} first; ${VERSION} is not used`));
  }
};

// From a disk, browsers load only scripts. The single-file script then plays the quiz, if it is there too.
const fromDisk = () => {
  const script = document.createElement("script");
  script.onload = script.onerror = () => {
    script.remove();
    define();
  };
  script.src = at("career-matcher.inline.js");
  document.documentElement.appendChild(script);
};

if (!("adoptedStyleSheets" in Document.prototype && "IntersectionObserver" in window)) {
  each(NAME, (it) => report(it, "browser-too-old", "this browser can't style a shadow root; the page's fallback stays"));
} else if (!EMBEDDED && location.protocol === "file:" && at("").protocol === "file:") {
  fromDisk();
} else {
  define();
}
