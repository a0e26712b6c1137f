// Keeps a series of clicks, or a key held down, to the screen where it began: the second click of a double click must
// not answer the next card. It must never know what a screen is for.

const DOUBLE = 350; // milliseconds within which two taps are one series; the browser counts a mouse's clicks

export const guard = (root) => {
  let began; // the screen
  let pressed;
  let tapped = false; // twice, by a finger or a pen
  const see = (event) => {
    const { type, detail, repeat, isTrusted, pointerType, timeStamp } = event;
    if (type === "pointerdown") {
      tapped = pointerType !== "mouse" && timeStamp - pressed < DOUBLE;
      pressed = timeStamp;
      return;
    }
    const screen = root.querySelector(".cm-screen");
    if (!repeat && detail < 2 && !(detail && tapped && isTrusted)) {
      began = screen;
    } else if (began !== screen) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  ["pointerdown", "mousedown", "click", "keydown"].forEach((type) => root.addEventListener(type, see, true));
};
