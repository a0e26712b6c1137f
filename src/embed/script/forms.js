// Forms inside a sandboxed frame.

// A sandboxed frame may not send forms, and then some browsers don't even tell that one would be sent.
export const submitted = (form) => {
  let heard;
  form?.addEventListener("submit", () => (heard = true), { once: true });
  form && setTimeout(() => heard || form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
};
