// Plays quizzes in the container of one element: start-up, another language, recovery, the error screen. It must never
// know what a quiz is.

import { DRAG, LANGUAGE, LOOKS, SPEECH, TEXTS } from "./chunks.js";
import { addresses, configOf, jsonAt, plainly } from "./config.js";
import { loadOptional, running, words } from "./engine.js";
import { errorScreen } from "./error-screen.js";
import { line, report } from "./fault.js";
import { linked } from "./links.js";
import { found } from "./origin.js";
import { engine, outcome, playing, switched } from "./recovery.js";
import { applyStyles } from "./styles.js";

// `fallback` is what the page shows without the quiz.
export const newPlayer = (element, root, container, fallback) => {
  let queued = false;
  let turn = 0;
  let code; // of the answers to continue with
  let playedText; // of the playing quiz, for a page that sets the same quiz again
  let look; // what the config's theme sets
  let isStale; // whether the page's language has changed
  let said; // texts in the quiz's language for the error screen
  let error;

  const isPlaying = () => playing.has(player);
  const unmount = () => running()?.then((exports) => exports.unmount(container), () => {});

  // For what the running quiz can do without: a chunk that does not load changes nothing.
  const withChunk = async (chunk, act) => {
    try {
      const exports = await running();
      await exports.chunk(chunk);
      isPlaying() && act(exports);
    } catch {
      // The quiz goes on.
    }
  };

  // Applies the document's style sheets, and keeps keys in fields from the page.
  const style = () => {
    applyStyles(root, look, outcome?.css);
    outcome?.quiet(element, container);
  };

  // Several changes at once cause one new start.
  const refresh = () => {
    if (!queued) {
      queued = true;
      queueMicrotask(() => {
        queued = false;
        element.isConnected && play();
      });
    }
  };

  // Another quiz starts from the beginning. The same quiz in another language or with another heading level continues.
  const again = (another) => {
    code = another ? undefined : container.state?.code;
    playedText = undefined;
    refresh();
  };

  const finish = () =>
    running()
      ?.then((exports) => exports.chunk("result"))
      .catch(({ code, message }) => element.isConnected && report(element, code, message));

  // Shows the error screen, and below it the page's fallback.
  const fail = (code, message) => {
    playing.delete(player) && unmount();
    fallback.hidden = false;
    report(element, code, message);
    error = errorScreen(code, message, play, said ?? EMBEDDED?.modules.speech.said(element, EMBEDDED.words));
    container.replaceChildren(error);
  };

  // Applies the config's theme, and loads the sheet for pictures if there are any.
  const applyTheme = async (text) => {
    look = undefined;
    if (LOOKS.test(text)) {
      look = (await loadOptional("looks"))?.look(text);
      look?.wrong.forEach(([field, value]) => {
        console.warn(line("bad-look", `theme.${field}: \`${value}\` is invalid and ignored`));
      });
    }
    style();
  };

  // The quiz in the language that suits, with its own texts and with what the page knows, if the quiz asks for any of it.
  const localised = async ({ text, base }) => {
    const module = SPEECH.test(text) && (await loadOptional("speech"));
    return (module && (await module.speech(element, text, base, words, { jsonAt, line, plainly, switched }))) || { text };
  };

  // Mounts the quiz; loads every chunk that the program asks for.
  const mount = async ({ text, words, locale, context }, isOver) => {
    let needed = [linked() && "result", TEXTS.test(words) && "texts"].filter(Boolean);
    for (;;) {
      const current = engine();
      const exports = await current;
      for (const chunk of needed) {
        await exports.chunk(chunk);
        style(); // a player that does not play yet has missed the styles of the chunk
      }
      if (isOver()) {
        return undefined;
      }
      // Another widget may crash meanwhile: then there is a new instance, without chunks.
      if (running() === current) {
        playing.add(player);
        error?.remove();
        fallback.hidden = true;
        container.address = addresses.get(element);
        const told = exports.mount(element, container, text, code, words, locale, context);
        if (told[0] !== "needs") {
          return told;
        }
        needed = [told[1]];
      }
    }
  };

  const play = async () => {
    const own = ++turn;
    const isOver = () => own !== turn || !element.isConnected;
    found(element.getAttribute("files"));
    isStale = undefined;
    const starting = engine();
    try {
      // If both fail, the program's error is reported.
      const quiz = await configOf(element, element.config)
        .then(localised)
        .catch((error) => starting.then(() => Promise.reject(error)));
      const { text } = quiz;
      if (isOver()) {
        return;
      }
      isStale = quiz.stale;
      if (text === playedText && isPlaying()) {
        return;
      }
      said = quiz.said;
      container.dir = quiz.dir ?? (LANGUAGE.test(text) ? "ltr" : "");
      await applyTheme(text);
      await starting;
      const told = await mount(quiz, isOver);
      if (!told || !isPlaying()) {
        return; // another start has begun, or the program has crashed, which is already reported
      }
      playedText = text;
      const [how, problem, message] = told;
      if (how === "fails") {
        return fail(problem, message);
      }
      code = undefined;
      isStale?.() && again();
      problem && console.warn(line(problem, message));
      requestAnimationFrame(() => setTimeout(finish));
      DRAG.test(text) && (await loadOptional("drag"))?.drag(container);
    } catch ({ code, message }) {
      own === turn && fail(code ?? "wasm-failed", message);
    }
  };

  const player = {
    again,
    refresh,
    style,
    // The next start begins without the present answers.
    forget: () => (code = undefined),
    goTo: (card) => isPlaying() && withChunk("extra", (exports) => exports.go(container, card)),
    // Loads what only the result needs.
    finish,
    // Gives up its app, but keeps the answers.
    leave() {
      if (playing.delete(player)) {
        code = container.state?.code || undefined;
        unmount();
      }
    },
    // A player that is about to restart reads the language then, and must not take the answers to another quiz.
    // One that has left begins again.
    switched: () => (isPlaying() ? queued || (isStale?.() && again()) : refresh()),
    // Follows the link in the address, if it is for this quiz; otherwise continues.
    goBy: () => withChunk("result", (exports) => exports.follow(container, container.state?.code)),
    // Restarts from a new instance, with the present answers; after the last crash it stops.
    revive({ message }, isLast) {
      const { activeElement } = root;
      code = container.state?.code || undefined;
      container.replaceChildren();
      if (isLast) {
        return fail("widget-crashed", message);
      }
      report(element, "widget-restarted", message, "warn");
      // The focus returns to where it was, unless the visitor has moved it.
      const focus = () => container.querySelector('[tabindex="-1"]')?.focus();
      play().then(() => activeElement && setTimeout(() => document.activeElement === document.body && focus()));
    },
  };
  return player;
};
