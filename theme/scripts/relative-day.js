/** Says of a date whether it is today or tomorrow, on the day that the page is read. */

import { gettext } from "./language.js";
import { dayNumber, dayOf, wallTime } from "./london.js";

/**
 * Starts on a `time` element with a date in `datetime`. A date that is over is marked too: a page may be read long
 * after it was built. The element's row, if it has one, gets the same `data-when`.
 *
 * @param {HTMLElement} element
 */
export function start(element) {
  const away = dayNumber((element.getAttribute("datetime") ?? "").slice(0, 10)) - dayOf(wallTime(new Date()));
  const row = element.closest("li, tr");
  if (away > 1) return;
  const date = (element.textContent ?? "").trim();
  element.textContent = words(away, date);
  for (const marked of [element, row]) marked?.setAttribute("data-when", away < 0 ? "past" : ["today", "tomorrow"][away]);
}

/** @param {number} away in days @param {string} date @returns {string} Today, 1 December */
function words(away, date) {
  if (away < 0) return gettext("Past, %(date)s", { date });
  return away === 0 ? gettext("Today, %(date)s", { date }) : gettext("Tomorrow, %(date)s", { date });
}
