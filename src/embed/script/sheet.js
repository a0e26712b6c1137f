// Sheets for shadow roots, made once for each document: a sheet made in another document is refused.

const sheets = new WeakMap();

export const dress = (root, ...texts) => {
  const view = root.ownerDocument.defaultView ?? window;
  const known = sheets.get(view.document) ?? new Map();
  sheets.set(view.document, known);
  const made = (text) => {
    if (!known.has(text)) {
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(text);
      known.set(text, sheet);
    }
    return known.get(text);
  };
  root.adoptedStyleSheets = texts.filter(Boolean).map(made);
};
