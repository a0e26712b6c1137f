// The wasm: one instance for all widgets of the page, and a new one after a crash. It must never know what a quiz is.

import { fault, line } from "./fault.js";
import { fetched, inTime } from "./fetching.js";
import { PRIMARY, WASM, file } from "./files.js";
import { glue } from "./glue.js";
import { at, why } from "./origin.js";

// Every call into the wasm passes this guard. An exception ends the instance, because Yew can't draw after a trap. The
// exception never reaches the page, and after the outermost call has returned nothing enters a broken instance again.
// The glue destructures results, so a failed call returns an empty list. `calmly` wraps what the page calls: the glue's
// closures.
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

// Whether the page's security policy caused the error. Browsers report that with different words and at different
// times.
const refused = ({ name, message }) =>
  name === "EvalError" || /content security|csp|unsafe-eval/i.test(message) ? fault("wasm-blocked", message) : undefined;

const explained = ({ code, message }) => Promise.reject(fault(code, message + why()));

// Compiled modules serve every instance. A failure is not cached, so the next instance tries again.
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

// Loads a JavaScript module on demand. Browsers cache a failed import by its address, so each try has its own address.
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

// Loads a module that the quiz can play without. A failure is reported once.
export const loadOptional = (name) =>
  loadModule(name).catch(({ code, message }) => void (tries[name] > 1 || console.warn(line(code, message))));

// The texts of a language.
export const words = async (tag) =>
  EMBEDDED ? EMBEDDED.words[tag] : JSON.parse(await (await fetched("config", at(file(`words-${tag}`, "json")))).text());

// The instance. `crash` is called once with the error that ended it; the next call makes a new instance. `arrived` is
// called before each chunk.
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

// The promise of the instance; `undefined` if none runs.
export const running = () => engine;
