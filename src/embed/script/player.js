// Plays quizzes in the container of one element: start-up, another language, recovery, the error screen. It must never
// know what a quiz is.

import { ASKS } from "./chunks.js";
import { addresses, configOf, jsonAt, plainly } from "./config.js";
import { EMBEDDED } from "./embedded.js";
import { loadOptional, running, words } from "./engine.js";
import { errorScreen } from "./error-screen.js";
import { line, report } from "./fault.js";
import { linked } from "./links.js";
import { found } from "./origin.js";
import { engine, finish, outcome, playing, switched } from "./recovery.js";
import { applyStyles } from "./styles.js";

export class Player {
  #element;
  #root;
  #container;
  #fallback; // what the page shows without the quiz
  #queued = false;
  #turn = 0;
  #code; // of the answers to go on with
  #text; // of the quiz that plays, for a page that sets the same one again
  #look; // what the config's theme says
  #stale; // whether the page has another language by now
  #said; // words of the quiz's language for when something is wrong
  #errorScreen;

  constructor(element, root, container, fallback) {
    this.#element = element;
    this.#root = root;
    this.#container = container;
    this.#fallback = fallback;
  }

  get isPlaying() {
    return playing.has(this);
  }

  // Where the visitor is, as the program has noted it.
  get state() {
    return this.#container.state;
  }

  // Another quiz begins anew; the same one in another language or on another level goes on.
  again(another) {
    this.#code = another ? undefined : this.state?.code;
    this.#text = undefined;
    this.refresh();
  }

  // The next start begins without the answers so far.
  forget() {
    this.#code = undefined;
  }

  // Several changes at once make one new start.
  refresh() {
    if (!this.#queued) {
      this.#queued = true;
      queueMicrotask(() => {
        this.#queued = false;
        this.#element.isConnected && this.#play();
      });
    }
  }

  goTo(card) {
    const go = async (exports) => {
      await exports.chunk("extra");
      exports.go(this.#container, card);
    };
    this.isPlaying && running()?.then(go).catch(() => {});
  }

  // Gives up its app, and keeps the answers.
  leave() {
    if (playing.delete(this)) {
      this.#code = this.state?.code || undefined;
      this.#unmount();
    }
  }

  // In the document's sheets, and quiet where there are fields.
  style() {
    applyStyles(this.#root, this.#look, outcome()?.css);
    outcome()?.quiet(this.#element, this.#container);
  }

  // Who is about to begin anew finds the language then, and must not take the answers to another quiz along.
  switched() {
    this.#queued || (this.#stale?.() && this.again());
  }

  // By the link in the address, if it is for this quiz; else it goes on.
  goBy() {
    const go = async (exports) => {
      await exports.chunk("result");
      this.isPlaying && exports.follow(this.#container, this.state?.code);
    };
    running()?.then(go).catch(() => {});
  }

  // From a fresh instance, with the answers so far; the last time is the end.
  revive(error, isLast) {
    const { activeElement } = this.#root;
    this.#code = this.state?.code || undefined;
    this.#container.replaceChildren();
    if (isLast) {
      return this.#fail("widget-crashed", error.message);
    }
    report(this.#element, "widget-restarted", error.message, "warn");
    // With the focus where it was, unless the visitor has gone elsewhere.
    const focus = () => this.#container.querySelector('[tabindex="-1"]')?.focus();
    this.#play().then(() => activeElement && setTimeout(() => document.activeElement === document.body && focus()));
  }

  // To the page, as long as the element is in it.
  report(code, message) {
    this.#element.isConnected && report(this.#element, code, message);
  }

  #unmount() {
    running()?.then((exports) => exports.unmount(this.#container), () => {});
  }

  async #play() {
    const element = this.#element;
    const turn = ++this.#turn;
    const stale = () => turn !== this.#turn || !element.isConnected;
    found(element.getAttribute("files"));
    this.#stale = undefined;
    const starting = engine();
    try {
      // When both fail, it is the program that is reported.
      const spoken = await configOf(element, element.config)
        .then((quiz) => this.#speak(quiz))
        .catch((error) => starting.then(() => Promise.reject(error)));
      const { text } = spoken;
      stale() || (this.#stale = spoken.stale);
      if (stale() || (text === this.#text && this.isPlaying)) {
        return;
      }
      this.#said = spoken.said;
      this.#container.dir = spoken.dir ?? (ASKS.language.test(text) ? "ltr" : "");
      await this.#applyTheme(text);
      await starting;
      const told = await this.#mount(spoken, stale);
      if (!told || !this.isPlaying) {
        return; // another start has begun, or it crashed, and that has been reported
      }
      this.#text = text;
      const [how, code, message] = told;
      if (how === "fails") {
        return this.#fail(code, message);
      }
      this.#code = undefined;
      this.#stale?.() && this.again();
      code && console.warn(line(code, message));
      requestAnimationFrame(() => setTimeout(finish, 0, this));
      ASKS.drag.test(text) && (await loadOptional("drag"))?.drag(this.#container);
    } catch ({ code, message }) {
      turn === this.#turn && this.#fail(code ?? "wasm-failed", message);
    }
  }

  // With all chunks that the program asks for.
  async #mount({ text, words, locale, context }, stale) {
    let needed = [linked() && "result", ASKS.texts.test(words) && "texts"].filter(Boolean);
    for (;;) {
      const current = engine();
      const exports = await current;
      for (const chunk of needed) {
        await exports.chunk(chunk);
        this.style(); // who does not play yet has missed what came with it
      }
      if (stale()) {
        return undefined;
      }
      // Another widget may crash meanwhile: then there is a fresh instance, which has no chunks yet.
      if (running() !== current) {
        continue;
      }
      playing.add(this);
      this.#errorScreen?.remove();
      this.#fallback.hidden = true;
      this.#container.address = addresses.get(this.#element);
      const told = exports.mount(this.#element, this.#container, text, this.#code, words, locale, context);
      if (told[0] !== "needs") {
        return told;
      }
      needed = [told[1]];
    }
  }

  // In the language that suits, in words of its own, and with what the page knows: for quizzes that ask for any of it.
  async #speak({ text, base }) {
    const module = ASKS.speech.test(text) && (await loadOptional("speech"));
    return (module && (await module.speech(this.#element, text, base, words, { jsonAt, line, plainly, switched }))) || { text };
  }

  // In the config's theme, and with the sheet of pictures, if it has any of them.
  async #applyTheme(text) {
    this.#look = undefined;
    if (ASKS.looks.test(text)) {
      this.#look = (await loadOptional("looks"))?.look(text);
      this.#look?.wrong.forEach(([field, value]) => {
        console.warn(line("bad-look", `theme.${field}: \`${value}\` is left out`));
      });
    }
    this.style();
  }

  // The error screen, and below it what the page has for visitors without the quiz.
  #fail(code, message) {
    playing.delete(this) && this.#unmount();
    this.#fallback.hidden = false;
    report(this.#element, code, message);
    const said = this.#said ?? EMBEDDED?.modules.speech.said(this.#element, EMBEDDED.words);
    this.#errorScreen = errorScreen(code, message, () => this.#play(), said);
    this.#container.replaceChildren(this.#errorScreen);
  }
}
