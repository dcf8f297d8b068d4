/**
 * The map of hubs that moves: Leaflet over the site's own figures, without tiles until somebody asks for streets. Loaded
 * on demand by map.js.
 *
 * Everything can be done by keyboard: Tab goes from marker to marker, Enter or Space opens what a marker tells or draws
 * a cluster apart, Escape closes it and returns to the marker.
 */

import L from "leaflet";
import "leaflet.markercluster";

import { make } from "./elements.js";
import { gettext, ngettext, plain } from "./language.js";
import { drawGround } from "./map-ground.js";
import { followKeyboard } from "./map-keyboard.js";
import { clusterIcon, marker } from "./map-marks.js";
import { placeNames } from "./map-names.js";
import { milesScale } from "./map-scale.js";
import { streetsOn } from "./map-streets.js";

/**
 * A hub in the map's file.
 *
 * @typedef {object} Hub
 * @property {string} slug
 * @property {string} name
 * @property {string} kind_label
 * @property {string} status_label
 * @property {"open" | "coming"} shown_as
 * @property {string[]} places the smallest area that it is in comes first
 * @property {string} page its address from the root of the site
 * @property {string} precision
 * @property {import("./opening-hours.js").OpeningHours | null} hours
 *
 * @typedef {{hub: Hub, position: L.LatLng}} HubAt
 * @typedef {{name: string, size: number, position: L.LatLng}} PlaceAt
 * @typedef {{hubs: HubAt[], places: PlaceAt[], outlines: L.LatLng[][][], unknownHours: string}} Shown
 */

const CLUSTER_RADIUS = 56;
const CLOSEST_ZOOM = 18;
const HINT = gettext("Arrow keys move it, plus and minus zoom. Tab goes from hub to hub, Enter opens one.");

/**
 * Draws the hubs of `data-points` over the drawing in the element, within `data-view`. `data-list` is the id of the list
 * that says the same, whose items have `data-hub`; `data-only` is the slug of the hub that has its own look.
 *
 * @param {HTMLElement} element
 */
export async function drawHubs(element) {
  const { hubs, places, outlines, unknownHours } = await load(element.dataset.points ?? "");
  const list = document.getElementById(element.dataset.list ?? "");
  const canvas = make("div", { class: "hub-map__canvas", role: "group", "aria-label": mapName(element, hubs.length) });
  const hint = make("p", { class: "govuk-visually-hidden", id: "map-hint" }, HINT);
  canvas.setAttribute("aria-describedby", hint.id);
  element.querySelector(".hub-map__room")?.append(...(list ? [wayPast(list)] : []), hint, canvas);

  const map = emptyMap(canvas);
  const ground = drawGround(map, { hubs, places, outlines, middle: element.dataset.only });
  /** @type {Map<L.Layer, Hub>} */
  const clustered = new Map();
  /** @type {Map<string, L.Marker>} */
  const markers = new Map();
  const clusters = clusterGroup(clustered);
  for (const { hub, position } of hubs) {
    const middle = hub.slug === element.dataset.only;
    const number = numberOf(element, hub.slug)?.textContent ?? "";
    const drawn = marker(hub, position, { number, middle, unknownHours, toList: wayTo(element, list, hub) });
    markers.set(hub.slug, drawn);
    if (middle) drawn.addTo(map);
    else clustered.set(drawn, hub);
  }
  clusters.addLayers([...clustered.keys()]);
  map.addLayer(clusters);
  const view = viewOf(element, hubs);
  map.fitBounds(view);
  const settle = () => {
    ground.settle();
    placeNames(canvas);
  };
  followKeyboard(canvas, map, clusters, settle);
  settle();
  const show = (/** @type {string} */ slug) => bringTo(canvas, clusters, clustered, markers.get(slug));
  for (const { hub } of hubs) makeButton(numberOf(element, hub.slug), hub, show);
  return {
    focus: () => canvas.focus(),
    showWhole: () => map.fitBounds(view),
    toggleStreets: streetsOn(element, canvas, map),
  };
}

/** @param {string} address @returns {Promise<Shown>} */
async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const { features, unknown_hours: unknownHours } = await answer.json();
  /** @type {Shown} */
  const shown = { hubs: [], places: [], outlines: [], unknownHours };
  const at = (/** @type {[number, number]} */ [longitude, latitude]) => L.latLng(latitude, longitude);
  for (const { geometry, properties } of features) {
    if (properties.kind === "outline") {
      shown.outlines.push(geometry.coordinates.map((/** @type {[number, number][]} */ ring) => ring.map(at)));
    } else if (properties.kind === "place") {
      shown.places.push({ ...properties, position: at(geometry.coordinates) });
    } else {
      shown.hubs.push({ hub: properties, position: at(geometry.coordinates) });
    }
  }
  return shown;
}

/** @param {HTMLElement} element @param {number} count */
function mapName(element, count) {
  const drawn = element.querySelector("title")?.textContent;
  return drawn ?? ngettext("Map of %(number)s hub", "Map of %(number)s hubs", count);
}

/** @param {HTMLElement} list @returns {HTMLElement} a link for those who would rather not go through every marker */
function wayPast(list) {
  return make("a", { class: "govuk-skip-link", href: `#${list.id}` }, gettext("Skip the map, go to the list"));
}

/** The number of a hub in the map's own list. @param {HTMLElement} element @param {string} slug @returns {HTMLElement | null} */
function numberOf(element, slug) {
  return element.querySelector(`[data-map-hub="${CSS.escape(slug)}"] .hub-map__number`);
}

/**
 * Where a hub is in the list beside the map, else in the map's own.
 *
 * @param {HTMLElement} element @param {HTMLElement | null} list @param {Hub} hub @returns {HTMLElement | null}
 */
function wayTo(element, list, hub) {
  const slug = CSS.escape(hub.slug);
  const item = list?.querySelector(`[data-hub="${slug}"]`) ?? element.querySelector(`[data-map-hub="${slug}"]`);
  return item?.querySelector("a") ?? null;
}

/** @param {HTMLElement | null} number @param {Hub} hub @param {(slug: string) => void} show */
function makeButton(number, hub, show) {
  if (!number) return;
  const button = make("button", { type: "button", class: number.className }, number.textContent ?? "");
  const values = { number: number.textContent ?? "", hub: plain(hub.name) };
  button.setAttribute("aria-label", gettext("%(number)s: show %(hub)s on the map", values));
  button.addEventListener("click", () => show(hub.slug));
  number.replaceWith(button);
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
    zoomControl: false,
    zoomSnap: 0.25,
  });
  L.control.zoom({ zoomInTitle: gettext("Zoom in"), zoomOutTitle: gettext("Zoom out") }).addTo(map);
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
  milesScale(120).addTo(map);
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

/** The part of the world that the drawing shows. @param {HTMLElement} element @param {HubAt[]} hubs */
function viewOf(element, hubs) {
  const [west, south, east, north] = (element.dataset.view ?? "").split(",").map(Number);
  if (north !== undefined) return L.latLngBounds([south, west], [north, east]);
  return L.latLngBounds(hubs.map(({ position }) => position));
}

/**
 * Moves the map to a hub and opens what its marker tells.
 *
 * @param {HTMLElement} canvas
 * @param {L.MarkerClusterGroup} clusters
 * @param {Map<L.Layer, Hub>} clustered
 * @param {L.Marker | undefined} wanted
 */
function bringTo(canvas, clusters, clustered, wanted) {
  if (!wanted) return;
  canvas.scrollIntoView({ block: "nearest" });
  if (clustered.has(wanted)) clusters.zoomToShowLayer(wanted, () => wanted.openPopup());
  else wanted.openPopup();
}
