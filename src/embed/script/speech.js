// Chooses the language and the texts of a quiz. Loaded for quizzes in languages other than English, in several
// languages, or with their own texts. It must never know what a quiz asks, or what names in braces mean.

const KEYS = {{keys}}; // of the table of texts, in order
const LANGUAGES = {{languages}}; // with texts, besides English
const RTL = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/;

// The first wanted language that is offered: exactly, or by its primary language subtag.
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

// The tag for the browser's numbers and plurals; nothing if the tag is invalid.
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

// The wanted languages: of the element, its ancestors, the document, and then the browser.
const wished = (element) => [
  element.lang,
  element.closest("[lang]")?.lang,
  document.documentElement.lang,
  ...navigator.languages,
];

// A page may change its language at any time. One observer for all quizzes, for attributes only.
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

// A text in the page's language where there is no quiz; `all` has the texts by language.
export const said = (element, all) => {
  const language = chosen(wished(element), ["en", ...LANGUAGES]);
  return (key) => all[language]?.[KEYS.indexOf(key)];
};

// `load` loads the texts of a language. Addresses in the quiz are relative to `base`. `jsonAt`, `line` and `plainly`
// are functions of the script, passed in so that this module includes no copy of them. `switched` is called when the
// page's language may have changed; the result's `stale` then tells whether it has.
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
    return { text }; // the full parser reports invalid JSON
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
    // Texts for when the program is missing. Only the program fills in names in braces, so such texts are skipped.
    said: (key) => [table, words].map((it) => it[KEYS.indexOf(key)]).find((it) => it && !/[{}]/.test(it)),
    stale: () => wish() !== first,
  };
};
