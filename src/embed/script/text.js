// The text of a quiz's file, and what a parser of JSON says nothing about.

import { fault } from "./fault.js";

// UTF-8, or UTF-16 that says so with its first two bytes.
export const textOf = async (blob, place) => {
  const bytes = await blob.arrayBuffer();
  const [first, second] = new Uint8Array(bytes);
  const utf16 = { "255,254": "utf-16le", "254,255": "utf-16be" }[[first, second]];
  try {
    return new TextDecoder(utf16, { fatal: true }).decode(bytes);
  } catch {
    throw fault("not-utf8", `${place} is not UTF-8; save it as UTF-8 (Notepad: Save as, Encoding)`);
  }
};

const plain = (key) => {
  try {
    return JSON.parse(key);
  } catch {
    return key; // no JSON, which others will tell
  }
};

// A key that an object has twice: one of the two values would be lost without a word.
export const unrepeated = (text) => {
  const objects = [];
  const line = (at) => text.slice(0, at).split("\n").length;
  for (const { 0: token, 1: key, 2: colon, index } of text.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*")\s*(:?)|[[\]{}]/g)) {
    if (!key) {
      "[{".includes(token) ? objects.push(new Map()) : objects.pop();
    } else if (colon) {
      const name = plain(key);
      const object = objects.at(-1) ?? new Map();
      if (object.has(name)) {
        const lines = `lines ${line(object.get(name))} and ${line(index)}`;
        throw fault("repeated-key", `\`${name}\` is given twice in one object, in ${lines}; keep one of them`);
      }
      object.set(name, index);
    }
  }
  return text;
};
