// Stylesheets for shadow roots, made once per document: a document refuses the stylesheet of another document.

import { DARK, SHEET } from "./files.js";

const MEDIA = "@media screen and (prefers-color-scheme:dark)";

// Matches an attribute of the element, or of a `div` in its place.
const asks = (theme) => `:is([theme=${theme}],[data-career-matcher][data-theme=${theme}])`;

// Where dark colours apply, by the config's mode. The attribute `theme` overrides it.
const dark = (mode, declarations) => {
  const rule = (selector) => `@media screen{${selector}{${declarations}}}`;
  const asked = rule(`:host(${asks("dark")})`);
  const system = `${MEDIA}{:host(:not(${asks("light")})){${declarations}}}`;
  const always = rule(`:host(:not(${asks("light")}))`);
  return { light: asked, dark: always }[mode] ?? asked + system;
};

const sheets = new WeakMap();

// `look` is what the config's theme sets, if anything; `result` is the stylesheet of the result.
export const applyStyles = (root, look, result) => {
  const document = root.ownerDocument;
  if (!document.defaultView) {
    return; // a document without a view
  }
  const known = sheets.get(document) ?? { __proto__: null };
  sheets.set(document, known);
  const made = (text) => {
    if (!known[text]) {
      known[text] = new document.defaultView.CSSStyleSheet();
      known[text].replaceSync(text);
    }
    return known[text];
  };
  const texts = [SHEET, dark(look?.mode, DARK + (look?.dark ?? "")), look?.light && `:host{${look.light}}`, look?.css, result];
  root.adoptedStyleSheets = texts.filter(Boolean).map(made);
};
