// What no first card needs: the sheet of the result, and what its buttons do that only a page can.
//
// Fetched together with the chunk `result` of the wasm. The buttons carry what they are for as data; this must never
// know what a quiz is.

import { memory } from "./memory.js";
import { picture } from "./picture.js";

export const css = {{css}};
export const words = {{words}};

// A page's hotkeys hear the element, not the field in it, and would take letters for commands.
const hush = (event) => event.target.matches(".cm-input") && event.stopPropagation();
export const quiet = (element, container) => {
  Object.assign(container, memory(element));
  ["keydown", "keypress", "keyup"].forEach((type) => container.addEventListener(type, hush));
  // After what the widget does with a click.
  container.getRootNode().addEventListener("click", follow);
};

// In a frame, a link that stays in its tab leads the whole page there; where a sandbox forbids that, the frame.
const follow = (event) => {
  const link = event.target.closest("[target=_top]");
  const plain = !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (link && plain && window.top !== window) {
    event.preventDefault();
    try {
      window.top.location.href = link.href;
    } catch {
      location.href = link.href;
    }
  }
};

// The first way that works says how it went; none is a fault. Who calls sharing off wants no other way.
const tried = async (ways) => {
  for (const way of ways) {
    try {
      return (await way()) ?? true;
    } catch ({ name }) {
      if (/AbortError|InvalidStateError/.test(name)) {
        return undefined;
      }
    }
  }
  return false;
};

// What a page may not do throws. The link stands marked in its field in any case.
const pass = (url, button) => {
  const field = button.parentNode.querySelector("input");
  const mark = () => {
    field.focus();
    field.select();
  };
  mark();
  const copied = () => {
    mark();
    if (!document.execCommand("copy")) {
      throw new Error();
    }
  };
  return tried([() => navigator.share({ url }), () => navigator.clipboard.writeText(url), copied]);
};

// In a frame that may not, downloads and print do nothing, without a word.
const framed = () => {
  try {
    return globalThis.origin === "null" || (window !== top && !top.document) || !!frameElement?.hasAttribute("sandbox");
  } catch {
    return true;
  }
};

// Shared where files can be, else saved.
const hand = async (button) => {
  const file = new File([await picture(button)], "result.png", { type: "image/png" });
  const files = { files: [file] };
  const share = () => {
    if (!navigator.canShare(files)) {
      throw new Error();
    }
    return navigator.share(files);
  };
  const save = () => {
    const url = URL.createObjectURL(file);
    Object.assign(document.createElement("a"), { href: url, download: file.name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    return !framed();
  };
  return tried([share, save]);
};

// Nobody knows whether paper came out; only that nothing was asked of the printer.
const print = async () => {
  let heard;
  const hear = () => (heard = true);
  addEventListener("beforeprint", hear, { once: true });
  window.print();
  await new Promise((resolve) => setTimeout(resolve, 500));
  removeEventListener("beforeprint", hear);
  return heard ? undefined : false;
};

// The button below a list was pressed, and more are about to be listed: a keyboard or a screen reader goes on there. At
// once, and not a frame later: by then a visitor may be elsewhere.
const more = ({ previousElementSibling: list }) => {
  const { length } = list.children;
  const grown = new MutationObserver(() => {
    grown.disconnect();
    const next = list.children[length];
    const goal = next?.querySelector("summary") ?? next;
    if (goal) {
      // A place for the focus that Tab does not stop at.
      goal === next && (goal.tabIndex = -1);
      goal.focus();
    }
  });
  grown.observe(list, { childList: true });
};

// What a click on a button is for, and how it went: a tick, words, or neither where somebody has called it off.
export const act = async (button) => {
  if (button.matches(".cm-more")) {
    return more(button);
  }
  const { share, picture } = button.dataset;
  const status = button.parentNode.querySelector(":scope > [role=status]");
  button.removeAttribute("data-done");
  const say = (words) => status && (status.textContent = words);
  say("");
  const way = share ? () => pass(share, button) : picture !== undefined ? () => hand(button) : print;
  const done = await Promise.resolve().then(way).catch(() => false);
  done && button.setAttribute("data-done", "");
  say(done === false ? button.dataset.sorry : "");
};
