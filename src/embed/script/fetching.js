// Fetches files. Returns complete and valid data in time, or throws a fault that says what to do.

import { fault } from "./fault.js";

const PATIENCE = 10_000; // milliseconds without a byte after which a request fails
const REPORT = 50; // milliseconds within which a violation event follows a blocked request

// Rejects a promise that does not settle in time.
export const inTime = (coming) => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(reject, PATIENCE, new Error("stalled"));
  });
  return Promise.race([coming, late]).finally(() => clearTimeout(timer));
};

const after = (time) => new Promise((resolve) => setTimeout(resolve, time));

const is_there = async (url) => {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
};

// All bytes of a response; calls `tick` for each piece.
const read = async (response, tick) => {
  const pieces = [];
  const reader = response.body?.getReader();
  for (let piece = {}; reader && !piece.done; piece = await reader.read()) {
    tick();
    piece.value && pieces.push(piece.value);
  }
  return pieces;
};

// Resolves an address against a base.
export const resolved = (kind, address, base) => {
  try {
    return new URL(address, base);
  } catch {
    throw fault(`${kind}-unreachable`, `${address} is not a valid URL`);
  }
};

// The bytes at an address. `kind` is the first half of the code of a fault.
export const fetched = async (kind, url, init) => {
  const control = new AbortController();
  let timer;
  const tick = () => {
    clearTimeout(timer);
    timer = setTimeout(() => control.abort(), PATIENCE);
  };
  // Only this event shows that a policy blocked the request.
  let policy;
  const hear = ({ blockedURI, effectiveDirective }) => {
    policy ??= (blockedURI && url.href.startsWith(blockedURI) && effectiveDirective) || undefined;
  };
  document.addEventListener("securitypolicyviolation", hear);
  let status;
  let pieces;
  try {
    tick();
    const response = await fetch(url, { ...init, signal: control.signal });
    status = response.ok || response.status;
    pieces = response.ok && (await read(response, tick));
  } catch (error) {
    if (control.signal.aborted) {
      throw fault(`${kind}-stalled`, `no data from ${url} for ${PATIENCE / 1000} s`);
    }
    if (/^file:file:/.test(url.protocol + location.protocol)) {
      throw fault("opened-from-disk", `${url} can't be read from a disk; open the page through a server, or put the quiz into the page`);
    }
    await after(REPORT);
    if (policy) {
      throw fault(`${kind}-blocked`, `the page's security policy (${policy}) does not allow ${url}`);
    }
    if (init && !status && (await is_there(url))) {
      throw fault("wasm-changed", `${url} is not from this script's release`);
    }
    throw fault(`${kind}-unreachable`, `${url}: ${error.message}${navigator.onLine ? "" : " (offline)"}`);
  } finally {
    clearTimeout(timer);
    document.removeEventListener("securitypolicyviolation", hear);
  }
  if (status !== true) {
    throw fault(`${kind}-unreachable`, `${url} answered ${status}`);
  }
  return new Blob(pieces);
};
