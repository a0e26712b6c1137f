// In which language a quiz speaks, and in which words. Fetched for quizzes in other languages than English, in several,
// or with words of their own. It must never know what a quiz asks, nor what names in braces stand for.

const KEYS = {{keys}}; // of the table of words, in order
const LANGUAGES = {{languages}}; // that there are words in, besides English
const RTL = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/;

// The first wish that can be met: as it is, or by its language alone.
const chosen = (wishes, offered) => {
  const base = (tag) => tag.toLowerCase().split("-")[0];
  for (const wish of wishes.filter(Boolean)) {
    const met =
      offered.find((it) => it.toLowerCase() === wish.toLowerCase()) ??
      offered.find((it) => base(it) === base(wish));
    if (met) {
      return met;
    }
  }
  return offered[0];
};

// The tag for the browser's own numbers and plurals; nothing if it is none.
const valid = (tag) => {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return "";
  }
};

// What the page says about its visitor: parameters of its address, each after a `?`, and fields of the element.
const context = ({ attributes }) => {
  const params = [...new URLSearchParams(location.search)].map(([name, value]) => [`?${name}`, value]);
  const fields = [...attributes]
    .filter(({ name }) => name.startsWith("data-field-"))
    .map(({ name, value }) => [name.slice("data-field-".length), value]);
  return [...params, ...fields];
};

// The languages of a page: of the element, of what it stands in, of the document, and then of the browser.
const wished = (element) => [
  element.lang,
  element.closest("[lang]")?.lang,
  document.documentElement.lang,
  ...navigator.languages,
];

// A page may be switched to another language at any time. One observer for all quizzes, of attributes alone.
let watch;
const follow = (element, switched) => {
  if (!watch) {
    watch = new MutationObserver(switched);
    addEventListener("languagechange", switched);
  }
  [document, element.getRootNode()].forEach((root) => {
    watch.observe(root, { attributes: true, attributeFilter: ["lang"], subtree: true });
  });
};

// Words in the page's language where there is no quiz to ask; `all` has them by language.
export const said = (element, all) => {
  const language = chosen(wished(element), ["en", ...LANGUAGES]);
  return (key) => all[language]?.[KEYS.indexOf(key)];
};

// `load` gives the words of a language; `base` is what addresses in the quiz are relative to. What a file and a fault
// are is the script's business: `jsonAt`, `line` and `plainly` are its own, so that this comes with none of it.
// `switched` is called when the page may have changed its language, and then the answer's `stale` says so.
export const speech = async (element, text, base, load, { jsonAt, line, plainly, switched } = {}) => {
  const read = async (load) => {
    try {
      return await load();
    } catch ({ code, message }) {
      console.warn(line(code === "config-unreachable" ? "language-unreachable" : (code ?? "language-unreachable"), message));
      return undefined;
    }
  };
  let quiz;
  try {
    quiz = Object(JSON.parse(text));
  } catch {
    return { text }; // told by those who read all of it
  }
  const own = String(quiz.language ?? "en");
  const offered = [own, ...Object.keys(quiz.locales ?? {})];
  const wish = () => chosen(wished(element), offered);
  const first = wish();
  let tag = first;
  offered.length > 1 && follow(element, switched);
  let overlay = tag === own ? undefined : quiz.locales[tag];
  if (typeof overlay === "string") {
    overlay = await read(async () => JSON.parse(await jsonAt(new URL(overlay, base))));
    if (overlay) {
      quiz.locales = { [tag]: overlay };
      text = plainly(quiz);
    } else {
      tag = own;
    }
  }
  const language = chosen([tag], ["en", ...LANGUAGES]);
  const words = tag.split("-")[0] !== "en" && language !== "en" ? ((await read(() => load(language))) ?? []) : [];
  const table = KEYS.map((_, at) => words[at] ?? "");
  for (const [key, value] of Object.entries((overlay ?? quiz).words ?? {})) {
    KEYS.includes(key) && (table[KEYS.indexOf(key)] = String(value));
  }
  return {
    text,
    words: [...table, valid(tag)],
    locale: tag === own ? undefined : tag,
    context: context(element).flat(),
    dir: RTL.test(tag) ? "rtl" : "ltr",
    // Said without the program, which alone fills names in braces.
    said: (key) => [table, words].map((it) => it[KEYS.indexOf(key)]).find((it) => it && !/[{}]/.test(it)),
    stale: () => wish() !== first,
  };
};
