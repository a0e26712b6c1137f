// What the element is called, and where all other files lie: in the folder of this script, or where the page says.
//
// The script may have no address that helps: written into the page, made from a `blob:`, joined with other scripts and
// put into an optimiser's folder. None of that may throw here, where nothing would catch it.

export const NAME = "career-matcher";
export const VERSION = "{{version}}";

const folder = (address) => {
  try {
    return new URL(".", new URL(address, document.baseURI));
  } catch {
    return undefined; // `blob:` and `data:` have no folders
  }
};

// As a classic script, or as a module (which has no currentScript).
const tag = document.currentScript;
const traced = /((?:https?|file):\/\/.+?\.m?js[^:]*?)(?::\d+)+/.exec(new Error().stack || "");
const own = (tag && tag.src) || (traced && traced[1]) || "";

// A page without folders, `data:`, has no files either: whatever is fetched then is not there.
let base = folder(own) ?? folder("") ?? "file:///";

// Whether the files are where `base` says, as far as can be known.
let sure = /\/career-matcher(\.min)?\.js(\?|$)/.test(own) && !/\/(cache|min)\//.test(own);

// The page says where they are: on the script's tag, or on an element.
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

// What may explain that a file is not there.
export const why = () =>
  sure ? "" : `; the script was moved to ${own.slice(0, 99) || "no address"}: exclude it from the optimiser, or name its folder in the attribute \`files\``;
