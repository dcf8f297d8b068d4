/** What lies under the marks: the land, walks around hubs, and the names of places, as many as there is room for. */

import L from "leaflet";

import { make } from "./elements.js";

/** @typedef {import("./hub-map.js").HubAt} HubAt @typedef {import("./hub-map.js").PlaceAt} PlaceAt */

const WALK_METRES = 1200;
const MOST_WALKS = 40; // as many as the drawing shows
const MOST_NAMES = 60; // looked at for one view, wider places first
const LARGEST_NAMES = 2;

/**
 * Draws the ground. `settle` brings the names to what is in view.
 *
 * @param {L.Map} map
 * @param {{hubs: HubAt[], places: PlaceAt[], outlines: L.LatLng[][][], middle: string | undefined}} shown
 */
export function drawGround(map, { hubs, places, outlines, middle }) {
  map.createPane("land");
  map.createPane("places");
  const land = { className: "hub-map__land", interactive: false, pane: "land" };
  for (const rings of outlines) L.polygon(rings, land).addTo(map);
  const walk = { className: "hub-map__walk", interactive: false, radius: WALK_METRES, stroke: false };
  const centre = hubs.filter(({ hub }) => hub.slug === middle);
  const around = centre.length > 0 ? centre : hubs;
  if (around.length <= MOST_WALKS) for (const { position } of around) L.circle(position, walk).addTo(map);

  const widest = Math.min(...places.map(({ size }) => size));
  const named = [...places].sort((one, other) => one.size - other.size);
  const names = L.layerGroup().addTo(map);
  return {
    settle() {
      names.clearLayers();
      const view = map.getBounds();
      for (const place of named.filter(({ position }) => view.contains(position)).slice(0, MOST_NAMES)) {
        names.addLayer(nameOf(place, Math.min(place.size - widest, LARGEST_NAMES)));
      }
    },
  };
}

/** @param {PlaceAt} place @param {number} size */
function nameOf({ name, position }, size) {
  const words = make("span", { class: `hub-map__place-name hub-map__place-name--${size}`, "aria-hidden": "true" }, name);
  const icon = L.divIcon({ className: "hub-map__place-at", html: words, iconSize: [0, 0] });
  return L.marker(position, { icon, interactive: false, keyboard: false, pane: "places" });
}
