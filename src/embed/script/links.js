// Links in the page's address: whether there may be one, and when another one comes. It must never know what a code means.

export const linked = () => (/career-matcher/i.test(location.hash) ? location.hash : undefined);

// A link that is opened in a page that is there already. Back at the same link, who has gone on since stays there.
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
