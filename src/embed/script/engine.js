// The wasm: one instance for all widgets of the page, a fresh one after a crash. It must never know what a quiz is.

import { EMBEDDED } from "./embedded.js";
import { fault, line } from "./fault.js";
import { fetched, inTime } from "./fetching.js";
import { PRIMARY, WASM, file } from "./files.js";
import { glue } from "./glue.js";
import { at, why } from "./origin.js";

// Every way into the wasm passes here. What it throws ends this instance, for a trap leaves Yew unable to draw; it never
// reaches the page, and once the outermost call has returned nothing enters a broken instance again. The empty list stands
// for whatever the glue wanted to take apart. `calmly` is for what the page calls: the glue's closures.
const guard = (exports, crash) => {
  let depth = 0;
  let broken;
  const guarded = (call) => (...args) => {
    if (broken && depth === 0) {
      return [];
    }
    depth += 1;
    try {
      return call(...args);
    } catch (error) {
      broken ??= { error };
      if (depth > 1) {
        throw error;
      }
      return [];
    } finally {
      depth -= 1;
      if (broken && depth === 0) {
        crash(broken.error);
      }
    }
  };
  const calmly = (call) => {
    try {
      return call();
    } catch (error) {
      if (!broken) {
        throw error;
      }
    }
  };
  const entries = Object.entries(exports).map(([name, it]) => [name, typeof it === "function" ? guarded(it) : it]);
  return [Object.fromEntries(entries), calmly];
};

// Whether it was the page's security policy: browsers say so in other words and at other times.
const refused = ({ name, message }) =>
  name === "EvalError" || /content security|csp|unsafe-eval/i.test(message) ? fault("wasm-blocked", message) : undefined;

const explained = ({ code, message }) => Promise.reject(fault(code, message + why()));

// What was compiled serves every instance. What failed is forgotten, so that the next one tries again.
const modules = {};
const compiled = (name) => {
  modules[name] ??= (async () => {
    if (typeof WebAssembly !== "object") {
      throw fault("wasm-unsupported", "this browser has no WebAssembly");
    }
    const url = at(file(name, "wasm"));
    const bytes = EMBEDDED
      ? Uint8Array.from(atob(EMBEDDED[name]), (letter) => letter.charCodeAt(0))
      : await (await fetched("wasm", url, { integrity: WASM[name] }).catch(explained)).arrayBuffer();
    return WebAssembly.compile(bytes).catch((error) => {
      throw refused(error) ?? fault("wasm-broken", `${url}: ${error.message}`);
    });
  })();
  modules[name].catch(() => delete modules[name]);
  return modules[name];
};

// A module of JavaScript that comes on need. Browsers remember that an address has failed, so each try has its own.
const tries = {};
export const loadModule = async (name) => {
  if (EMBEDDED) {
    return EMBEDDED.modules[name];
  }
  const again = tries[name] ? `?${tries[name]}` : "";
  try {
    return await inTime(import(at(file(name, "js") + again)));
  } catch ({ message }) {
    tries[name] = (tries[name] ?? 0) + 1;
    throw fault("module-unreachable", message + why());
  }
};

// One that a quiz can be played without: that it is missing is told, once.
export const loadOptional = (name) =>
  loadModule(name).catch(({ code, message }) => void (tries[name] > 1 || console.warn(line(code, message))));

// The words of a language.
export const words = async (tag) =>
  EMBEDDED ? EMBEDDED.words[tag] : JSON.parse(await (await fetched("config", at(file(`words-${tag}`, "json")))).text());

// The instance; `crash` is told its end once, and the next call makes a fresh one. `arrived` is called before each chunk.
let engine;
export const start = (crash, arrived) => {
  engine ??= (async () => {
    const whole = await compiled(PRIMARY);
    let primary;
    let imports;
    const exports = glue((plain, needed) => {
      primary = plain;
      imports = needed();
      return guard(plain, (error) => {
        engine = undefined;
        crash(error);
      });
    });
    await exports(whole).catch((error) => {
      throw refused(error) ?? error;
    });
    const chunks = {};
    const add = async (name) => {
      exports.arrive(name);
      const [chunk, english] = await Promise.all([compiled(name), arrived(name)]);
      english && exports.words(english);
      await WebAssembly.instantiate(chunk, { ...imports, b: primary });
      exports.arrive(name, true);
    };
    exports.chunk = (name) => (chunks[name] ??= add(name).catch((error) => {
      delete chunks[name];
      exports.arrive(name, false);
      throw fault(error.code ?? "wasm-failed", error.message);
    }));
    return exports;
  })();
  engine.catch(() => (engine = undefined));
  return engine;
};

// The instance as far as there is one.
export const running = () => engine;
