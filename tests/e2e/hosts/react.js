// A React app: strict mode mounts twice, the config is a property, an event sets state, a switch removes the widget.
import { StrictMode, createElement as h, useState } from "react";
import { createRoot } from "react-dom/client";

const App = () => {
  const [config, setConfig] = useState(window.__config);
  const [shown, setShown] = useState(true);
  const [career, setCareer] = useState("nobody yet");
  return h("div", null,
    h("p", { id: "heard" }, career),
    h("button", { id: "away", onClick: () => setShown(!shown) }, "Away and back"),
    h("button", { id: "other", onClick: () => setConfig({ ...config, title: "Another", cards: config.cards.slice(1) }) }, "Another quiz"),
    shown && h("career-matcher", {
      config: window.__text ? JSON.stringify(config) : config, class: "widget", "heading-level": 3,
      "oncareer-matcher-complete": ({ detail }) => setCareer(detail.ranking[0].career),
    }));
};

createRoot(document.querySelector("#app")).render(h(StrictMode, null, h(App)));
