// A card that can be dragged onto one of two choices, by finger, pen or mouse. Buttons and keys do the same.
//
// Loaded for quizzes with such cards. It moves the element with `cm-drag`; releasing it clicks a choice. It must never
// know what an answer is.

const LIFT = 8; // pixels after which a press is a drag, not a click
const ENOUGH = 80; // pixels after which releasing is an answer

// The choice on the side of the drag, if the drag is long enough.
const towards = (area, off) => {
  const choices = [...area.closest("form").querySelectorAll(".cm-choice")];
  const middle = ({ left, width }) => left + width / 2;
  const [first, second] = choices.map((choice) => middle(choice.getBoundingClientRect()));
  return Math.abs(off) < ENOUGH ? undefined : choices[off > 0 === first > second ? 0 : 1];
};

const known = new WeakSet();

export const drag = (container) => {
  if (known.has(container)) {
    return;
  }
  known.add(container);
  let grip;
  // Through the CSSOM: strict policies block `style` attributes.
  const place = ({ area }, off, choice) => {
    area.style.setProperty("--cm-off", off ? `${off}px` : "0");
    area.closest("form").querySelectorAll(".cm-choice").forEach((it) => {
      it.classList.toggle("cm-leaning", it === choice);
    });
  };
  const end = ({ pointerId, clientX, type }) => {
    if (grip?.pointerId !== pointerId) {
      return;
    }
    const { area, x, lifted } = grip;
    const choice = lifted && area.isConnected && type === "pointerup" && towards(area, clientX - x);
    area.isConnected && place(grip, 0);
    grip = undefined;
    // `detail` is 1, as for the click of a finger.
    choice && choice.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 }));
  };
  container.addEventListener("pointerdown", ({ target, isPrimary, button, pointerId, clientX }) => {
    const area = isPrimary && button === 0 && target.closest(".cm-drag");
    grip = area ? { area, pointerId, x: clientX, lifted: false } : undefined;
  });
  container.addEventListener("pointermove", ({ pointerId, clientX }) => {
    if (grip?.pointerId !== pointerId || !grip.area.isConnected) {
      return;
    }
    const off = Math.round(clientX - grip.x);
    if (!grip.lifted && Math.abs(off) > LIFT) {
      grip.lifted = true;
      // Without pointer capture a fast drag may be lost; the card then springs back.
      grip.area.setPointerCapture(pointerId);
    }
    grip.lifted && place(grip, off, towards(grip.area, off));
  });
  container.addEventListener("pointerup", end);
  container.addEventListener("pointercancel", end);
};
