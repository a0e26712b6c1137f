// The text of a quiz's file, and what a JSON parser does not report.

import { fault } from "./fault.js";

// UTF-8, or UTF-16 with a byte order mark.
export const textOf = async (blob, place) => {
  const bytes = await blob.arrayBuffer();
  const [first, second] = new Uint8Array(bytes);
  const utf16 = first + second === 0xfe + 0xff ? (first > second ? "utf-16le" : "utf-16be") : undefined;
  try {
    return new TextDecoder(utf16, { fatal: true }).decode(bytes);
  } catch {
    throw fault("not-utf8", `${place} is not UTF-8; save it as UTF-8`);
  }
};

// Rejects a key that occurs twice in one object: one of the values would be lost silently. The parser reports invalid
// JSON.
export const unrepeated = (text) => {
  const objects = [];
  let line = 1;
  try {
    for (const [token, key, colon] of text.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*")(?=\s*(:?))|[[\]{}\n]/g)) {
      if (token === "\n") {
        line++;
      } else if (!key) {
        "[{".includes(token) ? objects.push(new Map()) : objects.pop();
      } else if (colon) {
        const name = JSON.parse(key);
        const object = objects.at(-1);
        const first = object.get(name);
        if (first) {
          throw fault("repeated-key", `\`${name}\` appears twice in one object, in lines ${first} and ${line}`);
        }
        object.set(name, line);
      }
    }
  } catch (error) {
    if (error.code) {
      throw error;
    }
  }
  return text;
};
