// What only the result needs: its stylesheet, and those actions of its buttons that only a page can do.
//
// Loaded together with the chunk `result` of the wasm. The buttons hold their purpose as data; this module must never
// know what a quiz is.

import { memory } from "./memory.js";
import { picture } from "./picture.js";

export const css = {{css}};
export const words = {{words}};

// A page's hotkeys see the element as the target, not the field inside it, and would take letters for commands.
const hush = (event) => event.target.matches(".cm-input") && event.stopPropagation();
export const quiet = (element, container) => {
  Object.assign(container, memory(element));
  ["keydown", "keypress", "keyup"].forEach((type) => container.addEventListener(type, hush));
  // Runs after the widget has handled the click.
  container.getRootNode().addEventListener("click", follow);
};

// In a frame, a link with the target `_top` opens in the whole tab, or in the frame if a sandbox forbids that.
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

// Returns the outcome of the first way that works; `false` if none works; `undefined` if the visitor cancels. After that
// no other way is tried.
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

// What a page may not do throws an exception. The link is selected in its field in any case.
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

// In a frame without permission, downloads and printing do nothing, and no error occurs.
const framed = () => {
  try {
    return globalThis.origin === "null" || (window !== top && !top.document) || !!frameElement?.hasAttribute("sandbox");
  } catch {
    return true;
  }
};

// Shares the file if the browser can share files; otherwise saves it.
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

// Whether the paper was printed can't be known; only whether the print function threw.
const print = async () => {
  let heard;
  const hear = () => (heard = true);
  addEventListener("beforeprint", hear, { once: true });
  window.print();
  await new Promise((resolve) => setTimeout(resolve, 500));
  removeEventListener("beforeprint", hear);
  return heard ? undefined : false;
};

// The button below a list was pressed, and more entries are about to appear: the focus moves to the first of them. It
// moves at once, not a frame later, because the visitor may be elsewhere by then.
const more = ({ previousElementSibling: list }) => {
  const { length } = list.children;
  const grown = new MutationObserver(() => {
    grown.disconnect();
    const next = list.children[length];
    const goal = next?.querySelector("summary") ?? next;
    if (goal) {
      // Can receive the focus, but Tab does not stop there.
      goal === next && (goal.tabIndex = -1);
      goal.focus();
    }
  });
  grown.observe(list, { childList: true });
};

// Does what a clicked button is for, and shows the outcome: a check mark, a message, or neither if the
// visitor cancelled.
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
