// The name of the element, and the folder of all other files: the folder of this script, or the one that the page
// names.
//
// The script may have no useful address: it can be inline in the page, made from a `blob:`, or joined with other
// scripts in an optimiser's folder. Nothing here may throw, because nothing would catch it.

export const NAME = "career-matcher";
export const VERSION = "{{version}}";

const folder = (address) => {
  try {
    return new URL(".", new URL(address, document.baseURI));
  } catch {
    return undefined; // `blob:` and `data:` have no folders
  }
};

// For a classic script, or for a module (which has no currentScript).
const tag = document.currentScript;
const traced = /((?:https?|file):\/\/.+?\.m?js[^:]*?)(?::\d+)+/.exec(new Error().stack || "");
const own = (tag && tag.src) || (traced && traced[1]) || "";

// A page without a folder (`data:`) has no files either: every later fetch fails.
let base = folder(own) ?? folder("") ?? "file:///";

// Whether the files are probably at `base`.
let sure = /\/career-matcher(\.min)?\.js(\?|$)/.test(own) && !/\/(cache|min)\//.test(own);

// The page names the folder: on the script's tag, or on an element.
export const found = (files) => {
  if (files) {
    base = folder(files.replace(/\/*$/, "/")) ?? base;
    sure = true;
  }
};
found(tag?.dataset?.files);

// The address of a file.
export const at = (name) => new URL(name, base);

export const known = () => sure;

// A possible reason why a file is missing.
export const why = () =>
  sure ? "" : `; the script was moved to ${own.slice(0, 99) || "no address"}: exclude it from the optimiser, or set \`files\` to its folder`;
