/** The marks of the map: one for each hub, one for hubs that are close together, and what a mark tells when pressed. */

import L from "leaflet";

import { pageAddress } from "./addresses.js";
import { make } from "./elements.js";
import { gettext, ngettext, plain } from "./language.js";
import { dayNumber, wallTime } from "./london.js";
import { openState, openWords } from "./opening-hours.js";

/** @typedef {import("./hub-map.js").Hub} Hub */

const ICON = 44; // the smallest target that a thumb hits
const PLACES_NAMED = 2; // under a cluster

/**
 * Says how many hubs are close together, and around where: "5 hubs near Keyham". It shows "5 hubs", as a number alone is
 * taken for that of one hub in the list.
 *
 * @param {Hub[]} hubs
 */
export function clusterIcon(hubs) {
  const places = [...new Set(hubs.flatMap((hub) => hub.places[0] ?? []))].sort();
  const around = places.slice(0, PLACES_NAMED).join(", ") + (places.length > PLACES_NAMED ? " …" : "");
  const content = make("div", {});
  content.append(
    make("span", { class: "hub-map__count", "aria-hidden": "true" }, ngettext("%(number)s hub", "%(number)s hubs", hubs.length)),
    make("span", { class: "govuk-visually-hidden" }, clusterWords(hubs.length, around)),
    make("span", { class: "hub-map__name", "aria-hidden": "true" }, around),
  );
  return L.divIcon({ className: "hub-map__cluster", html: content, iconSize: [ICON, ICON] });
}

/** @param {number} count @param {string} places for those who hear the page */
function clusterWords(count, places) {
  return places
    ? ngettext("%(number)s hub near %(places)s", "%(number)s hubs near %(places)s", count, { places })
    : ngettext("%(number)s hub close together", "%(number)s hubs close together", count);
}

/**
 * A hub's mark: "Old Mill Hub, open now until 5pm".
 *
 * @param {Hub} hub
 * @param {L.LatLng} position
 * @param {{number: string, middle: boolean, unknownHours: string, toList: HTMLElement | null}} options
 */
export function marker(hub, position, { number, middle, unknownHours, toList }) {
  const content = make("div", {});
  content.append(make("span", { class: "hub-map__dot", "data-number": number }));
  const name = make("span", { class: "hub-map__name" }, hub.name);
  content.append(name);
  const look = ["hub-map__marker", `hub-map__marker--${hub.shown_as}`, ...(middle ? ["hub-map__marker--middle"] : [])];
  const drawn = L.marker(position, {
    icon: L.divIcon({ className: look.join(" "), html: content, iconSize: [ICON, ICON], popupAnchor: [0, -ICON / 4] }),
    riseOnHover: true,
    zIndexOffset: middle ? 1000 : 0,
  });
  drawn.on("add", () => drawn.getElement()?.setAttribute("aria-label", plain(spoken(hub))));
  return drawn.bindPopup(() => told(hub, unknownHours, drawn, toList), { maxWidth: 260, minWidth: 180 });
}

/** "Old Mill Hub, open now until 5pm", or "Old Mill Hub, planned". @param {Hub} hub */
function spoken(hub) {
  const status = hub.shown_as === "open" ? openNow(hub) : hub.status_label;
  return status ? `${hub.name}, ${lowerFirst(plain(status))}` : hub.name;
}

/** @param {string} words */
function lowerFirst(words) {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** Whether the hub is open at this moment, in words; null where its hours are not known. @param {Hub} hub */
function openNow(hub) {
  if (!hub.hours) return null;
  const listed = document.documentElement.dataset.bankHolidays ?? "";
  const now = wallTime(new Date());
  return openWords(openState(hub.hours, new Set(listed.split(" ").filter(Boolean).map(dayNumber)), now), now);
}

/**
 * What a mark tells: the hub's name as a link, what kind it is, whether it is open, and where the list tells more.
 *
 * @param {Hub} hub
 * @param {string} unknownHours
 * @param {L.Marker} drawn
 * @param {HTMLElement | null} toList
 */
function told(hub, unknownHours, drawn, toList) {
  const open = hub.shown_as === "open";
  const telling = make("div", { class: "hub-map__popup" });
  telling.append(make("a", { class: "govuk-link hub-map__link", href: pageAddress(hub.page) }, hub.name));
  for (const line of [
    open ? hub.kind_label : `${hub.kind_label}: ${hub.status_label}`,
    open ? openNow(hub) ?? unknownHours : "",
    hub.precision === "area" || hub.precision === "postcode" ? gettext("Shown roughly, not at its door") : "",
  ]) {
    if (line) telling.append(make("p", {}, line));
  }
  if (toList) {
    const button = make("button", { type: "button", class: "hub-map__to-list" }, gettext("Find it in the list"));
    button.addEventListener("click", () => {
      drawn.closePopup();
      toList.focus();
    });
    telling.append(button);
  }
  return telling;
}
