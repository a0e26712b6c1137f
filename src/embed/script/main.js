// Where the script begins: defines the element, once for each page, where the browser can carry it. `tools/script.rs`
// keeps all of it from running where there are no elements: on servers, in workers.

import { CareerMatcher } from "./element.js";
import { EMBEDDED } from "./embedded.js";
import { line, report } from "./fault.js";
import { NAME, VERSION, at } from "./origin.js";
import { each, upgradeAll } from "./sanitised.js";

const define = () => {
  const first = customElements.get(NAME);
  if (!first) {
    customElements.define(NAME, CareerMatcher);
    upgradeAll(CareerMatcher);
  } else if (first.version !== VERSION) {
    console.warn(line("two-versions", `${first.version} was first on this page, ${VERSION} is not used`));
  }
};

// From a disk browsers fetch nothing but scripts: then the one with everything inside plays, if it is there too.
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
