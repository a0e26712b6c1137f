// The class of <career-matcher>: only what browsers require in JavaScript. Editors show its JSDoc
// (`tools/manifest.rs`). It must never know what a quiz is.

import { submitted } from "./forms.js";
import { VERSION } from "./origin.js";
import { newPlayer } from "./player.js";
import { outcome } from "./recovery.js";
import { guard } from "./repeats.js";

const REMOVED = 1000; // milliseconds after which an element that left the page is given up

/**
 * A quiz that shows which careers fit, and why.
 *
 * @attr {string} config - The address of the quiz, or the quiz itself as JSON text. Default: the bundled quiz.
 * @attr {string} cta-url - Where each career's first button leads; `{career}` (or `%7Bcareer%7D`) becomes the career's id.
 * @attr {string} files - The folder of the release's files, if the script was moved away from them.
 * @attr {'light' | 'dark' | 'auto'} theme - Overrides the mode of the config.
 * @attr {1 | 2 | 3 | 4} [heading-level=2] - The level of the widget's first heading in the outline of the page.
 * @attr {string} lang - The language of the quiz, if the quiz has it. Default: the language of the page, then of the browser.
 * @attr {string} data-field- - Followed by a name: something that the page knows about its visitor, for `{field:name}` in texts and for links.
 *
 * @fires career-matcher-ready - The quiz is on the page and can be used: its intro, its first card, or the place where a visitor continues.
 * @fires career-matcher-error {code: string, message: string} - The quiz can't be played, or started again after a fault.
 *
 * @slot - What visitors see if the quiz can't be played.
 *
 * @csspart widget - The whole widget.
 * @csspart intro - The screen before the first card.
 * @csspart card - The screen of a card.
 * @csspart progress - The number of the question, and its bar.
 * @csspart choices - All answers of a card.
 * @csspart choice - One answer.
 * @csspart button - A button.
 * @csspart waiting - The screen while the result loads.
 * @csspart result - The screen of the result.
 * @csspart best - The best career, or one of several in a tie.
 * @csspart verdict - How clear the result is.
 * @csspart why - The reasons.
 * @csspart chart - The visitor's traits beside those of the career.
 * @csspart browse - The search and the filters of a list of careers.
 * @csspart logo - The logo of the config.
 * @csspart edit - The section to change an answer.
 * @csspart early - The line about a result that came early.
 * @csspart keep - The ways to keep or share the result.
 * @csspart cta - A call to action.
 * @csspart trouble - The error screen.
 *
 * @cssprop --cm-font - The font. Default: the font of the page.
 * @cssprop --cm-heading-font - The font of headings. Default: the font of the page.
 * @cssprop --cm-on-accent - Text on the accent. Default: black or white, whichever is readable.
 */
export class CareerMatcher extends HTMLElement {
  static version = VERSION;
  static observedAttributes = ["config", "cta-url", "files", "heading-level", "lang"];

  #player;
  #container;
  #config;
  #watch;
  #focused;
  #near = false;

  // `host` is set if another element has the shadow root (`sanitised.js`).
  constructor(host) {
    super();
    const root = host?.attachShadow({ mode: "open" }) ?? this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#container = document.createElement("div");
    this.#container.className = "cm-place";
    const fallback = document.createElement("slot");
    fallback.hidden = true;
    root.replaceChildren(this.#container, fallback);
    this.#player = newPlayer(this, root, this.#container, fallback);
    guard(this.#container);
    // Runs before the widget receives the event and draws again.
    const press = ({ target }) => {
      submitted(target.closest("[type=submit]")?.form);
      const button = target.closest(".cm-again, .cm-more, [data-share], [data-picture], [data-print]");
      button && (button.matches(".cm-again") ? this.#player.finish() : outcome?.act(button));
    };
    this.#container.addEventListener("click", press, true);
    this.#container.addEventListener("focusin", ({ target }) => (this.#focused = target));
    // Later, because a move within the page also fires this event; by then the focus is back.
    this.#container.addEventListener("focusout", () => setTimeout(() => root.activeElement || (this.#focused = undefined)));
    // A visitor who touches the widget can't wait until it is near the viewport.
    (host ?? this).addEventListener("pointerdown", () => this.#near || this.#approach());
  }

  /**
   * The quiz as an object or as JSON text, or its address, relative to the page. Overrides every other source.
   * @type {object | string | null | undefined}
   */
  get config() {
    return this.#config;
  }

  set config(value) {
    // A new quiz starts from the beginning, whatever attributes change at the same time.
    value === this.#config || this.#player.forget();
    this.#config = value;
    this.#refresh();
  }

  /** The same as setting `config`. */
  setConfig(value) {
    this.config = value;
  }

  /** Forgets every answer and starts again. */
  restart() {
    this.#player.goTo();
  }

  /** Goes to a card that the visitor has seen, by its id. The answers stay. */
  goTo(card) {
    this.#player.goTo(card);
  }

  /** Where the visitor is; `null` before the first card is there. */
  getState() {
    const { state } = this.#container;
    return state ? structuredClone(state) : null;
  }

  connectedCallback() {
    // A property that was set before the class was defined hides the accessor: set it again.
    if (Object.hasOwn(this, "config")) {
      const value = this.config;
      delete this.config;
      this.config = value;
    }
    this.#player.style();
    if (this.#near) {
      // An element that moves within the page plays on with the same focus. One that returns later continues where it
      // was.
      this.#player.switched();
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
    // A move within the page is a removal and an insertion: only an element that stays away gives up its app.
    setTimeout(() => this.isConnected || this.#player.leave(), REMOVED);
  }

  attributeChangedCallback(name, before, now) {
    if (before !== now && this.#near) {
      this.#player.again(name === "config");
    }
  }

  #approach() {
    this.#watch.disconnect();
    const go = () => {
      this.#near = true;
      this.#refresh();
    };
    document.prerendering ? document.addEventListener("prerenderingchange", go, { once: true }) : go();
  }

  #refresh() {
    this.#near && this.#player.refresh();
  }
}
