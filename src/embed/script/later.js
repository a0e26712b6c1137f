// What no first card needs: the sheet of the result, and what its buttons do that only a page can.
//
// Fetched together with the result's part of the wasm. The buttons carry what they are for as data; this must never
// know what a quiz is.

import { picture } from "./picture.js";

export const css = {{css}};
export const words = {{words}};

// A page's hotkeys hear the element, not the field in it, and would take letters for commands.
const hush = (event) => event.target.matches(".cm-input") && event.stopPropagation();
export const quiet = (container) =>
  ["keydown", "keypress", "keyup"].forEach((type) => container.addEventListener(type, hush));

// By what the browser offers; the link stands marked in its field in any case.
const pass = (url, button) => {
  button.previousElementSibling.querySelector("input").select();
  return navigator.share?.({ url }) ?? navigator.clipboard?.writeText(url);
};

// Shared where files can be, else saved.
const hand = async (button) => {
  const file = new File([await picture(button)], "result.png", { type: "image/png" });
  if (navigator.canShare?.({ files: [file] })) {
    return navigator.share({ files: [file] });
  }
  const url = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href: url, download: file.name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

// What a click on a button is for. Sharing that is refused or called off is no fault.
export const act = (button) => {
  const { share, print, picture } = button.dataset;
  const done = share ? pass(share, button) : picture !== undefined ? hand(button) : print !== undefined && window.print();
  Promise.resolve(done).then(() => button.setAttribute("data-done", ""), () => {});
};
