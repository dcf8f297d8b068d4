/** The map by keyboard: markers answer as buttons do, Tab takes them from north to south, and focus is never lost. */

import L from "leaflet";

import { gettext } from "./language.js";

/**
 * @param {HTMLElement} canvas
 * @param {L.Map} map
 * @param {L.MarkerClusterGroup} clusters
 * @param {() => void} settle what to do once the map has come to rest
 */
export function followKeyboard(canvas, map, clusters, settle) {
  canvas.addEventListener("keydown", (event) => {
    const icon = event.target instanceof Element ? event.target.closest(".leaflet-marker-icon") : null;
    if (event.key === "Escape") {
      map.closePopup();
    } else if (icon instanceof HTMLElement && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault(); // the library listens to Enter only, and to key presses, which phones do not send
      icon.click();
    }
  });
  map.on("popupopen", ({ popup }) => {
    const telling = popup.getElement();
    telling?.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", gettext("Close popup"));
    telling?.querySelector("a")?.focus();
  });
  map.on("popupclose", ({ popup }) => {
    const lost = document.activeElement === document.body || popup.getElement()?.contains(document.activeElement);
    if (lost) focusOn(popupOwner(popup));
  });
  clusters.on("clusterclick", ({ propagatedFrom: cluster }) => {
    const [first] = cluster.getAllChildMarkers();
    canvas.focus({ preventScroll: true });
    clusters.once("animationend spiderfied", () => focusOn(clusters.getVisibleParent(first)));
  });
  const rest = () => {
    inOrder(map);
    settle();
  };
  map.on("moveend", rest);
  clusters.on("animationend spiderfied unspiderfied", rest);
  inOrder(map);
}

/** Puts marks in the order in which they are read: from north to south. Moving one would take its focus, so it stays. @param {L.Map} map */
function inOrder(map) {
  const pane = map.getPane("markerPane");
  /** @type {{element: HTMLElement, position: L.LatLng}[]} */
  const marks = [];
  map.eachLayer((layer) => {
    const element = layer instanceof L.Marker ? layer.getElement() : undefined;
    if (layer instanceof L.Marker && element && element.parentElement === pane) {
      marks.push({ element, position: layer.getLatLng() });
    }
  });
  marks.sort(({ position: one }, { position: other }) => other.lat - one.lat || one.lng - other.lng);
  const elements = marks.map(({ element }) => element);
  const focused = elements.findIndex((element) => element === document.activeElement);
  if (focused < 0) {
    pane?.append(...elements);
  } else {
    elements[focused].before(...elements.slice(0, focused));
    elements[focused].after(...elements.slice(focused + 1));
  }
}

/** @param {L.Popup} popup @returns {L.Marker | undefined} */
function popupOwner(popup) {
  return /** @type {any} */ (popup)._source; // has no public name until the next major version
}

/** @param {L.Marker | null | undefined} drawn */
function focusOn(drawn) {
  drawn?.getElement()?.focus({ preventScroll: true });
}
