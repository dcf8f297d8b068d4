/**
 * Decides when the drawn map of hubs becomes one that moves. That one, with Leaflet, is loaded only then, from
 * `data-script`; streets only once the reader asks for them.
 */

import { gettext } from "./language.js";

const SMALL_SCREEN = "(max-width: 40.0525rem)";
const NEAR = "300px";

/** @typedef {Awaited<ReturnType<typeof import("./hub-map.js").drawHubs>>} Drawn */

/**
 * Starts on a drawn map. On a large screen the one that moves is put in its place when it comes near the view. On a small
 * one, where `data-on-request` says so, or where the reader saves data, it waits for its button: the drawing and its list
 * say all that it says. `data-state` becomes waiting, ready or failed, for the styles.
 *
 * @param {HTMLElement} element
 */
export function start(element) {
  const button = part(element, "[data-map-open]");
  const streets = part(element, "[data-map-streets]");
  const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
  const waits = matchMedia(SMALL_SCREEN).matches || connection?.saveData || "onRequest" in element.dataset;
  /** @type {Promise<Drawn | null> | undefined} */
  let drawing;
  const drawn = () => (drawing ??= draw(element));

  button?.addEventListener("click", async () => {
    const opened = drawing !== undefined;
    const map = await drawn();
    say(button);
    if (opened) map?.showWhole();
    else map?.focus();
  });
  streets?.addEventListener("click", async () => {
    const map = await drawn();
    if (button) say(button);
    if (map) streets.textContent = (await map.toggleStreets()) ? say(streets) : streets.dataset.first ?? "";
  });
  if (!waits) {
    if (button) say(button);
    whenNear(element, drawn);
  }
  element.dataset.state = "waiting";
}

/** @param {HTMLElement} element @param {string} selector @returns {HTMLElement | null} */
function part(element, selector) {
  return element.querySelector(selector);
}

/** Says what a button does once its map is there; returns the words. @param {HTMLElement} button */
function say(button) {
  button.dataset.first ??= button.textContent ?? "";
  button.textContent = button.dataset.then ?? "";
  return button.textContent;
}

/** @param {HTMLElement} element @param {() => unknown} then */
function whenNear(element, then) {
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry.isIntersecting) return;
      observer.disconnect();
      then();
    },
    { rootMargin: NEAR },
  );
  observer.observe(element);
}

/** @param {HTMLElement} element @returns {Promise<Drawn | null>} */
async function draw(element) {
  try {
    /** @type {Promise<typeof import("./hub-map.js")>} */
    const script = import(new URL(element.dataset.script ?? "", document.baseURI).href);
    await styles(element.dataset.styles ?? "");
    const { drawHubs } = await script;
    const drawn = await drawHubs(element);
    element.dataset.state = "ready";
    return drawn;
  } catch {
    element.dataset.state = "failed";
    const sorry = document.createElement("p");
    sorry.className = "govuk-body";
    sorry.setAttribute("role", "status");
    sorry.textContent = gettext("The map that moves could not be loaded. The one above shows the same.");
    element.append(sorry);
    return null;
  }
}

/** Loads a style sheet and waits for it. @param {string} href */
function styles(href) {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  document.head.append(link);
  return new Promise((loaded, failed) => {
    link.addEventListener("load", loaded);
    link.addEventListener("error", failed);
  });
}
