// A React app that is rendered on a server (in Node.js this file prints its HTML) and hydrated in the page on demand: a
// `div` and an element with links inside, with listeners by `addEventListener`.
import { createElement as h, useEffect, useRef, useState } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";

const App = () => {
  const [career, setCareer] = useState();
  const [turn, setTurn] = useState(0);
  const quiz = useRef(null);
  useEffect(() => {
    const { current } = quiz;
    const heard = ({ detail }) => setCareer(detail.ranking[0].career);
    setCareer("nobody yet");
    current.addEventListener("career-matcher-complete", heard);
    return () => current.removeEventListener("career-matcher-complete", heard);
  }, [turn]);
  const link = h("a", { href: "/courses" }, "See all our courses");
  return h("section", null,
    h("p", { id: "heard" }, career),
    h("button", { id: "other", onClick: () => setTurn(turn + 1) }, "Another"),
    h("div", { key: turn, ref: quiz, "data-career-matcher": "", "data-config": "quiz.json" }, link),
    h("career-matcher", { config: "quiz.json" }, link));
};

if (typeof document === "undefined") {
  console.log(renderToString(h(App)));
  process.exit(); // React's message channel would keep the process running
} else {
  window.__recovered = [];
  window.__hydrate = () =>
    hydrateRoot(document.querySelector("#app"), h(App), { onRecoverableError: (error) => __recovered.push(String(error)) });
}
