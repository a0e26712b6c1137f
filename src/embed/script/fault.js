// Faults: a stable code for each, and the console line for the site's owner.

import { NAME, at, known } from "./origin.js";

export const fault = (code, message) => Object.assign(new Error(message), { code });

// The page that explains a code, if it is beside the other files.
export const help = (code) => (known() ? at(`problems.html#${code}`).href : "");

export const line = (code, message) =>
  `${NAME} [${code}] ${message}\nsee ${help(code) || `${code} in problems.html, which comes with the script`}`;

// Reports a fault: one console line for the site's owner, one event for the page.
export const report = (element, code, message, level = "error") => {
  console[level](line(code, message));
  const detail = { code, message };
  element.dispatchEvent(new CustomEvent(`${NAME}-error`, { bubbles: true, composed: true, detail }));
};
