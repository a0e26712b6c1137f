// Finds a link to a quiz in the page's address, and reports when a visitor opens another one. It must never know what a
// code means.

export const linked = () => (/career-matcher/i.test(location.hash) ? location.hash : undefined);

// A visitor may open a link while the page is already open. The same link again changes nothing: a visitor who has
// continued since then keeps the present state.
let followed = linked();
export const onLink = (act) => {
  const hear = () => {
    const link = linked();
    if (link && link !== followed) {
      followed = link;
      act();
    }
  };
  addEventListener("hashchange", hear);
  addEventListener("popstate", hear);
  globalThis.navigation?.addEventListener("currententrychange", hear);
};
