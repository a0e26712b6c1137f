// Finds a link to a quiz in the page's address, and tells when another one is opened. It must never know what a code
// means.

export const linked = () => (/career-matcher/i.test(location.hash) ? location.hash : undefined);

// When a link is opened in a page that is already open. The same link again changes nothing: a visitor who has gone on
// since stays there.
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
