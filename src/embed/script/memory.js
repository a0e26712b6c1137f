// Reads and writes the browser's address and storage for `src/embed/persistence.rs`: the link that opened the page, the
// address for shared links, and saved codes. Only `persistence.rs` knows what a code means. Every function returns a
// list of texts.

import { pageOf } from "./page.js";

const NAME = "career-matcher";

// Decodes a code, also if it was encoded several times on its way here.
const decoded = (text) => {
  try {
    const plainer = decodeURIComponent(text);
    return plainer === text ? text : decoded(plainer);
  } catch {
    return text;
  }
};

// Denied or full storage counts as no storage.
const quietly = (act) => {
  try {
    return act(), [];
  } catch {
    return [];
  }
};

export const memory = (element) => {
  const mark = (id) => NAME + (id && `.${id}`) + "=";
  const nameless = () => [...document.querySelectorAll(`${NAME}:not([id])`)];
  const prefix = () => `${NAME}:${element.id}:`;
  // Several elements without an id can match the same link. The link is therefore marked: whether this is the only one,
  // and whether it is the first.
  const alone = () => (element.id || nameless().length < 2 ? "1" : "");
  const first = () => (element.id || [element, undefined].includes(nameless()[0]) ? "1" : "");
  return {
    // The letters for the quiz's title, the code as it came, and the two marks above.
    link() {
      const text = decoded(location.hash);
      const own = mark(element.id).toLowerCase();
      const at = text.toLowerCase().indexOf(own);
      if (at < 0) {
        return [];
      }
      // Quoted-printable mails write `=3D`.
      const said = text.slice(at + own.length).split("&")[0].replace(/^3D/, "");
      const [, title = "", code] = /^(?:([\w-]{5})\.)?(.*)$/s.exec(said);
      return [title, code, alone(), first()];
    },

    page: () => [pageOf() + mark(encodeURIComponent(element.id))],

    // Names and codes in turn: first those of this quiz, then those of quizzes on this page that may be an earlier
    // version of this quiz.
    stored(kind, name) {
      const all = [];
      quietly(() => {
        const storage = self[`${kind}Storage`];
        all.push(name, (storage.getItem(prefix() + name) ?? "").split(" ")[0]);
        for (const key of name.startsWith("#") && alone() ? Object.keys(storage) : []) {
          const [code, ...path] = storage.getItem(key).split(" ");
          if (key.startsWith(`${prefix()}#`) && path.join(" ") === location.pathname) {
            all.push(key.slice(prefix().length), code);
          }
        }
      });
      return all;
    },

    // Saves a code, or removes it.
    save: (kind, name, code) =>
      quietly(() => {
        const storage = self[`${kind}Storage`];
        const key = prefix() + name;
        code ? storage.setItem(key, name.startsWith("#") ? `${code} ${location.pathname}` : code) : storage.removeItem(key);
      }),
  };
};
