// What a visitor sees if the quiz can't be played: calm words, no blame, and a way on. It uses no wasm, because the
// wasm may be missing. The code is a link for the site's owner.

import { help } from "./fault.js";

const HEADING = "This quiz is taking a break";
const OFFLINE = "You seem to be offline. Your answers are safe.";
const SORRY = "Something went wrong on our side. The rest of the page still works.";
const AGAIN = "Try again";

const made = (name, attributes, ...children) => {
  const element = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  // With the DOM methods that Yew needs too: a page that breaks them can't play any quiz.
  children.forEach((it) => element.appendChild(typeof it === "string" ? document.createTextNode(it) : it));
  return element;
};

// `said` returns texts in the quiz's language, if there are any. `message` is for the page's author, who is the only
// person to open the page from a disk.
export const errorScreen = (code, message, onAgain, said = () => "") => {
  const link = help(code);
  const lead =
    code === "opened-from-disk"
      ? said("troubleDisk") || message
      : navigator.onLine
        ? said("troubleSorry") || SORRY
        : said("troubleOffline") || OFFLINE;
  const again = made("button", { class: "cm-button cm-main", part: "button", type: "button" }, said("tryAgain") || AGAIN);
  again.addEventListener("click", onAgain);
  const alert = made(
    "section",
    { class: "cm-screen cm-trouble", part: "trouble", role: "alert" },
    made("h2", { class: "cm-title", tabindex: "-1" }, said("troubleHeading") || HEADING),
    made("p", { class: "cm-lead" }, lead),
    again,
    link
      ? made("a", { class: "cm-small", href: link, target: "_blank", rel: "noopener" }, code)
      : made("p", { class: "cm-small" }, code),
  );
  return made("div", { class: "cm", part: "widget" }, alert);
};
