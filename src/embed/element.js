// The class of <career-matcher> and the loading of its WebAssembly: what browsers want in JavaScript, and no more.
//
// `tools/assemble.rs` fills the three places in double braces: the wasm-bindgen glue as a factory, the sheet, and the
// names and integrities of the wasm's files. This file must never know what a quiz is.
(() => {
  "use strict";
  const NAME = "career-matcher";
  if (customElements.get(NAME)) {
    return;
  }

  const factory = {{glue}};
  const css = {{css}};
  const FILES = {{files}};
  const DEFAULT_CONFIG = "python-careers.json";
  const LARGEST = 2 * 1024 * 1024;

  // Where this script came from, as a classic script or as a module (which has no currentScript).
  const here = () => {
    const tag = document.currentScript;
    const line = /((?:https?|file):\/\/.+?\.js[^:]*?)(?::\d+)+/.exec(new Error().stack || "");
    return (tag && tag.src) || (line && line[1]) || document.baseURI;
  };
  const base = new URL(".", here());

  // Every way into the wasm passes here. What it throws on the outermost level ends all widgets of this instance, for
  // a trap leaves Yew unable to draw; it never reaches the page, and nothing enters a broken instance again. The empty
  // list stands for whatever the glue wanted to take apart.
  const guard = (exports) => {
    let depth = 0;
    let broken = false;
    const guarded = (call) => (...args) => {
      if (broken && depth === 0) {
        return [];
      }
      depth += 1;
      try {
        return call(...args);
      } catch (error) {
        if (depth > 1) {
          throw error;
        }
        broken = true;
        crash(error);
        return [];
      } finally {
        depth -= 1;
      }
    };
    return Object.fromEntries(
      Object.entries(exports).map(([name, it]) => [name, typeof it === "function" ? guarded(it) : it]),
    );
  };
  const playing = new Set();
  let giveUp;
  let finish;
  const crash = (error) => {
    engine = undefined;
    const broken = [...playing];
    playing.clear();
    broken.forEach((element) => giveUp(element, error));
  };

  // One instance for all widgets of the page. A failed load is forgotten, so that the next one tries again.
  let engine;
  const start = () => {
    engine ??= (async () => {
      if (typeof WebAssembly !== "object") {
        throw fault("wasm-unsupported", "this browser has no WebAssembly");
      }
      let primary;
      let imports;
      const exports = factory((plain, needed) => {
        primary = plain;
        imports = needed();
        return guard(plain);
      });
      await exports({ module_or_path: load("primary") });
      const parts = {};
      exports.part = (name) => (parts[name] ??= add(name).catch((error) => {
        delete parts[name];
        exports.arrive(name, false);
        throw fault(error.code ?? "wasm-failed", error.message);
      }));
      const add = async (name) => {
        exports.arrive(name);
        const wasm = await (await load(name)).arrayBuffer();
        await WebAssembly.instantiate(wasm, { ...imports, b: primary });
        exports.arrive(name, true);
      };
      return exports;
    })();
    engine.catch(() => (engine = undefined));
    return engine;
  };

  const load = async (name) => {
    const [file, integrity] = FILES[name];
    const response = await fetch(new URL(file, base), { integrity });
    if (!response.ok) {
      throw fault("wasm-unreachable", `${response.url} answered ${response.status}`);
    }
    return response;
  };

  // One sheet for each document: a sheet made in another document is refused.
  const sheets = new WeakMap();
  const sheetOf = (view) => {
    let sheet = sheets.get(view.document);
    if (!sheet) {
      sheet = new view.CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(view.document, sheet);
    }
    return sheet;
  };

  // By what the browser offers; the link stands marked in its field in any case.
  const pass = (url, button) => {
    button.previousElementSibling.querySelector("input").select();
    (navigator.share?.({ url }) ?? navigator.clipboard?.writeText(url))?.catch(() => {});
  };

  const words = (code, message) => `${NAME} [${code}] ${message}\nsee ${new URL(`problems.md#${code}`, base)}`;
  const fault = (code, message) => Object.assign(new Error(message), { code });

  const fetchConfig = async (url) => {
    let response;
    try {
      response = await fetch(url);
    } catch (error) {
      throw fault("config-unreachable", `${url}: ${error.message}`);
    }
    if (!response.ok) {
      throw fault("config-unreachable", `${url} answered ${response.status}`);
    }
    const text = await response.text();
    if (text.length > LARGEST) {
      throw fault("config-too-large", `${url} has ${text.length} characters, the widget takes ${LARGEST}`);
    }
    return text;
  };

  class CareerMatcher extends HTMLElement {
    static observedAttributes = ["config", "cta-url"];

    #container;
    #fallback;
    #config;
    #watch;
    #near = false;
    #queued = false;

    static {
      giveUp = (element, error) => {
        element.#container.replaceChildren();
        element.#fallback.hidden = false;
        element.#fail("widget-crashed", error.message);
      };
      // What a result needs. Nobody misses it before the last card.
      finish = (element) =>
        engine?.then((exports) => exports.part("result")).catch(({ code, message }) => element.#tell(code, message));
      addEventListener("online", () => playing.forEach(finish));
    }

    constructor() {
      super();
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      this.#container = document.createElement("div");
      this.#fallback = document.createElement("slot");
      root.replaceChildren(this.#container, this.#fallback);
      this.#container.addEventListener("click", ({ target }) => {
        const button = target.closest(".cm-again, [data-share], [data-print]");
        const url = button?.dataset.share;
        button && (url ? pass(url, button) : button.matches(".cm-again") ? finish(this) : print());
      });
    }

    // The quiz as an object or as JSON text; it wins over every other source.
    get config() {
      return this.#config;
    }

    set config(value) {
      this.#config = value;
      this.#refresh();
    }

    connectedCallback() {
      // A property that was set before the class was there hides the accessor: set it again.
      if (Object.hasOwn(this, "config")) {
        const value = this.config;
        delete this.config;
        this.config = value;
      }
      this.shadowRoot.adoptedStyleSheets = [sheetOf(this.ownerDocument.defaultView ?? window)];
      if (this.#near) {
        // Moved in the page it plays on; back after a while it begins anew.
        return playing.has(this) || this.#refresh();
      }
      this.#watch ??= new IntersectionObserver(
        (entries) => {
          if (entries.some((entry) => entry.isIntersecting)) {
            this.#approach();
          }
        },
        { rootMargin: "100%" },
      );
      this.#watch.observe(this);
    }

    disconnectedCallback() {
      this.#watch?.disconnect();
      // A move in the page is a removal and an insertion: only what stays away gives up its app.
      setTimeout(() => {
        if (!this.isConnected && playing.delete(this)) {
          engine?.then((exports) => exports.unmount(this.#container), () => {});
        }
      }, 1000);
    }

    attributeChangedCallback() {
      this.#refresh();
    }

    #approach() {
      this.#watch.disconnect();
      this.#near = true;
      this.#refresh();
    }

    // Several changes at once make one new start.
    #refresh() {
      if (this.#near && !this.#queued) {
        this.#queued = true;
        queueMicrotask(() => {
          this.#queued = false;
          this.#play();
        });
      }
    }

    async #play() {
      const loading = start();
      const config = this.#read();
      // It may fail while the wasm is still on its way; that is told further down, and must not count as unhandled.
      config.catch(() => {});
      let exports;
      try {
        exports = await loading;
      } catch (error) {
        return this.#fail(error.code ?? "wasm-failed", error.message);
      }
      playing.add(this);
      let fault;
      try {
        const text = await config;
        const mount = () => exports.mount(this, this.#container, text);
        let told = mount();
        while (told[0] === "needs") {
          await exports.part(told[1]);
          told = mount();
        }
        if (!playing.has(this)) {
          return; // it crashed, and that has been told
        }
        const [how, code, message] = told;
        this.#fallback.hidden = how !== "fails";
        if (how !== "fails") {
          requestAnimationFrame(() => setTimeout(finish, 0, this));
        }
        if (how === "plays") {
          return console.warn(words(code, message));
        }
        fault = how && { code, message };
      } catch (error) {
        fault = { code: error.code ?? "config-unreachable", message: error.message };
        exports.trouble(this, this.#container, fault.code);
        this.#fallback.hidden = false;
      }
      if (fault) {
        this.#tell(fault.code, fault.message);
      }
    }

    // The config as text: the property, a script inside the element, the attribute, or the quiz that ships along.
    async #read() {
      const value = this.#config;
      if (value !== undefined && value !== null) {
        return typeof value === "string" ? value : JSON.stringify(value);
      }
      const script = this.querySelector(':scope > script[type="application/json"]');
      if (script) {
        return script.textContent;
      }
      const url = this.getAttribute("config");
      if (url !== null && !url.trim()) {
        throw fault("config-empty", "the attribute `config` is empty; give it an address, or remove it");
      }
      return fetchConfig(url === null ? new URL(DEFAULT_CONFIG, base) : new URL(url, this.baseURI));
    }

    // Without WebAssembly there is no calm screen of ours: the page's own fallback stays, or a line of words.
    #fail(code, message) {
      if (!this.#fallback.assignedNodes().some((node) => node.nodeType === 1 || node.data.trim())) {
        this.#container.textContent = "This quiz can't be shown right now.";
      }
      this.#tell(code, message);
    }

    // One line for the site's owner, one event for the page.
    #tell(code, message) {
      console.error(words(code, message));
      const detail = { code, message };
      this.dispatchEvent(new CustomEvent(`${NAME}-error`, { bubbles: true, composed: true, detail }));
    }
  }

  customElements.define(NAME, CareerMatcher);
})();
