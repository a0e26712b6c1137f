// A Vue app: the config is a property, an event sets state, a switch removes the widget.
import { createApp, h, ref, shallowRef } from "vue";

createApp({
  setup() {
    const config = shallowRef(window.__config);
    const shown = ref(true);
    const career = ref("nobody yet");
    return () => h("div", [
      h("p", { id: "heard" }, career.value),
      h("button", { id: "away", onClick: () => (shown.value = !shown.value) }, "Away and back"),
      h("button", { id: "other", onClick: () => (config.value = { ...config.value, title: "Another", cards: config.value.cards.slice(1) }) }, "Another quiz"),
      shown.value && h("career-matcher", {
        ".config": config.value, class: "widget", "heading-level": 3,
        "onCareer-matcher-complete": ({ detail }) => (career.value = detail.ranking[0].career),
      }),
    ]);
  },
}).mount("#app");
