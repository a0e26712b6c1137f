// Plays quizzes in the container of one element: start, change of language, recovery, error screen. It must never know
// what a quiz is.

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
  #code; // of the answers to continue with
  #text; // of the playing quiz, for a page that sets the same quiz again
  #look; // what the config's theme sets
  #stale; // whether the page's language has changed
  #said; // texts in the quiz's language for the error screen
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

  // The visitor's state, as the program has published it.
  get state() {
    return this.#container.state;
  }

  // Another quiz starts from the beginning. The same quiz in another language or with another heading level continues.
  again(another) {
    this.#code = another ? undefined : this.state?.code;
    this.#text = undefined;
    this.refresh();
  }

  // The next start begins without the present answers.
  forget() {
    this.#code = undefined;
  }

  // Several changes at once cause one new start.
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

  // Gives up its app and keeps the answers.
  leave() {
    if (playing.delete(this)) {
      this.#code = this.state?.code || undefined;
      this.#unmount();
    }
  }

  // Applies the stylesheets of the document, and keeps key presses in fields from the page.
  style() {
    applyStyles(this.#root, this.#look, outcome()?.css);
    outcome()?.quiet(this.#element, this.#container);
  }

  // A queued start finds the language itself; `again` would take the answers along to another quiz.
  switched() {
    this.#queued || (this.#stale?.() && this.again());
  }

  // Follows the link in the address, if it is for this quiz; otherwise the quiz continues.
  goBy() {
    const go = async (exports) => {
      await exports.chunk("result");
      this.isPlaying && exports.follow(this.#container, this.state?.code);
    };
    running()?.then(go).catch(() => {});
  }

  // Restarts on a new instance, with the present answers. The last crash ends the widget.
  revive(error, isLast) {
    const { activeElement } = this.#root;
    this.#code = this.state?.code || undefined;
    this.#container.replaceChildren();
    if (isLast) {
      return this.#fail("widget-crashed", error.message);
    }
    report(this.#element, "widget-restarted", error.message, "warn");
    // Restores the focus, unless the visitor has moved it.
    const focus = () => this.#container.querySelector('[tabindex="-1"]')?.focus();
    this.#play().then(() => activeElement && setTimeout(() => document.activeElement === document.body && focus()));
  }

  // Reports to the page while the element is in it.
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
      // If both fail, the failure of the program is reported.
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
        return; // another start has begun, or a crash was reported
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

  // Mounts the quiz; loads every chunk that the program asks for.
  async #mount({ text, words, locale, context }, stale) {
    let needed = [linked() && "result", ASKS.texts.test(words) && "texts"].filter(Boolean);
    for (;;) {
      const current = engine();
      const exports = await current;
      for (const chunk of needed) {
        await exports.chunk(chunk);
        this.style(); // it was not playing when the result's stylesheet came
      }
      if (stale()) {
        return undefined;
      }
      // Another widget may crash meanwhile: the new instance has no chunks yet.
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

  // Finds the quiz's language, its own texts and what the page knows, if the quiz needs any of them.
  async #speak({ text, base }) {
    const module = ASKS.speech.test(text) && (await loadOptional("speech"));
    return (module && (await module.speech(this.#element, text, base, words, { jsonAt, line, plainly, switched }))) || { text };
  }

  // Applies the config's theme and the stylesheet of pictures, if it has any.
  async #applyTheme(text) {
    this.#look = undefined;
    if (ASKS.looks.test(text)) {
      this.#look = (await loadOptional("looks"))?.look(text);
      this.#look?.wrong.forEach(([field, value]) => {
        console.warn(line("bad-look", `theme.${field}: \`${value}\` is invalid and ignored`));
      });
    }
    this.style();
  }

  // Shows the error screen, and below it the page's fallback.
  #fail(code, message) {
    playing.delete(this) && this.#unmount();
    this.#fallback.hidden = false;
    report(this.#element, code, message);
    const said = this.#said ?? EMBEDDED?.modules.speech.said(this.#element, EMBEDDED.words);
    this.#errorScreen = errorScreen(code, message, () => this.#play(), said);
    this.#container.replaceChildren(this.#errorScreen);
  }
}
