// Types of <career-matcher> for React, which since version 19 keeps JSX to itself. Needs `@types/react`.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { CareerMatcherElement, CareerMatcherProps } from "./career-matcher.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "career-matcher": DetailedHTMLProps<HTMLAttributes<CareerMatcherElement>, CareerMatcherElement> & CareerMatcherProps;
    }
  }
}
