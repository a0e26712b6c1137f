// What `career-matcher.inline.js` makes known is the same; it exports nothing, and is imported for its effect.

export * from "./career-matcher.js";
