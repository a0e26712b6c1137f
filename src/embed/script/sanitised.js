// For pages that strip tags of a custom element's kind: `<div data-career-matcher data-config="…">` becomes one. What
// stands in it goes along as its fallback.

import { NAME } from "./place.js";

const MARK = "data-career-matcher";

const upgrade = (place) => {
  const element = document.createElement(NAME);
  for (const { name, value } of place.attributes) {
    if (name.startsWith("data-") && name !== MARK) {
      element.setAttribute(name.slice("data-".length), value);
    }
  }
  while (place.firstChild) {
    element.appendChild(place.firstChild);
  }
  place.removeAttribute(MARK);
  place.appendChild(element);
};

// Once the page is all there.
export const each = (selector, act) => {
  const now = () => [...document.querySelectorAll(selector)].forEach(act);
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", now, { once: true }) : now();
};

export const upgradeAll = () => each(`[${MARK}]`, upgrade);
