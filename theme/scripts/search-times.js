/** When something can be had next, and whether that is now. */

import { MINUTES_A_DAY, weekday } from "./london.js";
import { openState } from "./opening-hours.js";

/**
 * @typedef {import("./search-offers.js").Offer} Offer
 * @typedef {import("./opening-hours.js").OpenState} OpenState
 * @typedef {{starts: number, ends: number, timed: boolean}} Occasion in wall times; not timed where only the day is known
 */

/**
 * Answers for one moment: each hub's hours are looked at once.
 *
 * @param {number} now a wall time
 * @param {ReadonlySet<number>} bankHolidays
 */
export function clock(now, bankHolidays) {
  /** @type {Map<object, OpenState>} */
  const states = new Map();

  /** @param {Offer} offer @returns {OpenState | null} null for what is not a hub, or has no hours */
  const stateOf = ({ hours }) => {
    if (!hours) return null;
    const state = states.get(hours) ?? openState(hours, bankHolidays, now);
    states.set(hours, state);
    return state;
  };

  return {
    /** @param {Offer} offer @returns {boolean | null} whether it is open or on now; null where it is not known */
    isOpen(offer) {
      const state = stateOf(offer);
      if (state) return state.state === "unknown" || state.state === "by appointment" ? null : state.state === "open";
      if (offer.opens === undefined || !offer.dates) return null;
      const next = nextOf(offer, now);
      return next !== null && next.starts <= now;
    },
    stateOf,
    /** @param {Offer} offer @returns {number} the wall time at which it is open next, or now; Infinity where not known */
    opens(offer) {
      const state = stateOf(offer);
      if (!state) return Infinity;
      return state.state === "open" ? now : (state.opensAt ?? Infinity);
    },
  };
}

/**
 * The next time that is not over, on one of the weekdays where some are asked (0 for Monday); null where none is known.
 *
 * @param {Offer} offer
 * @param {number} now a wall time
 * @param {number[]} [weekdays]
 * @returns {Occasion | null}
 */
export function nextOf({ dates = [], opens, closes }, now, weekdays = []) {
  for (const day of dates) {
    const midnight = day * MINUTES_A_DAY;
    const timed = opens !== undefined;
    const starts = timed ? midnight + opens : midnight;
    const ends = midnight + (closes ?? MINUTES_A_DAY);
    if (ends > now && (weekdays.length === 0 || weekdays.includes(weekday(day)))) return { starts, ends, timed };
  }
  return null;
}
