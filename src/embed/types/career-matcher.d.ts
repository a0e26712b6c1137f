// Types of <career-matcher>, for TypeScript and for JSX that is declared for all; `career-matcher.react.d.ts` has React's.

/** The screen that a visitor sees, and all answers so far, by card id. */
export interface CareerMatcherState {
  screen: "intro" | "card" | "result";
  /** The id of the shown card. */
  card: string | null;
  /** Ids of options, `1` to `N` of a scale, `like` or `pass`; none for "not sure". */
  answers: Record<string, string[]>;
  /** The same as a short code, as links carry it. */
  code: string;
}

export interface CareerMatcherEventDetails {
  /** The quiz is on the page and can be used: its intro, its first card, or the place where a visitor continues. */
  "career-matcher-ready": Record<string, never>;
  /** The visitor left the intro or gave the first answer. */
  "career-matcher-start": Record<string, never>;
  /** A card is shown. */
  "career-matcher-step": { card: string; number: number; of: number };
  /** An answer was given, or changed on the result: ids of options, `1` to `N` of a scale, `like` or `pass`; none for "not sure". */
  "career-matcher-answer": { card: string; answer: string[] };
  /** The visitor went back to a card. */
  "career-matcher-back": { card: string };
  /** The result is shown, or changed with an answer: all careers with their match (0 to 1), best first, and all answers. `first` is true once for each visitor, however often the result changes or is shown again: count those. `nothing` says that no answer counts for any career: the ranking is not a recommendation. */
  "career-matcher-complete": { ranking: { career: string; match: number }[]; answers: Record<string, string[]>; first: boolean; nothing: boolean };
  /** A call to action was followed. `preventDefault()` keeps the visitor on the page. */
  "career-matcher-cta": { career: string; href: string };
  /** The quiz can't be played, or started again after a fault. */
  "career-matcher-error": { code: string; message: string };
}

export interface CareerMatcherElement extends HTMLElement {
  /** The quiz as an object or as JSON text, or its address, relative to the page; wins over every other source. */
  config: object | string | null | undefined;
  /** The same as setting `config`. */
  setConfig(config: object | string | null | undefined): void;
  /** Forgets every answer and begins again. */
  restart(): void;
  /** Goes to a card that has come up before, by its id. The answers stay. */
  goTo(card: string): void;
  /** Where the visitor is; `null` before the first card is there. */
  getState(): CareerMatcherState | null;
}

export interface CareerMatcherAttributes {
  /** The address of the quiz, or the quiz itself as JSON text. Default: the quiz that ships along. */
  config?: string;
  /** Where each career's first button leads; `{career}` (or `%7Bcareer%7D`) becomes the career's id. */
  "cta-url"?: string;
  /** The folder of the release's files, where the script was moved away from them. */
  files?: string;
  /** `light`, `dark` or `auto`; wins over the config. */
  theme?: "light" | "dark" | "auto";
  /** How deep the widget's headings stand in the page's outline, 1 to 4. Default: 2. */
  "heading-level"?: "1" | "2" | "3" | "4" | 1 | 2 | 3 | 4;
  /** The language to speak, where the quiz has it. Default: the page's, then the browser's. */
  lang?: string;
  /** Something that the page knows of its visitor, for `{field:…}` in texts and for links. */
  [field: `data-field-${string}`]: string | undefined;
}

/** What JSX may say: the attributes, a quiz as a property, and what to do on an event. */
export type CareerMatcherProps = Omit<CareerMatcherAttributes, "config"> & {
  /** The address of the quiz, or the quiz itself as an object or as JSON text. */
  config?: object | string | null;
} & {
  [Name in keyof CareerMatcherEventDetails as `on${Name}`]?: (event: CustomEvent<CareerMatcherEventDetails[Name]>) => void;
};

declare global {
  interface HTMLElementTagNameMap {
    "career-matcher": CareerMatcherElement;
  }

  interface HTMLElementEventMap extends CareerMatcherEvents {}

  namespace JSX {
    interface IntrinsicElements {
      "career-matcher": CareerMatcherProps & Record<string, unknown>;
    }
  }
}

type CareerMatcherEvents = {
  [Name in keyof CareerMatcherEventDetails]: CustomEvent<CareerMatcherEventDetails[Name]>;
};
