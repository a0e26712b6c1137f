// The class of <career-matcher>: what browsers want in JavaScript, and no more. It must never know what a quiz is.

import { addresses, configOf, jsonAt, plainly } from "./config.js";
import { EMBEDDED } from "./embedded.js";
import { loadModule, loadOptional, running, start, words } from "./engine.js";
import { line, report } from "./fault.js";
import { submitted } from "./forms.js";
import { linked, onLink } from "./links.js";
import { VERSION, found } from "./origin.js";
import { guard } from "./repeats.js";
import { applyStyles } from "./styles.js";
import { errorScreen } from "./error-screen.js";

const REMOVED = 1000; // milliseconds after which what was taken out of the page is not coming back
const CRASHES = 3; // the last of them is the end

const playing = new Set();
let crashes = 0;
let outcome; // what comes with the result's part

const crash = (error) => {
  crashes += 1;
  const broken = [...playing];
  playing.clear();
  broken.forEach((element) => revive(element, error));
};

// What JavaScript knows of a part, before the part itself.
const arrived = async (part) => {
  if (part === "result") {
    outcome ??= await loadModule("outcome");
    playing.forEach(styled);
  }
  return outcome?.words;
};

const engine = () => start(crash, arrived);

// From a crash; by a link; the page to another language; in the document's sheets, and quiet where there are fields.
let revive, goBy, switched, styled;
const finish = (element) =>
  running()
    ?.then((exports) => exports.part("result"))
    .catch(({ code, message }) => element.isConnected && report(element, code, message));
addEventListener("online", () => playing.forEach(finish));
onLink(() => playing.forEach(goBy));

export class CareerMatcher extends HTMLElement {
  static version = VERSION;
  static observedAttributes = ["config", "cta-url", "files", "heading-level", "lang"];

  #root;
  #container;
  #fallback;
  #config;
  #watch;
  #code; // of the answers to go on with
  #text; // of the quiz that plays, for a page that sets the same one again
  #focused;
  #near = false;
  #queued = false;
  #turn = 0;
  #errorScreen;
  #look; // what the config's theme says
  #stale; // whether the page has another language by now
  #said; // words of the quiz's language for when something is wrong

  static {
    // Who is about to begin anew finds the language then, and must not take the answers to another quiz along.
    switched = () => playing.forEach((element) => element.#queued || (element.#stale?.() && element.#again()));
    revive = (element, error) => element.#revive(error);
    goBy = (element) => element.#goBy().catch(() => {});
    styled = (element) => {
      applyStyles(element.#root, element.#look, outcome?.css);
      outcome?.quiet(element, element.#container);
    };
  }

  // `host` has the shadow root where it is not the element's own (`sanitised.js`).
  constructor(host) {
    super();
    const root = host?.attachShadow({ mode: "open" }) ?? this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#root = root;
    this.#container = document.createElement("div");
    this.#container.className = "cm-place";
    this.#fallback = document.createElement("slot");
    this.#fallback.hidden = true;
    root.replaceChildren(this.#container, this.#fallback);
    guard(this.#container);
    // Before the widget hears of it and draws anew.
    const press = ({ target }) => {
      submitted(target.closest("[type=submit]")?.form);
      const button = target.closest(".cm-again, .cm-more, [data-share], [data-picture], [data-print]");
      button && (button.matches(".cm-again") ? finish(this) : outcome?.act(button));
    };
    this.#container.addEventListener("click", press, true);
    this.#container.addEventListener("focusin", ({ target }) => (this.#focused = target));
    // Removed is not left: then there is nobody to tell by the time that this is asked.
    this.#container.addEventListener("focusout", () => setTimeout(() => root.activeElement || (this.#focused = undefined)));
    // Who touches it can't wait until it comes near.
    (host ?? this).addEventListener("pointerdown", () => this.#near || this.#approach());
  }

  // The quiz as an object or as JSON text; it wins over every other source.
  get config() {
    return this.#config;
  }

  set config(value) {
    // Another quiz begins anew, whatever attributes change along with it.
    this.#code = value === this.#config ? this.#code : undefined;
    this.#config = value;
    this.#refresh();
  }

  setConfig(value) {
    this.config = value;
  }

  // Forgets every answer and begins again.
  restart() {
    this.goTo();
  }

  // Goes to a card that has come up before, by its id. The answers stay.
  goTo(card) {
    const go = async (exports) => {
      await exports.part("extra");
      exports.go(this.#container, card);
    };
    playing.has(this) && running()?.then(go).catch(() => {});
  }

  // Where the visitor is, as plain data; null before the first card is there.
  getState() {
    const { state } = this.#container;
    return state ? structuredClone(state) : null;
  }

  connectedCallback() {
    // A property that was set before the class was there hides the accessor: set it again.
    if (Object.hasOwn(this, "config")) {
      const value = this.config;
      delete this.config;
      this.config = value;
    }
    styled(this);
    if (this.#near) {
      // Moved in the page it plays on, with the focus where it was; back after a while it goes on where it was.
      playing.has(this) ? switched() : this.#refresh();
      document.activeElement === document.body && this.#focused?.focus({ preventScroll: true });
      return;
    }
    this.#watch ??= new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#approach(),
      { rootMargin: "100%" },
    );
    this.#watch.observe(this.#container);
  }

  // A move by `moveBefore` is neither a removal nor an insertion.
  connectedMoveCallback() {}

  disconnectedCallback() {
    this.#watch?.disconnect();
    // A move in the page is a removal and an insertion: only what stays away gives up its app.
    setTimeout(() => {
      if (!this.isConnected && playing.delete(this)) {
        this.#code = this.getState()?.code || undefined;
        running()?.then((exports) => exports.unmount(this.#container), () => {});
      }
    }, REMOVED);
  }

  // Another quiz begins anew; the same one in another language or on another level goes on.
  attributeChangedCallback(name, before, now) {
    if (before !== now) {
      this.#again(name === "config");
    }
  }

  #again(another) {
    this.#code = another ? undefined : this.getState()?.code;
    this.#text = undefined;
    this.#refresh();
  }

  #approach() {
    this.#watch.disconnect();
    const go = () => {
      this.#near = true;
      this.#refresh();
    };
    document.prerendering ? document.addEventListener("prerenderingchange", go, { once: true }) : go();
  }

  // Several changes at once make one new start.
  #refresh() {
    if (this.#near && !this.#queued) {
      this.#queued = true;
      queueMicrotask(() => {
        this.#queued = false;
        this.isConnected && this.#play();
      });
    }
  }

  async #play() {
    const turn = ++this.#turn;
    const stale = () => turn !== this.#turn || !this.isConnected;
    found(this.getAttribute("files"));
    this.#stale = undefined;
    const starting = engine();
    try {
      // When both fail, it is the program that is told.
      const spoken = await configOf(this, this.#config)
        .then((quiz) => this.#speak(quiz))
        .catch((error) => starting.then(() => Promise.reject(error)));
      const { text } = spoken;
      stale() || (this.#stale = spoken.stale);
      if (stale() || (text === this.#text && playing.has(this))) {
        return;
      }
      this.#said = spoken.said;
      this.#container.dir = spoken.dir ?? (/"language"/.test(text) ? "ltr" : "");
      await this.#applyTheme(text);
      await starting;
      let told;
      let needed = [linked() && "result", /\{\s*(param|field)/.test(spoken.words) && "texts"].filter(Boolean);
      do {
        const current = engine();
        const exports = await current;
        for (const part of needed) {
          await exports.part(part);
          styled(this); // who does not play yet has missed what came with it
        }
        if (stale()) {
          return;
        }
        // Another widget may crash meanwhile: then there is a fresh instance, which has no parts yet.
        if (running() === current) {
          playing.add(this);
          this.#errorScreen?.remove();
          this.#fallback.hidden = true;
          this.#container.address = addresses.get(this);
          told = exports.mount(this, this.#container, text, this.#code, spoken.words, spoken.locale, spoken.facts);
          needed = told[0] === "needs" ? [told[1]] : [];
        }
      } while (!told || needed.length);
      if (!playing.has(this)) {
        return; // it crashed, and that has been told
      }
      this.#text = text;
      const [how, code, message] = told;
      if (how === "fails") {
        return this.#fail(code, message);
      }
      this.#code = undefined;
      this.#stale?.() && this.#again();
      code && console.warn(line(code, message));
      requestAnimationFrame(() => setTimeout(finish, 0, this));
      /"swipe"/.test(text) && (await loadOptional("drag"))?.drag(this.#container);
    } catch ({ code, message }) {
      turn === this.#turn && this.#fail(code ?? "wasm-failed", message);
    }
  }

  // In the language that suits, in words of its own, and with what the page knows: for quizzes that ask for any of it.
  async #speak({ text, base }) {
    const asks = /"(locales|words|links)"|\{ *(param|field)|"language"\s*:\s*"(?!en\b)/.test(text);
    const module = asks && (await loadOptional("speech"));
    return (module && (await module.speech(this, text, base, words, { jsonAt, line, plainly, switched }))) || { text };
  }

  // In the config's theme, and with the sheet of pictures, if it has any of them.
  async #applyTheme(text) {
    this.#look = undefined;
    if (/"(theme|image|shortcuts)"/.test(text)) {
      this.#look = (await loadOptional("looks"))?.look(text);
      this.#look?.wrong.forEach(([field, value]) => {
        console.warn(line("bad-look", `theme.${field}: \`${value}\` is left out`));
      });
    }
    styled(this);
  }

  // By the link in the address, if it is for this quiz; else it goes on.
  async #goBy() {
    const exports = await running();
    await exports.part("result");
    playing.has(this) && exports.follow(this.#container, this.getState()?.code);
  }

  // From a fresh instance, with the answers so far; the last time is the end.
  #revive(error) {
    const { activeElement } = this.#root;
    this.#code = this.getState()?.code || undefined;
    this.#container.replaceChildren();
    if (crashes >= CRASHES) {
      return this.#fail("widget-crashed", error.message);
    }
    report(this, "widget-restarted", error.message, "warn");
    // With the focus where it was, unless the visitor has gone elsewhere.
    const focus = () => this.#container.querySelector('[tabindex="-1"]')?.focus();
    this.#play().then(() => activeElement && setTimeout(() => document.activeElement === document.body && focus()));
  }

  // The calm screen, and below it what the page has for visitors without the quiz.
  #fail(code, message) {
    if (playing.delete(this)) {
      running()?.then((exports) => exports.unmount(this.#container), () => {});
    }
    this.#fallback.hidden = false;
    report(this, code, message);
    const said = this.#said ?? EMBEDDED?.modules.speech.said(this, EMBEDDED.words);
    this.#errorScreen = errorScreen(code, message, () => this.#play(), said);
    this.#container.replaceChildren(this.#errorScreen);
  }
}
