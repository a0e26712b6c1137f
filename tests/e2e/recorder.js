// The first script of every host page: it records what a page could notice of the widget, and finds elements in it.
(() => {
  "use strict";
  const events = (window.__events = []);
  const times = (window.__times = []); // of the same events, in milliseconds since the page began
  const lines = (window.__console = []);
  const errors = (window.__errors = []);
  window.__clicks = 0;

  for (const level of ["error", "warn", "info", "log"]) {
    const plain = console[level];
    console[level] = (...words) => {
      lines.push({ level, text: words.map(String).join(" ") });
      plain.apply(console, words);
    };
  }
  addEventListener("error", (event) => errors.push(`thrown: ${event.message}`));
  addEventListener("unhandledrejection", (event) => errors.push(`rejected: ${event.reason}`));
  document.addEventListener("securitypolicyviolation", (event) => {
    // A policy may forbid the page's own icon, which browsers request at any time.
    if (!event.blockedURI.endsWith("/page/icon.svg")) {
      errors.push(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    }
  });

  // The widgets of the page, and those of roots that a page has named.
  const widgets = () => [document, ...(window.__roots ?? [])].flatMap((it) => [...it.querySelectorAll("career-matcher, [data-career-matcher]")]);
  for (const type of ["ready", "start", "step", "answer", "back", "complete", "cta", "error"]) {
    document.addEventListener(`career-matcher-${type}`, (event) => {
      const detail = JSON.parse(JSON.stringify(structuredClone(event.detail)));
      times.push([type, performance.now()]);
      events.push({ type, widget: widgets().indexOf(event.composedPath().filter((it) => widgets().includes(it))[0]), detail });
    });
  }

  addEventListener("DOMContentLoaded", () => {
    document.querySelector("#host-button").addEventListener("click", () => (window.__clicks += 1));
  });

  const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
  // For elements that can't have a shadow root, it is on a div inside.
  const shadowOf = (it) => it && (it.shadowRoot ?? [...it.querySelectorAll("div")].filter((it) => it.shadowRoot)[0]?.shadowRoot);
  const rootOf = (widget) => (widget === null ? document : shadowOf(widgets()[widget]));
  window.__all = ({ widget, selector, text }) =>
    [...(rootOf(widget)?.querySelectorAll(selector) ?? [])].filter((it) => text === null || words(it) === text);
  window.__words = (spot) => __all(spot).map(words);

  // Where a pointer hits an element: its middle, once it is in view and nothing is on top. Otherwise the reason.
  window.__aim = (spot) => {
    const [element] = __all(spot);
    if (!element) {
      return "is not there";
    }
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = element.getBoundingClientRect();
    const x = Math.round(left + width / 2);
    const y = Math.round(top + height / 2);
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot?.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit) {
      hit = hit.shadowRoot.elementFromPoint(x, y);
    }
    return element.contains(hit) ? [x, y] : `is covered at ${x},${y} by ${hit?.outerHTML.slice(0, 120)}`;
  };

  // The element with the focus inside the widget.
  window.__focus = (widget) => rootOf(widget)?.activeElement ?? null;
})();
