// Which quizzes play on the page, and what they go through together: a crash of the program, a new link in the address,
// another language of the page. It must never know what a quiz is.

import { loadModule, running, start } from "./engine.js";
import { onLink } from "./links.js";

const CRASHES = 3; // the last of them is the end

export const playing = new Set(); // players
let crashes = 0;
let script; // that of the result

// A fresh start for all who played.
const crash = (error) => {
  crashes += 1;
  const broken = [...playing];
  playing.clear();
  broken.forEach((player) => player.revive(error, crashes >= CRASHES));
};

// What JavaScript has of a chunk, before the chunk itself.
const arrived = async (chunk) => {
  if (chunk === "result") {
    script ??= await loadModule("outcome");
    playing.forEach((player) => player.style());
  }
  return script?.words;
};

// The program, which is started where it does not run.
export const engine = () => start(crash, arrived);

// What belongs to the result, once it has arrived.
export const outcome = () => script;

// Loads what only the result needs.
export const finish = (player) =>
  running()
    ?.then((exports) => exports.chunk("result"))
    .catch(({ code, message }) => player.report(code, message));

// The page may speak another language now.
export const switched = () => playing.forEach((player) => player.switched());

addEventListener("online", () => playing.forEach(finish));
onLink(() => playing.forEach((player) => player.goBy()));
