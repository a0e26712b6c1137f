// The wasm: one instance for all widgets of the page, a fresh one after a crash. It must never know what a quiz is.

import { EMBEDDED } from "./embedded.js";
import { fault, line } from "./fault.js";
import { fetched } from "./fetching.js";
import { FILES } from "./files.js";
import { glue } from "./glue.js";
import { BASE } from "./place.js";

// Every way into the wasm passes here. What it throws on the outermost level ends this instance, for a trap leaves Yew
// unable to draw; it never reaches the page, and nothing enters a broken instance again. The empty list stands for
// whatever the glue wanted to take apart.
const guard = (exports, crash) => {
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

// Whether it was the page's security policy: browsers say so in other words and at other times.
const refused = ({ name, message }) =>
  name === "EvalError" || /content security|csp|unsafe-eval/i.test(message) ? fault("wasm-blocked", message) : undefined;

// What was compiled serves every instance. What failed is forgotten, so that the next one tries again.
const modules = {};
const compiled = (name) => {
  modules[name] ??= (async () => {
    if (typeof WebAssembly !== "object") {
      throw fault("wasm-unsupported", "this browser has no WebAssembly");
    }
    const [file, integrity] = FILES[name];
    const bytes = EMBEDDED
      ? Uint8Array.from(atob(EMBEDDED[name]), (letter) => letter.charCodeAt(0))
      : await (await fetched("wasm", new URL(file, BASE), { integrity })).arrayBuffer();
    return WebAssembly.compile(bytes).catch((error) => {
      throw refused(error) ?? fault("wasm-broken", `${file}: ${error.message}`);
    });
  })();
  modules[name].catch(() => delete modules[name]);
  return modules[name];
};

// A module of JavaScript that comes on need. The quiz can be played without: what is missing is told, once.
const missing = new Set();
export const brought = async (name) => {
  try {
    return EMBEDDED ? EMBEDDED.modules[name] : await import(new URL(FILES[name][0], BASE));
  } catch (error) {
    missing.has(name) || console.warn(line("module-unreachable", error.message));
    missing.add(name);
    return undefined;
  }
};

const missed = (name) => {
  throw fault("module-unreachable", `${FILES[name]?.[0]} has not come`);
};

// The words of a language.
export const words = async (file) =>
  EMBEDDED ? EMBEDDED[file] : (await fetched("config", new URL(file, BASE))).text().then(JSON.parse);

// The instance; `crash` is told its end once, and the next call makes a fresh one. `arrived` is told each part.
let engine;
export const start = (crash, arrived) => {
  engine ??= (async () => {
    const module = await compiled("primary");
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
    await exports({ module_or_path: module }).catch((error) => {
      throw refused(error) ?? error;
    });
    const parts = {};
    const add = async (name) => {
      exports.arrive(name);
      const [part, english] = await Promise.all([compiled(name), arrived(name)]);
      english ? exports.words(english) : name === "result" && missed("later");
      await WebAssembly.instantiate(part, { ...imports, b: primary });
      exports.arrive(name, true);
    };
    exports.part = (name) => (parts[name] ??= add(name).catch((error) => {
      delete parts[name];
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
