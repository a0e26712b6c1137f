// For pages that strip tags of a custom element's kind, and for apps that draw a page twice: `<div data-career-matcher
// data-config="…">` plays as the element would. Its own shadow root is the widget's; its children stay where they are.
//
// The element that does the work is in no page: it has the div's attributes without `data-`, and whatever it is asked of
// its place in the page the div answers.

import { NAME } from "./origin.js";

const MARK = "data-career-matcher";
const WHERE = ["baseURI", "id", "isConnected"];
const DOES = ["closest", "dispatchEvent", "querySelector"];
const OFFERS = ["getState", "goTo", "restart", "setConfig"];

const players = new WeakMap(); // the elements that play, by their divs
const shown = new Set(); // the divs that are in the page

// An attribute as the div has it now.
const pass = (div, name) => {
  const [, own] = /^data-(.+)/.exec(name) ?? [];
  const value = div.getAttribute(name);
  if (own && name !== MARK) {
    value === null ? players.get(div).removeAttribute(own) : players.get(div).setAttribute(own, value);
  }
};

// What the div is asked for its element, and what it can do as if it were one.
const join = (div, host, player) => {
  WHERE.forEach((name) => Object.defineProperty(player, name, { get: () => div[name] }));
  DOES.forEach((name) => (player[name] = (...all) => host[name](...all)));
  OFFERS.forEach((name) => (div[name] = (...all) => player[name](...all)));
  const { config } = div;
  Object.defineProperty(div, "config", { get: () => player.config, set: (quiz) => (player.config = quiz) });
  config === undefined || (player.config = config);
};

// The other place for those that can't have a shadow root: a `figure`, a cell of a table.
const within = (place) => {
  const div = document.createElement("div");
  while (place.firstChild) {
    div.appendChild(place.firstChild);
  }
  return place.appendChild(div);
};

// Once the page is all there.
const whole = (then) =>
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", then, { once: true }) : then();

// By no method of lists that pages may have spoiled.
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
  // What comes later, by whatever hand; only what has come is searched.
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
