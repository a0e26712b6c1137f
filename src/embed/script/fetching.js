// Files from the network: what comes in time and is what it should be, or a fault that says what to do.

import { fault } from "./fault.js";

const PATIENCE = 10_000; // milliseconds without a byte after which nothing more is expected

// The bytes at an address. `kind` is the first half of the code for what goes wrong.
export const fetched = async (kind, url, init) => {
  const control = new AbortController();
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => control.abort(), PATIENCE);
  };
  // Only a policy's own event tells that it was a policy.
  let blocked;
  const hear = ({ blockedURI, effectiveDirective }) => {
    blocked ??= url.href.startsWith(blockedURI) && effectiveDirective;
  };
  document.addEventListener("securitypolicyviolation", hear);
  try {
    wait();
    const response = await fetch(url, { ...init, signal: control.signal });
    if (!response.ok) {
      throw fault(`${kind}-unreachable`, `${url} answered ${response.status}`);
    }
    const pieces = [];
    const reader = response.body?.getReader();
    for (let piece = {}; reader && !piece.done; piece = await reader.read()) {
      wait();
      piece.value && pieces.push(piece.value);
    }
    return new Blob(pieces);
  } catch (error) {
    if (error.code && error.name === "Error") {
      throw error;
    }
    if (control.signal.aborted) {
      throw fault(`${kind}-stalled`, `nothing came from ${url} for ${PATIENCE / 1000} s`);
    }
    await 0; // the policy's event comes after its error
    if (blocked) {
      throw fault(`${kind}-blocked`, `the page's security policy (${blocked}) does not allow ${url}`);
    }
    if (init?.integrity && (await fetch(url).then(({ ok }) => ok, () => false))) {
      throw fault("wasm-changed", `${url} is not the file that this script was released with`);
    }
    throw fault(`${kind}-unreachable`, `${url}: ${error.message}${navigator.onLine ? "" : " (offline)"}`);
  } finally {
    clearTimeout(timer);
    document.removeEventListener("securitypolicyviolation", hear);
  }
};
