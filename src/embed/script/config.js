// A quiz as text: from the property, a script inside the element, the attribute, or the one that ships along.

import { EMBEDDED } from "./embedded.js";
import { fault } from "./fault.js";
import { fetched } from "./fetching.js";
import { BASE } from "./place.js";

const DEFAULT = "python-careers.json";
const LARGEST = 2 * 1024 * 1024;

// As JSON, lists as they are whatever `toJSON` old libraries have given to all of them.
export const plainly = (quiz) =>
  JSON.stringify(quiz, function (key, value) {
    return Array.isArray(this[key]) ? this[key] : value;
  });

// The address that an element's quiz was fetched from, where it will be there again.
export const addresses = new WeakMap();

export const configOf = async (element, value) => {
  addresses.delete(element);
  if (value !== undefined && value !== null) {
    return typeof value === "string" ? value : plainly(value);
  }
  const script = element.querySelector(':scope > script[type="application/json"]');
  if (script) {
    return script.textContent;
  }
  const url = element.getAttribute("config");
  if (url !== null && /^\s*$|^\[object/.test(url)) {
    throw fault("config-empty", "the attribute `config` holds no address; give it one, or JSON text, or remove it");
  }
  if (/^\s*{/.test(url)) {
    return url;
  }
  if (url === null && EMBEDDED) {
    return EMBEDDED.config;
  }
  const place = url === null ? new URL(DEFAULT, BASE) : new URL(url, element.baseURI);
  url !== null && /^(https?|file):/.test(place.href) && addresses.set(element, place.href.split("#")[0]);
  const blob = await fetched("config", place);
  if (blob.size > LARGEST) {
    throw fault("config-too-large", `${place} has ${blob.size} bytes, the widget takes ${LARGEST}`);
  }
  return blob.text();
};
