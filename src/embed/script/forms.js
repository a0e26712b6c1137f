// Submits forms inside a sandboxed frame.

// A sandboxed frame may not submit forms, and some browsers then fire no `submit` event.
export const submitted = (form) => {
  let heard;
  form?.addEventListener("submit", () => (heard = true), { once: true });
  form && setTimeout(() => heard || form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
};
