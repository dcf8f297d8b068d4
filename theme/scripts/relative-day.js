/** Says of a date whether it is today or tomorrow, on the day that the page is read. */

import { dayNumber, dayOf, wallTime } from "./london.js";

/** @type {Record<number, string>} */
const NAMES = { 0: "Today", 1: "Tomorrow" };

/**
 * Starts on a `time` element with a date in `datetime`. A date that is over is marked too: a page may be read long
 * after it was built. The element's row, if it has one, gets the same `data-when`.
 *
 * @param {HTMLElement} element
 */
export function start(element) {
  const away = dayNumber((element.getAttribute("datetime") ?? "").slice(0, 10)) - dayOf(wallTime(new Date()));
  const row = element.closest("li, tr");
  const when = away < 0 ? "past" : NAMES[away]?.toLowerCase();
  if (when === undefined) return;
  const name = away < 0 ? "Past" : NAMES[away];
  element.textContent = `${name}, ${(element.textContent ?? "").trim()}`;
  for (const marked of [element, row]) marked?.setAttribute("data-when", when);
}
