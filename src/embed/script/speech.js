// In which language a quiz speaks, and in which words. Fetched for quizzes in other languages than English, in several,
// or with words of their own. It must never know what a quiz asks, nor what names in braces stand for.

import { plainly } from "./config.js";
import { line } from "./fault.js";
import { fetched } from "./fetching.js";

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

const read = async (bring) => {
  try {
    return await bring();
  } catch ({ code, message }) {
    console.warn(line(code === "config-unreachable" ? "language-unreachable" : (code ?? "language-unreachable"), message));
    return undefined;
  }
};

// What the page says about its visitor: parameters of its address, each after a `?`, and fields of the element.
const facts = ({ attributes }) => {
  const params = [...new URLSearchParams(location.search)].map(([name, value]) => [`?${name}`, value]);
  const fields = [...attributes]
    .filter(({ name }) => name.startsWith("data-field-"))
    .map(({ name, value }) => [name.slice("data-field-".length), value]);
  return [...params, ...fields];
};

// `bring` gives the words of a language; `base` is what addresses in the quiz are relative to.
export const speech = async (element, text, base, bring) => {
  let quiz;
  try {
    quiz = Object(JSON.parse(text));
  } catch {
    return { text }; // told by those who read all of it
  }
  const own = String(quiz.language ?? "en");
  const page = element.closest("[lang]")?.lang;
  const wishes = [element.lang, page, document.documentElement.lang, ...navigator.languages];
  let tag = chosen(wishes, [own, ...Object.keys(quiz.locales ?? {})]);
  let overlay = tag === own ? undefined : quiz.locales[tag];
  if (typeof overlay === "string") {
    overlay = await read(async () => JSON.parse(await (await fetched("config", new URL(overlay, base))).text()));
    if (overlay) {
      quiz.locales = { [tag]: overlay };
      text = plainly(quiz);
    } else {
      tag = own;
    }
  }
  const language = chosen([tag], ["en", ...LANGUAGES]);
  const words = tag.split("-")[0] !== "en" && language !== "en" ? ((await read(() => bring(language))) ?? []) : [];
  const table = KEYS.map((_, at) => words[at] ?? "");
  for (const [key, value] of Object.entries((overlay ?? quiz).words ?? {})) {
    KEYS.includes(key) && (table[KEYS.indexOf(key)] = String(value));
  }
  return {
    text,
    words: [...table, valid(tag)],
    locale: tag === own ? undefined : tag,
    facts: facts(element).flat(),
    dir: RTL.test(tag) ? "rtl" : "ltr",
    // Said without the program, which alone fills names in braces.
    said: (key) => [table, words].map((it) => it[KEYS.indexOf(key)]).find((it) => it && !/[{}]/.test(it)),
  };
};
