// Keeps a series of clicks, and a key that is held down, to the screen on which it began: the second click of a double
// click must not answer what the first one opened. It must never know what a screen is for.

const DOUBLE = 350; // milliseconds within which two taps are one series; a mouse's clicks are counted by the browser

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
