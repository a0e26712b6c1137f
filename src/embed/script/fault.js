// What can go wrong, by a stable code, and the line that tells the site's owner.

import { BASE, NAME } from "./place.js";

export const fault = (code, message) => Object.assign(new Error(message), { code });

export const help = (code) => new URL(`problems.md#${code}`, BASE).href;

export const line = (code, message) => `${NAME} [${code}] ${message}\nsee ${help(code)}`;
