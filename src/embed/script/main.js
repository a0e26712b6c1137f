// Where the script begins: defines the element, once for each page, where the browser can carry it.

import { CareerMatcher } from "./element.js";
import { line, tell } from "./fault.js";
import { NAME, VERSION } from "./place.js";
import { each, upgradeAll } from "./sanitised.js";

if (!("adoptedStyleSheets" in Document.prototype && "IntersectionObserver" in window)) {
  each(NAME, (it) => tell(it, "browser-too-old", "this browser can't style a shadow root; the page's fallback stays"));
} else if (!customElements.get(NAME)) {
  customElements.define(NAME, CareerMatcher);
  upgradeAll();
} else if (customElements.get(NAME).version !== VERSION) {
  console.warn(line("two-versions", `${customElements.get(NAME).version} was first on this page, ${VERSION} is not used`));
}
