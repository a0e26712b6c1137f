// The playing quizzes of the page and what affects all of them: a crash of the program, a new link in the address,
// another language of the page. It must never know what a quiz is.

import { loadModule, start } from "./engine.js";
import { onLink } from "./links.js";

const CRASHES = 3; // the last of them ends the widget

export const playing = new Set(); // players
let crashes = 0;
export let outcome; // the module of the result, once it has loaded

// Restarts all players.
const crash = (error) => {
  const isLast = ++crashes >= CRASHES;
  const broken = [...playing];
  playing.clear();
  broken.forEach((player) => player.revive(error, isLast));
};

// Loads the JavaScript of a chunk before the chunk itself.
const arrived = async (chunk) => {
  if (chunk === "result") {
    outcome ??= await loadModule("outcome");
    playing.forEach((player) => player.style());
  }
  return outcome?.words;
};

// The program; starts it if it does not run.
export const engine = () => start(crash, arrived);

// The page's language may have changed.
export const switched = () => playing.forEach((player) => player.switched());

addEventListener("online", () => playing.forEach((player) => player.finish()));
onLink(() => playing.forEach((player) => player.goBy()));
