// Whether the page is unchanged since before the widget: its globals and natives, its address, history and cookies, its
// head and the edges of its body. Loaded with the recorder, before any other script.
//
// Changes of a page or a case happen between `look` and `adopt`: earlier changes are recorded, and the state after
// their own changes is the new reference.
(() => {
  "use strict";
  // A page may break them.
  const { Map } = window;
  const { ownKeys, getOwnPropertyDescriptor } = Reflect;
  const NATIVES = `Object Function Array String Number Boolean Symbol BigInt Promise Proxy Map Set WeakMap WeakSet WeakRef
    RegExp Date Error TypeError ArrayBuffer DataView Uint8Array Float64Array JSON Math Reflect Intl WebAssembly console
    EventTarget Event UIEvent CustomEvent MouseEvent KeyboardEvent PointerEvent InputEvent FocusEvent SubmitEvent
    Node Element HTMLElement HTMLDivElement HTMLInputElement HTMLButtonElement HTMLFormElement HTMLAnchorElement
    HTMLSlotElement HTMLStyleElement HTMLScriptElement Attr CharacterData Text Comment Document HTMLDocument XMLDocument
    DocumentFragment ShadowRoot NodeList HTMLCollection NamedNodeMap DOMTokenList DOMRect Range Selection
    CSSStyleSheet CSSStyleDeclaration CustomElementRegistry Window Location History Navigator Performance Storage Crypto
    URL URLSearchParams Request Response Headers Blob File FormData XMLHttpRequest AbortController AbortSignal
    TextDecoder TextEncoder ReadableStream IntersectionObserver MutationObserver ResizeObserver MessageChannel`;
  const all = { window, document, navigator, location, history, customElements };
  for (const name of NATIVES.split(/\s+/)) {
    const native = window[name];
    if (native) {
      all[name] = native;
      native.prototype && (all[`${name}.prototype`] = native.prototype);
    }
  }
  const places = Object.entries(all);

  // Names of the suite, of drivers, and of frames by number.
  const OTHERS = /^(__|cdc_|\$|ret_|\d+$|Symbol\(automationSessionProxy\))/;
  // Primitive values of natives change by themselves; functions and namespaces don't.
  const lasting = (name, value) => typeof value === "function" || (typeof value === "object" && /^[A-Z]|^console$/.test(name));
  const names = () => {
    const found = new Map();
    for (const [place, object] of places) {
      for (const key of ownKeys(object)) {
        const name = String(key);
        if (!OTHERS.test(name)) {
          const { value, get, set } = getOwnPropertyDescriptor(object, key) ?? {};
          found.set(`${place}.${name}`, [lasting(name, value) ? value : undefined, get, set]);
        }
      }
    }
    return found;
  };

  const said = (read) => {
    try {
      return String(read());
    } catch (error) {
      return error.name; // no cookies without an origin
    }
  };
  const attributes = (element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`).join(" ");
  const facts = () => [
    ["the address", said(() => location.href)],
    // Browsers keep 50 entries, and may drop the oldest at any time after a page was opened.
    ["the history", said(() => Math.min(history.length, 50))],
    ["the cookies", said(() => document.cookie)],
    // A page that is still being parsed changes.
    ...(document.readyState === "loading"
      ? []
      : [
          ["the title", document.title],
          ["<html>", attributes(document.documentElement)],
          ["<head>", document.head.innerHTML],
          ["<body>", attributes(document.body)],
          ["the children of <body>", [...document.body.children].map((it) => it.localName).join(" ")],
        ]),
  ];

  const changes = [];
  let before = {};
  const adopt = () => {
    before = { names: names(), facts: new Map(facts()) };
  };
  const look = () => {
    const now = names();
    for (const [name, parts] of now) {
      const known = before.names.get(name);
      known ? parts.some((part, at) => part !== known[at]) && changes.push(`${name} is another`) : changes.push(`${name} is new`);
    }
    for (const name of before.names.keys()) {
      now.has(name) || changes.push(`${name} is gone`);
    }
    for (const [what, value] of facts()) {
      const known = before.facts.get(what) ?? value;
      known === value || changes.push(`${what}: ${known} became ${value}`);
    }
    adopt();
  };
  window.__host = { changes, look, adopt };
  adopt();
  document.addEventListener("DOMContentLoaded", look);
  // A visitor may follow a link within the page.
  const follow = ({ target }) => {
    if (target.closest?.('a[href^="#"]')) {
      look();
      addEventListener("hashchange", adopt, { once: true });
    }
  };
  document.addEventListener("click", follow, true);
})();
