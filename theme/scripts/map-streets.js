/** Streets, from the source that the network names, and only once a reader has asked. Nothing remembers that they did. */

import L from "leaflet";

import { siteAddress } from "./addresses.js";
import { make } from "./elements.js";
import { gettext } from "./language.js";

/** @typedef {{url: string, attribution: string, attributionUrl: string | null, maxZoom: number}} Source */

/**
 * Gives what shows streets and hides them again, and then says whether they are shown.
 *
 * @param {HTMLElement} element the map with its `data-streets`, and for an archive its scripts
 * @param {HTMLElement} canvas
 * @param {L.Map} map
 * @returns {() => Promise<boolean>}
 */
export function streetsOn(element, canvas, map) {
  /** @type {L.GridLayer | undefined} */
  let layer;
  /** @type {Source} */
  const source = JSON.parse(element.dataset.streets ?? "{}");
  const credit = creditOf(source);
  const sorry = make("p", { class: "hub-map__told", role: "status" });
  element.querySelector(".hub-map__tools")?.append(sorry);

  return async () => {
    if (layer && map.hasLayer(layer)) {
      layer.remove();
      credit.remove();
      delete canvas.dataset.streets;
      return false;
    }
    sorry.textContent = "";
    try {
      layer ??= watched(await layerOf(source, element.dataset), () => {
        sorry.textContent = gettext("Some streets could not be loaded. The hubs are still shown.");
      });
    } catch {
      sorry.textContent = gettext("The streets could not be loaded. The hubs are still shown.");
      return false;
    }
    layer.addTo(map);
    credit.addTo(map);
    canvas.dataset.streets = "shown";
    return true;
  };
}

/** @param {Source} source @param {DOMStringMap} data @returns {Promise<L.GridLayer>} */
async function layerOf(source, data) {
  const address = source.url.startsWith("/") ? siteAddress(source.url) : source.url;
  if (!data.archiveScript) {
    // OpenStreetMap's servers refuse who does not say where they come from.
    return L.tileLayer(address, { maxZoom: 22, maxNativeZoom: source.maxZoom, referrerPolicy: "origin" });
  }
  /** @type {typeof import("./archive-map.js")} */
  const { archiveLayer } = await import(scriptAt(data.archiveScript));
  return archiveLayer(L, address, () => import(scriptAt(data.vectorScript)));
}

/** @param {string | undefined} address as the page links to it */
function scriptAt(address) {
  return new URL(address ?? "", document.baseURI).href;
}

/** @param {L.GridLayer} layer @param {() => void} trouble what to do when a piece does not come */
function watched(layer, trouble) {
  layer.on("tileerror", trouble);
  return layer;
}

/** Whose the streets are, as their licence asks. @param {Source} source */
function creditOf({ attribution, attributionUrl }) {
  const control = new L.Control({ position: "bottomright" });
  control.onAdd = () => {
    const words = attributionUrl ? make("a", { class: "govuk-link", href: attributionUrl }, attribution) : attribution;
    return make("div", { class: "hub-map__source" }, words);
  };
  return control;
}
