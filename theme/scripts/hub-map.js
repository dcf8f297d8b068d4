/**
 * The map of hubs: Leaflet over the site's own GeoJSON, without tiles. Nothing is asked of anybody else. Loaded on demand
 * by map.js.
 *
 * Everything can be done by keyboard: Tab goes from marker to marker, Enter or Space opens what a marker tells or draws
 * a cluster apart, Escape closes it and returns to the marker.
 */

import L from "leaflet";
import "leaflet.markercluster";

import { siteAddress } from "./addresses.js";
import { make } from "./elements.js";
import { placeNames } from "./map-names.js";

/**
 * A hub in the GeoJSON, as far as the map uses it.
 *
 * @typedef {object} Hub
 * @property {string} slug
 * @property {string} name
 * @property {string} kind_label
 * @property {string} status_label
 * @property {"open" | "coming" | "ended"} shown_as
 * @property {string[]} places the smallest area that it is in comes first
 * @property {string} page its address from the root of the site
 * @property {string | null} [precision]
 */

const ICON = 44; // the smallest target that a thumb hits
const CLUSTER_RADIUS = 80;
const CLOSEST_ZOOM = 17;
const WALK = { metres: 1200, minutes: 15 };
const AROUND_ONE_HUB = 3000; // metres across, so that its walking distance is seen
const AROUND = { padding: L.point(44, 44) };
const PLACES_NAMED = 2; // under a cluster

/**
 * Draws the hubs of `data-points` in the element. `data-list` is the id of the list that says the same, whose items
 * have `data-hub`; `data-only` is the slug of the hub to draw in the middle, with what is around it.
 *
 * @param {HTMLElement} element
 * @param {{focus?: boolean}} [options] whether to move the keyboard's focus to the map
 */
export async function drawHubs(element, { focus = false } = {}) {
  const hubs = await load(element.dataset.points ?? "");
  const list = document.getElementById(element.dataset.list ?? "");
  const middle = element.dataset.only;
  const canvas = make("div", { class: "hub-map__canvas", role: "group", "aria-label": mapName(hubs.length) });
  element.append(...(list ? [wayPast(list)] : []), canvas);

  const map = emptyMap(canvas);
  /** @type {Map<L.Layer, Hub>} */
  const clustered = new Map();
  const clusters = clusterGroup(clustered);
  const centre = hubs.filter(({ hub }) => hub.slug === middle);
  walkingDistances(centre.length > 0 ? centre : hubs).addTo(map);
  for (const { hub, position } of hubs) {
    const drawn = marker(hub, position, { list, middle: hub.slug === middle });
    if (hub.slug === middle) drawn.addTo(map);
    else clustered.set(drawn, hub);
  }
  clusters.addLayers([...clustered.keys()]);
  map.addLayer(clusters);
  show(map, hubs, centre[0]);
  followKeyboard(canvas, map, clusters);
  map.on("moveend", () => placeNames(canvas));
  clusters.on("animationend spiderfied unspiderfied", () => placeNames(canvas));
  placeNames(canvas);
  element.append(legend(hubs.map(({ hub }) => hub), middle));
  if (focus) canvas.focus();
}

/** @param {string} address @returns {Promise<{hub: Hub, position: L.LatLng}[]>} */
async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const { features } = await answer.json();
  return features
    .filter((/** @type {any} */ each) => each.geometry?.type === "Point" && each.properties.shown_as !== "ended")
    .map((/** @type {any} */ each) => ({
      hub: each.properties,
      position: L.latLng(each.geometry.coordinates[1], each.geometry.coordinates[0]),
    }));
}

/** @param {number} count */
function mapName(count) {
  return `Map of ${count} ${count === 1 ? "place" : "places"}. Arrow keys move it, plus and minus zoom.`;
}

/** @param {HTMLElement} list @returns {HTMLElement} a link for those who would rather not go through every marker */
function wayPast(list) {
  return make("a", { class: "govuk-skip-link", href: `#${list.id}` }, "Skip the map, go to the list");
}

/** @param {HTMLElement} canvas */
function emptyMap(canvas) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(canvas, {
    attributionControl: false,
    dragging: !matchMedia("(pointer: coarse)").matches, // one finger scrolls the page, two move the map
    fadeAnimation: !still,
    inertia: !still,
    markerZoomAnimation: !still,
    maxZoom: CLOSEST_ZOOM,
    scrollWheelZoom: false,
    zoomAnimation: !still,
    zoomSnap: 0.25,
  });
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
  L.control.scale({ maxWidth: 120 }).addTo(map);
  return map;
}

/** @param {Map<L.Layer, Hub>} hubOf the hub that each marker stands for */
function clusterGroup(hubOf) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return L.markerClusterGroup({
    animate: !still,
    iconCreateFunction: (cluster) =>
      clusterIcon(cluster.getAllChildMarkers().flatMap((drawn) => hubOf.get(drawn) ?? [])),
    maxClusterRadius: CLUSTER_RADIUS,
    showCoverageOnHover: false,
    spiderLegPolylineOptions: { className: "hub-map__leg", weight: 2 },
  });
}

/** Says how many hubs are close together, and around where. @param {Hub[]} hubs */
function clusterIcon(hubs) {
  const places = [...new Set(hubs.flatMap((hub) => hub.places[0] ?? []))].sort();
  const around = places.length > PLACES_NAMED ? [...places.slice(0, PLACES_NAMED), "…"] : places;
  const content = make("div", {});
  content.append(
    make("span", { class: "hub-map__count" }, String(hubs.length)),
    hidden(" places close together: "),
    make("span", { class: "hub-map__name" }, around.join(", ")),
    hidden(". Show them apart"),
  );
  return L.divIcon({ className: "hub-map__cluster", html: content, iconSize: [ICON, ICON] });
}

/** @param {string} words for those who hear the page */
function hidden(words) {
  return make("span", { class: "govuk-visually-hidden" }, words);
}

/**
 * @param {Hub} hub
 * @param {L.LatLng} position
 * @param {{list: HTMLElement | null, middle: boolean}} options
 */
function marker(hub, position, { list, middle }) {
  const name = make("span", { class: "hub-map__name" }, hub.name);
  if (hub.shown_as !== "open") {
    name.append(make("span", { class: "hub-map__status" }, ` ${hub.status_label}`));
  }
  const look = ["hub-map__marker", `hub-map__marker--${hub.shown_as}`, ...(middle ? ["hub-map__marker--middle"] : [])];
  const drawn = L.marker(position, {
    icon: L.divIcon({ className: look.join(" "), html: name, iconSize: [ICON, ICON], popupAnchor: [0, -ICON / 4] }),
    riseOnHover: true,
    zIndexOffset: middle ? 1000 : 0,
  });
  return drawn.bindPopup(() => told(hub, list), { maxWidth: 260, minWidth: 180 });
}

/** What a marker tells: the hub's name as a link, and what the list says of it. @param {Hub} hub @param {HTMLElement | null} list */
function told(hub, list) {
  const item = list?.querySelector(`[data-hub="${CSS.escape(hub.slug)}"]`);
  const status = item?.querySelector("[data-words]")?.textContent?.trim();
  const telling = make("div", { class: "hub-map__popup" });
  telling.append(make("a", { class: "govuk-link hub-map__link", href: siteAddress(hub.page) }, hub.name));
  const rough = hub.precision === "area" || hub.precision === "postcode";
  const kind = hub.shown_as === "open" ? hub.kind_label : `${hub.kind_label}: ${hub.status_label}`;
  for (const line of [kind, status, rough ? "Shown roughly, not at its door" : ""]) {
    if (line) telling.append(make("p", {}, line));
  }
  return telling;
}

/** Pale discs, which give the empty map its scale. @param {{position: L.LatLng}[]} hubs */
function walkingDistances(hubs) {
  const options = { className: "hub-map__walk", interactive: false, radius: WALK.metres, stroke: false };
  return L.layerGroup(hubs.map(({ position }) => L.circle(position, options)));
}

/** @param {L.Map} map @param {{position: L.LatLng}[]} hubs @param {{position: L.LatLng} | undefined} centre */
function show(map, hubs, centre) {
  if (centre) map.fitBounds(centre.position.toBounds(AROUND_ONE_HUB));
  else if (hubs.length > 0) map.fitBounds(L.latLngBounds(hubs.map(({ position }) => position)), AROUND);
  else map.setView([54.5, -3], 5); // the middle of Great Britain
}

/**
 * What the looks of the markers mean, for the looks that there are.
 *
 * @param {Hub[]} hubs
 * @param {string | undefined} middle
 */
function legend(hubs, middle) {
  /** @type {[string, string, boolean][]} */
  const looks = [
    ["middle", "This place", hubs.some((hub) => hub.slug === middle)],
    ["open", "Open to visit", hubs.some((hub) => hub.shown_as === "open")],
    ["coming", "Planned, not open yet", hubs.some((hub) => hub.shown_as === "coming")],
    ["walk", `About ${WALK.minutes} minutes’ walk`, hubs.length > 0],
  ];
  const lines = looks.filter(([, , used]) => used).map(([look, words]) => {
    const sample = make("span", { class: `hub-map__sample hub-map__sample--${look}`, "aria-hidden": "true" });
    return make("li", {}, sample, words);
  });
  return make("ul", { class: "hub-map__key" }, ...lines);
}

/**
 * Makes markers and clusters answer to the keyboard as buttons do, and puts the focus where the reader expects it.
 *
 * @param {HTMLElement} canvas
 * @param {L.Map} map
 * @param {L.MarkerClusterGroup} clusters
 */
function followKeyboard(canvas, map, clusters) {
  canvas.addEventListener("keydown", (event) => {
    const icon = event.target instanceof Element ? event.target.closest(".leaflet-marker-icon") : null;
    if (event.key === "Escape") {
      map.closePopup();
    } else if (icon instanceof HTMLElement && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault(); // the library listens to Enter only, and to key presses, which phones do not send
      icon.click();
    }
  });
  map.on("popupopen", ({ popup }) => popup.getElement()?.querySelector("a")?.focus());
  map.on("popupclose", ({ popup }) => {
    const lost = document.activeElement === document.body || popup.getElement()?.contains(document.activeElement);
    if (lost) focusOn(popupOwner(popup));
  });
  clusters.on("clusterclick", ({ propagatedFrom: cluster }) => {
    const [first] = cluster.getAllChildMarkers();
    canvas.focus({ preventScroll: true });
    clusters.once("animationend spiderfied", () => focusOn(clusters.getVisibleParent(first)));
  });
}

/** @param {L.Popup} popup @returns {L.Marker | undefined} */
function popupOwner(popup) {
  return /** @type {any} */ (popup)._source; // has no public name until the next major version
}

/** @param {L.Marker | null | undefined} drawn */
function focusOn(drawn) {
  drawn?.getElement()?.focus({ preventScroll: true });
}
