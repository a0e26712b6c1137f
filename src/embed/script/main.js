// Where the script begins: defines the element, once for each page, where the browser can carry it.

import { CareerMatcher } from "./element.js";
import { line } from "./fault.js";
import { NAME, VERSION } from "./place.js";
import { upgradeAll } from "./sanitised.js";

if (!("adoptedStyleSheets" in Document.prototype && "IntersectionObserver" in window)) {
  console.error(line("browser-too-old", "this browser can't style a shadow root; the page's fallback stays"));
} else if (!customElements.get(NAME)) {
  customElements.define(NAME, CareerMatcher);
  upgradeAll();
} else if (customElements.get(NAME).version !== VERSION) {
  console.warn(line("two-versions", `${customElements.get(NAME).version} was first on this page, ${VERSION} is not used`));
}
