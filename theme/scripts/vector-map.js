/** Draws the shapes of a vector archive (roads, water, names) on canvas. Loaded by archive-map.js where there is one. */

import { leafletLayer } from "protomaps-leaflet";

import { LANGUAGE } from "./language.js";

/**
 * @param {typeof import("leaflet")} L
 * @param {import("pmtiles").PMTiles} archive
 * @param {number} maxZoom
 * @returns {import("leaflet").GridLayer}
 */
export function vectorLayer(L, archive, maxZoom) {
  Object.assign(globalThis, { L }); // where that library looks for it
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const options = { url: archive, flavor: dark ? "dark" : "light", lang: LANGUAGE.split("-")[0], maxDataZoom: maxZoom };
  return /** @type {any} */ (leafletLayer(/** @type {any} */ (options)));
}
