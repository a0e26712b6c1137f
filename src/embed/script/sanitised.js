// For pages that remove the tags of custom elements, and for apps that draw a page twice: `<div data-career-matcher
// data-config="…">` plays like the element. The widget uses the div's own shadow root; the div's children stay.
//
// The working element is in no page. It has the div's attributes without `data-`; the div answers questions about the
// position in the page.

import { NAME } from "./origin.js";

const MARK = "data-career-matcher";
const WHERE = ["baseURI", "id", "isConnected"];
const DOES = ["closest", "dispatchEvent", "querySelector"];
const OFFERS = ["getState", "goTo", "restart", "setConfig"];

const players = new WeakMap(); // the working elements, by their divs
const shown = new Set(); // the divs in the page

// Copies an attribute of the div to the element.
const pass = (div, name) => {
  const [, own] = /^data-(.+)/.exec(name) ?? [];
  const value = div.getAttribute(name);
  if (own && name !== MARK) {
    value === null ? players.get(div).removeAttribute(own) : players.get(div).setAttribute(own, value);
  }
};

// Gives the element the div's position in the page, and the div the methods of the element.
const join = (div, host, player) => {
  WHERE.forEach((name) => Object.defineProperty(player, name, { get: () => div[name] }));
  DOES.forEach((name) => (player[name] = (...all) => host[name](...all)));
  OFFERS.forEach((name) => (div[name] = (...all) => player[name](...all)));
  const { config } = div;
  Object.defineProperty(div, "config", { get: () => player.config, set: (quiz) => (player.config = quiz) });
  config === undefined || (player.config = config);
};

// The place inside elements that can't have a shadow root: a `figure`, a table cell.
const within = (place) => {
  const div = document.createElement("div");
  while (place.firstChild) {
    div.appendChild(place.firstChild);
  }
  return place.appendChild(div);
};

// When the page is complete.
const whole = (then) =>
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", then, { once: true }) : then();

// Without the methods of lists: a page may have broken them.
const all = (root, selector, act) => {
  for (const it of root.querySelectorAll(selector)) {
    act(it);
  }
};

export const each = (selector, act) => whole(() => all(document, selector, act));

export const upgradeAll = (Element) => {
  const upgrade = (div) => {
    if (div.localName === NAME || shown.has(div)) {
      return;
    }
    if (!players.has(div)) {
      let host = div;
      let player;
      try {
        player = new Element(host);
      } catch {
        host = within(div);
        player = new Element(host);
      }
      players.set(div, player);
      join(div, host, player);
      [...div.attributes].forEach(({ name }) => pass(div, name));
      watch?.observe(div, { attributes: true });
    }
    shown.add(div);
    players.get(div).connectedCallback();
  };
  // Finds divs that are added later, by any code. Only added nodes are searched.
  const watch =
    window.MutationObserver &&
    new MutationObserver((records) => {
      for (const { target, attributeName, addedNodes } of records) {
        attributeName && (players.has(target) ? pass(target, attributeName) : upgrade(target));
        for (const node of addedNodes) {
          if (node.nodeType === Node.ELEMENT_NODE && node.isConnected) {
            node.matches(`[${MARK}]`) && upgrade(node);
            all(node, `[${MARK}]`, upgrade);
          }
        }
      }
      for (const div of shown) {
        div.isConnected || (shown.delete(div), players.get(div).disconnectedCallback());
      }
    });
  whole(() => {
    watch?.observe(document, { subtree: true, childList: true, attributeFilter: [MARK] });
    all(document, `[${MARK}]`, upgrade);
  });
};
