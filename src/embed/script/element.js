// The class of <career-matcher>: what browsers want in JavaScript, and no more. It must never know what a quiz is.

import { configOf } from "./config.js";
import { brought, running, start, words } from "./engine.js";
import { line } from "./fault.js";
import { NAME, VERSION } from "./place.js";
import { dress } from "./sheet.js";
import { trouble } from "./trouble.js";

const REMOVED = 1000; // milliseconds after which what was taken out of the page is not coming back
const CRASHES = 3; // the last of them is the end

const playing = new Set();
let crashes = 0;
let later; // what comes with the result's part

const crash = (error) => {
  crashes += 1;
  const broken = [...playing];
  playing.clear();
  broken.forEach((element) => revive(element, error));
};

// What JavaScript knows of a part, before the part itself.
const arrived = async (part) => {
  if (part === "result") {
    later ??= await brought("later");
    playing.forEach(dressed);
  }
  return later?.words;
};

// A sandboxed frame may not send forms, and then some browsers don't even tell that one would be sent.
const submitted = (form) => {
  let heard;
  form?.addEventListener("submit", () => (heard = true), { once: true });
  form && setTimeout(() => heard || form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
};

let revive;
let dressed;
const finish = (element) =>
  running()
    ?.then((exports) => exports.part("result"))
    .catch(({ code, message }) => element.isConnected && tell(element, code, message));
addEventListener("online", () => playing.forEach(finish));

// One line for the site's owner, one event for the page.
const tell = (element, code, message, level = "error") => {
  console[level](line(code, message));
  const detail = { code, message };
  element.dispatchEvent(new CustomEvent(`${NAME}-error`, { bubbles: true, composed: true, detail }));
};

export class CareerMatcher extends HTMLElement {
  static version = VERSION;
  static observedAttributes = ["config", "cta-url", "heading-level"];

  #container;
  #fallback;
  #config;
  #watch;
  #code; // of the answers to go on with
  #near = false;
  #queued = false;
  #turn = 0;
  #trouble;
  #look; // what the config's theme says
  #said; // words of the quiz's language for when something is wrong

  static {
    revive = (element, error) => element.#revive(error);
    dressed = (element) => dress(element.shadowRoot, element.#look, later?.css);
  }

  constructor() {
    super();
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#container = document.createElement("div");
    this.#container.className = "cm-place";
    this.#fallback = document.createElement("slot");
    root.replaceChildren(this.#container, this.#fallback);
    this.#container.addEventListener("click", ({ target }) => {
      submitted(target.closest("[type=submit]")?.form);
      const button = target.closest(".cm-again, [data-share], [data-picture], [data-print]");
      button && (button.matches(".cm-again") ? finish(this) : later?.act(button));
    });
    // A page's hotkeys hear the element, not the field in it, and would take letters for commands.
    this.#container.addEventListener("keydown", (event) => event.target.matches(".cm-input") && event.stopPropagation());
  }

  // The quiz as an object or as JSON text; it wins over every other source.
  get config() {
    return this.#config;
  }

  set config(value) {
    this.#config = value;
    this.#refresh();
  }

  setConfig(value) {
    this.config = value;
  }

  // Forgets every answer and begins again.
  restart() {
    this.goTo(undefined);
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
    dressed(this);
    if (this.#near) {
      // Moved in the page it plays on; back after a while it goes on where it was.
      return playing.has(this) || this.#refresh();
    }
    this.#watch ??= new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#approach(),
      { rootMargin: "100%" },
    );
    this.#watch.observe(this);
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

  attributeChangedCallback() {
    this.#code = undefined;
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
    this.#fallback.hidden = true;
    const reading = configOf(this, this.#config);
    // It may fail while the wasm is still on its way; that is told further down, and must not count as unhandled.
    reading.catch(() => {});
    try {
      const exports = await start(crash, arrived);
      const spoken = await this.#speak(await reading);
      const { text } = spoken;
      if (turn !== this.#turn || !this.isConnected) {
        return;
      }
      await this.#dress(text);
      playing.add(this);
      this.#trouble?.remove();
      const mount = () => exports.mount(this, this.#container, text, this.#code, spoken.words, spoken.locale, spoken.facts);
      let told = mount();
      while (told[0] === "needs") {
        await exports.part(told[1]);
        told = mount();
      }
      if (!playing.has(this)) {
        return; // it crashed, and that has been told
      }
      const [how, code, message] = told;
      if (how === "fails") {
        return this.#fail(code, message);
      }
      this.#code = undefined;
      code && console.warn(line(code, message));
      requestAnimationFrame(() => setTimeout(finish, 0, this));
      /"swipe"/.test(text) && (await brought("drag"))?.drag(this.#container);
    } catch ({ code, message }) {
      turn === this.#turn && this.#fail(code ?? "wasm-failed", message);
    }
  }

  // In the language that suits, in words of its own, and with what the page knows: for quizzes that ask for any of it.
  async #speak(text) {
    const asks = /"(locales|words|links)"|\{(param|field):|"language"\s*:\s*"(?!en\b)/.test(text);
    const module = asks && (await brought("speech"));
    const base = new URL(this.getAttribute("config") ?? "", this.baseURI);
    const spoken = (module && (await module.speech(this, text, base, words))) || { text };
    this.#said = spoken.said;
    this.#container.dir = spoken.dir ?? (/"language"/.test(text) ? "ltr" : "");
    return spoken;
  }

  // In the config's theme, if it has one.
  async #dress(text) {
    this.#look = undefined;
    if (text.includes('"theme"')) {
      this.#look = (await brought("looks"))?.look(text);
      this.#look?.wrong.forEach(([field, value]) => {
        console.warn(line("bad-colour", `theme.${field}: \`${value}\` is left out`));
      });
    }
    dressed(this);
  }

  // From a fresh instance, with the answers so far; the last time is the end.
  #revive(error) {
    const { activeElement } = this.shadowRoot;
    this.#code = this.getState()?.code || undefined;
    this.#container.replaceChildren();
    if (crashes >= CRASHES) {
      return this.#fail("widget-crashed", error.message);
    }
    tell(this, "widget-restarted", error.message, "warn");
    this.#play().then(() => {
      activeElement && setTimeout(() => this.#container.querySelector('[tabindex="-1"]')?.focus());
    });
  }

  // The calm screen, and below it what the page has for visitors without the quiz.
  #fail(code, message) {
    if (playing.delete(this)) {
      running()?.then((exports) => exports.unmount(this.#container), () => {});
    }
    this.#trouble = trouble(code, () => this.#play(), this.#said);
    this.#container.replaceChildren(this.#trouble);
    this.#fallback.hidden = false;
    tell(this, code, message);
  }
}
