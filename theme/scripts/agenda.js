/** Of what is on next, shows what is not over by the clock of the United Kingdom, and marks what is on now. */

import { gettext } from "./language.js";
import { dayNumber, dayOf, wallTime, wallTimeOf } from "./london.js";

const A_MINUTE = 60_000;
const NOTHING_LEFT = gettext("Everything listed here is over. Ask at the hub what is next.");

/**
 * Starts on a list of days, each with a `time` element and a list of occasions with `data-starts` and `data-ends`. So
 * many as `data-most` says are shown. The heading that `data-heading` names then says how many are still on today.
 *
 * @param {HTMLElement} element
 */
export function start(element) {
  const most = Number(element.dataset.most);
  const heading = document.getElementById(element.dataset.heading ?? "");
  const usual = heading?.textContent ?? "";
  const days = [...element.children].map((day) => ({
    day: /** @type {HTMLElement} */ (day),
    number: dayNumber(day.querySelector("time")?.getAttribute("datetime") ?? ""),
    occasions: /** @type {HTMLElement[]} */ ([...day.querySelectorAll("li")]),
  }));
  const nothing = document.createElement("li");
  nothing.textContent = NOTHING_LEFT;

  const say = () => {
    const now = wallTime(new Date());
    let shown = 0;
    let leftToday = 0;
    for (const { day, number, occasions } of days) {
      const before = shown;
      for (const occasion of occasions) {
        const over = isOver(occasion, number, now);
        if (!over && number === dayOf(now)) leftToday += 1;
        occasion.hidden = over || shown >= most;
        if (!occasion.hidden) shown += 1;
        occasion.toggleAttribute("data-now", !over && wallTimeOf(occasion.dataset.starts ?? "") <= now);
      }
      day.hidden = shown === before;
    }
    if (shown > 0) nothing.remove();
    else element.append(nothing);
    const words = leftToday === 0 ? usual : leftWords(leftToday, leftToday < shown);
    if (heading && heading.textContent !== words) heading.textContent = words;
  };
  say();
  setInterval(say, A_MINUTE);
  document.addEventListener("visibilitychange", say);
}

/** @param {number} number of what is still on today @param {boolean} next whether later days are shown too */
function leftWords(number, next) {
  return next ? gettext("On today (%(number)s), and next", { number }) : gettext("On today (%(number)s)", { number });
}

/** @param {HTMLElement} occasion @param {number} day on which it begins @param {number} now a wall time */
function isOver(occasion, day, now) {
  return occasion.dataset.ends ? wallTimeOf(occasion.dataset.ends) <= now : day < dayOf(now);
}
