// What can go wrong, by a stable code, and the line that tells the site's owner.

import { BASE, NAME } from "./place.js";

export const fault = (code, message) => Object.assign(new Error(message), { code });

export const help = (code) => new URL(`problems.html#${code}`, BASE).href;

export const line = (code, message) => `${NAME} [${code}] ${message}\nsee ${help(code)}`;

// One line for the site's owner, one event for the page.
export const tell = (element, code, message, level = "error") => {
  console[level](line(code, message));
  const detail = { code, message };
  element.dispatchEvent(new CustomEvent(`${NAME}-error`, { bubbles: true, composed: true, detail }));
};
