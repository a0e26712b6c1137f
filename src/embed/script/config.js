// Finds the text of the quiz and the base of its relative addresses. Sources: the property, a script inside the
// element, the attribute, or the default quiz.

import { fault } from "./fault.js";
import { fetched, resolved } from "./fetching.js";
import { at } from "./origin.js";
import { textOf, unrepeated } from "./text.js";

const DEFAULT = "python-careers.json";
const LARGEST = 2 * 1024 * 1024;

// Converts to JSON. Ignores the `toJSON` that old libraries add to every array.
export const plainly = (quiz) =>
  JSON.stringify(quiz, function (key, value) {
    return Array.isArray(this[key]) ? this[key] : value;
  });

// The address that each element's quiz was fetched from, if it can be fetched again.
export const addresses = new WeakMap();

// An object that can't become JSON, such as a cyclic one, is reported as text that is not JSON.
const written = (quiz) => {
  try {
    return plainly(quiz) ?? "";
  } catch ({ message }) {
    throw fault("not-json", `not JSON: ${message}`);
  }
};

// An address never begins with a bracket and never has several lines. Such a value is a quiz, or an attempt at one; the
// checker reports what is wrong.
const isText = (source) => /^\s*([{[<"]|(-?\d+|null|true|false)\s*$)|\S\s*[\r\n]\s*\S/.test(source ?? "");

// The text of a quiz, or of a translation, at an address.
export const jsonAt = async (place) => {
  const blob = await fetched("config", place);
  if (blob.size > LARGEST) {
    throw fault("config-too-large", `${place} has ${blob.size} bytes, the limit is ${LARGEST}`);
  }
  return unrepeated(await textOf(blob, place));
};

export const configOf = async (element, value) => {
  addresses.delete(element);
  const page = element.baseURI;
  const script = value == null && element.querySelector(':scope > script[type="application/json"]');
  if (script) {
    return { text: unrepeated(script.textContent), base: page };
  }
  const source = value instanceof URL ? value.href : (value ?? element.getAttribute("config"));
  if (source !== null && typeof source !== "string") {
    return { text: written(source), base: page };
  }
  if (source !== null && /^\s*$|^\[object/.test(source)) {
    throw fault("config-empty", "`config` is empty; set an address or JSON text, or remove it");
  }
  if (isText(source)) {
    return { text: unrepeated(source), base: page };
  }
  if (source === null && EMBEDDED) {
    return { text: EMBEDDED.config, base: page };
  }
  const place = source === null ? at(DEFAULT) : resolved("config", source, page);
  source !== null && /^(https?|file):/.test(place.href) && addresses.set(element, place.href.split("#")[0]);
  return { text: await jsonAt(place), base: place };
};
