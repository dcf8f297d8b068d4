/**
 * The way that somebody has taken through the kiosk. The browser's own history never has more than the start and the
 * view that is shown, so that nothing is left of the way once it is forgotten; the device's Back goes one step back.
 */

/** @typedef {{route: string, scrolled: number}} Step */

/**
 * @param {(route: string, back: {from: string, scrolled: number} | null) => void} show `back` says where somebody came
 *   back from, and how far the view was scrolled
 */
export function trail(show) {
  /** @type {Step[]} */
  let steps = [{ route: "", scrolled: 0 }];
  let ahead = false; // whether the browser has an entry of ours after the first
  let elsewhere = ""; // where the kiosk is about to go on
  const start = location.pathname + location.search;
  const here = () => steps[steps.length - 1];

  const tell = () => {
    const address = here().route ? `#/${here().route}` : start;
    if (ahead) history.replaceState("step", "", address);
    else history.pushState("step", "", address); // which also drops what Back has just left
    ahead = true;
  };
  const go = (/** @type {string} */ route) => {
    if (route === here().route) return;
    here().scrolled = scrollY;
    steps = route ? [...steps, { route, scrolled: 0 }] : [{ route, scrolled: 0 }];
    tell();
    show(route, null);
  };
  const back = () => {
    const from = here().route;
    if (steps.length > 1) steps.pop();
    tell();
    show(here().route, { from, scrolled: here().scrolled });
  };

  history.scrollRestoration = "manual";
  const asked = routeOf(location.hash);
  history.replaceState("start", "", start);
  addEventListener("popstate", ({ state }) => {
    if (elsewhere) {
      location.replace(elsewhere);
    } else if (state === "start") {
      ahead = false;
      back();
    } else {
      go(routeOf(location.hash));
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link) return;
    const address = link.getAttribute("href") ?? "";
    if (!address.startsWith("?")) event.preventDefault(); // no way out, whatever the link
    if (address.startsWith("#/")) go(routeOf(address));
  });
  for (const way of ["auxclick", "contextmenu", "dragstart"]) {
    document.addEventListener(way, (event) => event.preventDefault()); // new windows, and what a menu would search for
  }
  return {
    go,
    back,
    /** Forget all of it. */
    forget: () => {
      steps = [{ route: "", scrolled: 0 }];
      tell();
      show("", null);
    },
    /**
     * Go on at another page of the kiosk, which takes the place of this one.
     *
     * @param {string} page its address, without a query
     * @param {string} route what to show there
     */
    moveTo: (page, route) => {
      if (elsewhere) return;
      elsewhere = page + location.search + (route && `#/${route}`);
      if (ahead) history.back();
      else location.replace(elsewhere);
    },
    begin: () => (asked ? go(asked) : show("", null)),
  };
}

/** @param {string} hash such as #/hub/old-mill */
function routeOf(hash) {
  return hash.replace(/^#\/?/, "");
}
