/** Decides when the map of hubs is drawn. The map itself, with Leaflet, is loaded only then, from `data-script`. */

const SMALL_SCREEN = "(max-width: 40.0525rem)";
const NEAR = "300px";

/**
 * Starts on an empty element, `hidden` until now. On a large screen the map is drawn when it comes near the view. On a
 * small one, or where the reader saves data, it waits behind a button: the list says all that the map says.
 * `data-state` becomes waiting, ready or failed, for the styles.
 *
 * @param {HTMLElement} element
 */
export function start(element) {
  element.classList.add("hub-map");
  element.dataset.state = "waiting";
  element.hidden = false;
  const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
  if (matchMedia(SMALL_SCREEN).matches || connection?.saveData) {
    offer(element);
  } else {
    drawWhenNear(element);
  }
}

/** @param {HTMLElement} element */
function offer(element) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary hub-map__show";
  button.textContent = "Show the map";
  button.addEventListener("click", async () => {
    button.disabled = true;
    await draw(element, { focus: true });
    button.remove();
  });
  element.append(button);
}

/** @param {HTMLElement} element */
function drawWhenNear(element) {
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry.isIntersecting) return;
      observer.disconnect();
      draw(element);
    },
    { rootMargin: NEAR },
  );
  observer.observe(element);
}

/** @param {HTMLElement} element @param {{focus?: boolean}} [options] */
async function draw(element, options) {
  try {
    /** @type {typeof import("./hub-map.js")} */
    const { drawHubs } = await import(new URL(element.dataset.script ?? "", document.baseURI).href);
    await drawHubs(element, options);
    element.dataset.state = "ready";
  } catch {
    element.dataset.state = "failed";
    const sorry = document.createElement("p");
    sorry.className = "govuk-body";
    sorry.setAttribute("role", "status");
    sorry.textContent = "The map could not be loaded. Everything on it is in the list.";
    element.append(sorry);
  }
}
