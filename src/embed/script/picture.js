// Draws a result as a picture from the words on the screen, for sharing.
//
// It shows careers and how well they fit, if the quiz shows that, and never an answer.

const WIDTH = 1080;
const HEIGHT = 1350;
const PAD = 96;
const LINE = 1.2;

const words = (element) => element?.textContent.trim() ?? "";

// Breaks a text into lines that fit; shortens the last line.
const lines = (context, text, most) => {
  const all = [];
  for (const word of text.split(/\s+/)) {
    const longer = all.length ? `${all.at(-1)} ${word}` : word;
    if (all.length && context.measureText(longer).width <= WIDTH - 2 * PAD) {
      all[all.length - 1] = longer;
    } else {
      all.push(word);
    }
  }
  const cut = all.slice(0, most).map((line) => {
    let [...letters] = line;
    while (context.measureText(letters.join("")).width > WIDTH - 2 * PAD) {
      letters = [...letters.slice(0, -2), "…"];
    }
    return letters.join("");
  });
  if (all.length > most) {
    cut[most - 1] += " …";
  }
  return cut;
};

export const picture = (button) => {
  const result = button.closest(".cm-outcome");
  const style = getComputedStyle(result);
  const stage = getComputedStyle(result.closest(".cm"));
  const rtl = style.direction === "rtl";
  // A colour as the browser draws it, whatever tokens it comes from.
  const colour = (selector, property) => {
    const element = result.querySelector(selector);
    return element ? getComputedStyle(element)[property] : style.color;
  };
  const mark = colour(".cm-share", "color");
  const soft = colour(".cm-small", "color");

  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext("2d");
  context.fillStyle = stage.backgroundColor;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  const glow = context.createLinearGradient(0, 0, 0, HEIGHT / 2);
  glow.addColorStop(0, mark);
  glow.addColorStop(1, stage.backgroundColor);
  context.globalAlpha = 0.16;
  context.fillStyle = glow;
  context.fillRect(0, 0, WIDTH, HEIGHT / 2);
  context.globalAlpha = 1;
  context.direction = rtl ? "rtl" : "ltr";
  context.textBaseline = "top";

  let y = PAD;
  const side = rtl ? WIDTH - PAD : PAD;
  const write = (text, size, weight, fill, most = 1) => {
    context.font = `${weight} ${size}px ${style.fontFamily}`;
    context.fillStyle = fill;
    for (const line of lines(context, text, most)) {
      context.fillText(line, side, y);
      y += size * LINE;
    }
  };
  // No bar if the quiz does not show how well a career fits.
  const bar = (progress, height) => {
    if (!progress) {
      return;
    }
    const share = Math.min(Math.max(progress.value, 0), 100) / 100;
    const whole = WIDTH - 2 * PAD;
    const fill = (width, paint, alpha) => {
      context.globalAlpha = alpha;
      context.fillStyle = paint;
      context.beginPath();
      context.roundRect?.(rtl ? WIDTH - PAD - width : PAD, y, width, height, height / 2);
      context.fill();
      context.globalAlpha = 1;
    };
    fill(whole, soft, 0.25);
    fill(Math.max(whole * share, height), mark, 1);
    y += height;
  };
  const space = (height) => (y += height);

  write(button.dataset.picture, 40, 400, soft, 2);
  space(64);
  write(words(result.querySelector(".cm-eyebrow")), 44, 600, mark);
  space(20);
  const all = [...result.querySelectorAll(".cm-winner")];
  const winners = all.slice(0, 3);
  for (const winner of winners) {
    const share = words(winner.querySelector(".cm-share"));
    write(words(winner.querySelector(".cm-title")), winners.length > 1 ? 64 : 104, 700, style.color, 3);
    space(24);
    write(share, 52, 600, mark);
    space(12);
    bar(winner.querySelector(".cm-match > progress"), 24);
    space(40);
  }
  all.length > winners.length && write("…", 52, 600, mark);
  space(40);
  for (const other of [...result.querySelectorAll(".cm-other")].slice(0, 3)) {
    if (y > HEIGHT - 3 * PAD) {
      break;
    }
    const told = [".cm-name", ".cm-share"].map((it) => words(other.querySelector(it))).filter(Boolean);
    write(told.join("  ·  "), 40, 500, style.color);
    space(12);
    bar(other.querySelector("summary > progress"), 12);
    space(36);
  }
  y = HEIGHT - PAD - 40;
  write(location.host, 36, 400, soft);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
};
