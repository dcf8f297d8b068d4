/** Puts the hubs that are nearest to a place first, and says how far they are. */

import { make } from "./elements.js";
import { gettext, withElements } from "./language.js";
import { miles, milesWords } from "./near.js";
import { nearField } from "./near-field.js";

/**
 * Starts on a form with the field for a place; `data-list` is the id of the list, whose items have `data-point`, and
 * `data-places` the address of the file that says where places are.
 *
 * @param {HTMLElement} form
 */
export function start(form) {
  const list = document.getElementById(form.dataset.list ?? "");
  const box = form.querySelector("[data-near]");
  const status = form.querySelector("[role=status]");
  if (!list || !status || !(box instanceof HTMLElement)) return;

  const answer = async () => {
    const where = await near.where();
    status.replaceChildren(...(where ? sort(list, where) : []));
  };
  const near = nearField(box, form.dataset.places ?? "", answer);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer();
  });
}

/** @param {HTMLElement} list @param {import("./near.js").Where} where @returns {(string | Node)[]} which is nearest */
function sort(list, { name, point }) {
  const away = [...list.children].map((item) => ({ item, distance: distanceTo(item, point) }));
  away.sort((one, other) => one.distance - other.distance);
  for (const { item, distance } of away) {
    item.querySelector("[data-miles]")?.remove();
    if (distance === Infinity) continue;
    const words = gettext("%(distance)s away", { distance: milesWords(distance) });
    item.firstElementChild?.after(make("p", { class: "app-hub__line app-nearest__miles", "data-miles": "" }, words));
  }
  list.append(...away.map(({ item }) => item));
  list.dataset.sorted = "near";
  const [{ item, distance }] = away;
  const link = item.querySelector("a")?.cloneNode(true);
  if (distance === Infinity || !link) return [];
  const values = { place: name, distance: milesWords(distance) };
  return withElements(gettext("Nearest to %(place)s: %(hub)s, %(distance)s away.", values), { hub: link });
}

/** @param {Element} item @param {[number, number]} from */
function distanceTo(item, from) {
  const [north, east] = (item.getAttribute("data-point") ?? "").split(",").map(Number);
  return Number.isFinite(east) ? miles(from, [north, east]) : Infinity;
}
