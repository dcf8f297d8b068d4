/** Says of a hub whether it is open now, from the hours that its page was built with. */

import { wallTime } from "./london.js";
import { bankHolidaysAround, closesSoon, openState, openWords } from "./opening-hours.js";

const HALF_A_MINUTE = 30_000;

/**
 * Starts on an element with `data-hours` and, on it or around it, `data-bank-holidays`; keeps its words right for as
 * long as the page is shown. `data-state` becomes open, closed, by-appointment or unknown, for the styles.
 *
 * @param {HTMLElement} element
 */
export function start(element) {
  /** @type {import("./opening-hours.js").OpeningHours} */
  const hours = JSON.parse(element.dataset.hours ?? "");
  const bankHolidays = bankHolidaysAround(element);
  const words = element.querySelector("[data-words]") ?? element;

  const say = () => {
    const now = wallTime(new Date());
    const state = openState(hours, bankHolidays, now);
    const said = openWords(state, now);
    if (words.textContent !== said) words.textContent = said;
    element.dataset.state = state.state.replace(" ", "-");
    element.toggleAttribute("data-soon", closesSoon(state, now));
  };
  say();
  setInterval(say, HALF_A_MINUTE);
  document.addEventListener("visibilitychange", say);
}
