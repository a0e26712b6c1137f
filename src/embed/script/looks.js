// Converts a config's theme to the tokens of `styles/tokens.css`, and loads the stylesheet of pictures, icons and
// number keys. Loaded for configs that use any of them.
//
// The page's own CSS has priority, because these declarations are for `:host`. An invalid CSS value is left out and
// reported.

const PRESETS = {
  calm: {},
  crisp: { "--cm-radius": "2px", "--cm-corner": "2px", "--cm-line": "#767d8a", "--cm-bar": "4px", "--cm-bold": "700" },
  soft: {
    "--cm-radius": "32px",
    "--cm-corner": "24px",
    "--cm-surface": "#f6f4fb",
    "--cm-line": "#d9d4e6",
    "--cm-soft": "#5d5870",
    "--cm-pad": "24px",
    "--cm-gap-s": "10px",
  },
  bold: {
    "--cm-text-prompt": "1.625em",
    "--cm-text-title": "2em",
    "--cm-text-hero": "2.75em",
    "--cm-bold": "800",
    "--cm-border": "2px",
    "--cm-ring": "3px",
    "--cm-bar": "10px",
    "--cm-row": "64px",
  },
};
const DARK = {
  crisp: { "--cm-line": "#7d8696" },
  soft: { "--cm-surface": "#1d1a26", "--cm-line": "#3b3549", "--cm-soft": "#b3adc4" },
};
const ROOM = { "--cm-gap-xs": 4, "--cm-gap-s": 8, "--cm-gap": 16, "--cm-gap-l": 24, "--cm-pad": 20, "--cm-pad-wide": 36, "--cm-row": 58 };
const DENSITIES = { compact: 0.8, roomy: 1.2 };
const COLOURS = ["accent", "surface", "ink", "soft", "line", "alert"];

const HEX = /^#(?:[\da-f]{3}){1,2}$/i;

// Black or white, whichever is readable on a colour (WCAG 2.2, relative luminance).
const on = (hex) => {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g);
  const [r, g, b] = digits.map((it) => {
    const channel = Number.parseInt(it, 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#000" : "#fff";
};

const css = {{css}};

// The full parser reports invalid JSON.
const themeOf = (text) => {
  try {
    return Object(Object(JSON.parse(text)).theme);
  } catch {
    return {};
  }
};

const sheet = (tokens) => Object.entries(tokens).map(([name, value]) => `${name}:${value};`).join("");

// The declarations for `:host` in light and dark mode, the mode, and the fields with invalid values.
export const look = (text) => {
  const theme = themeOf(text);
  const wrong = [];
  const palette = (colours, path) => {
    const tokens = {};
    for (const name of COLOURS.filter((name) => colours?.[name] != null)) {
      const colour = String(colours[name]);
      if (!HEX.test(colour)) {
        wrong.push([path + name, colour]);
        continue;
      }
      tokens[`--cm-${name}`] = colour;
      // Where the browser supports it, the stylesheet computes this colour, also from the page's own accent.
      name === "accent" && !CSS.supports("color", "oklch(from red l c h)") && (tokens["--cm-on-accent"] = on(colour));
    }
    return tokens;
  };
  const light = { ...PRESETS[theme.preset] };
  const factor = DENSITIES[theme.density] ?? 1;
  if (factor !== 1) {
    Object.entries(ROOM).forEach(([name, pixels]) => (light[name] = `${Math.round(pixels * factor)}px`));
  }
  if (theme.radius >= 0 && theme.radius <= 40) {
    light["--cm-radius"] = `${theme.radius}px`;
    light["--cm-corner"] = `${Math.round(theme.radius * 0.6)}px`;
  }
  for (const [field, token] of [["font", "--cm-font"], ["headingFont", "--cm-heading-font"]]) {
    const font = theme[field];
    if (font != null) {
      const fine = !/[;{}]/.test(font) && CSS.supports("font-family", font);
      fine ? (light[token] = font) : wrong.push([field, font]);
    }
  }
  Object.assign(light, palette(theme, ""));
  const dark = { ...DARK[theme.preset], ...palette(theme.dark, "dark.") };
  return { css, mode: theme.mode, light: sheet(light), dark: sheet(dark), wrong };
};
