// What the element is called, and where this script came from: all other files lie beside it.

export const NAME = "career-matcher";
export const VERSION = "{{version}}";

// As a classic script, or as a module (which has no currentScript).
const here = () => {
  const tag = document.currentScript;
  const line = /((?:https?|file):\/\/.+?\.js[^:]*?)(?::\d+)+/.exec(new Error().stack || "");
  return (tag && tag.src) || (line && line[1]) || document.baseURI;
};

export const BASE = new URL(".", here());
