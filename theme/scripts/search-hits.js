/** What a result says of a document that fits: where it can be had nearest or next, and when. In which order. */

import { MINUTES_A_DAY } from "./london.js";
import { miles } from "./near.js";
import { nextOf } from "./search-times.js";

/**
 * @typedef {import("./search-offers.js").Offer} Offer
 * @typedef {import("./near.js").Point} Point
 *
 * @typedef {{now: number, occasion?: import("./search-times.js").Occasion,
 *   state?: import("./opening-hours.js").OpenState | null}} When as of a wall time: when it is held next, or the state of
 *   a hub
 *
 * @typedef {object} Hit
 * @property {number} position
 * @property {number} starts the wall time at which it is on or open next; Infinity where that is not known
 * @property {boolean} held whether it is a time at which something is held, not a hub's hours nor the whole day
 * @property {number} [miles]
 * @property {number} [hub] the hub where it is nearest or next
 * @property {string} [venue] the same, where that is no hub
 * @property {When} [when]
 * @property {number[]} [services] those that a hub is found by, the soonest first
 * @property {string[]} [unsaid] facets or groups of which it has not told
 */

/**
 * A function that makes hits.
 *
 * @param {{offers: Offer[][], terms: string[]}} library
 * @param {ReturnType<typeof import("./search-times.js").clock>} times
 * @param {{now: number, point?: Point, order: string, weekdays: number[]}} asked `weekdays` of the times to tell; all
 *   where empty
 * @returns {(fit: {position: number, offers: Offer[]}) => Hit}
 */
export function hitsOf({ offers, terms }, times, { now, point, order, weekdays }) {
  return ({ position, offers: fitting }) => {
    const away = point ? nearest(fitting, point) : undefined;
    const here = away && order !== "next" ? fitting.filter((offer) => samePlace(offer, away)) : fitting;
    const next = soonest(here, now, weekdays);
    const at = order === "next" ? (next?.offer ?? away) : (away ?? next?.offer);
    const hit = { position, miles: point && at?.at ? miles(point, at.at) : undefined };
    const held = next?.occasion;
    const heldNext = { when: held && { now, occasion: held }, starts: held?.starts ?? Infinity };
    if (!isHub(offers[position], terms)) {
      const isHeld = held !== undefined && (!held.timed || held.ends - held.starts < MINUTES_A_DAY);
      return { ...hit, ...heldNext, hub: at?.hub, venue: at?.venue, held: isHeld };
    }
    const own = offers[position][0];
    const itself = fitting.some(({ of }) => of === undefined);
    if (itself) return { ...hit, when: { now, state: times.stateOf(own) }, starts: times.opens(own), held: false };
    return { ...hit, ...heldNext, services: servicesOf(fitting, next?.offer), held: false };
  };
}

/** @param {Offer[]} offers of a document @param {string[]} terms */
export function isHub(offers, terms) {
  return terms[offers[0]?.has[0]] === "type=hub";
}

/**
 * @param {string} order
 * @returns {(one: Hit, other: Hit) => number} 0 leaves them as they are
 */
export function comparison(order) {
  if (order === "nearest") return (one, other) => (one.miles ?? Infinity) - (other.miles ?? Infinity) || 0;
  if (order === "next") return (one, other) => one.starts - other.starts || (one.miles ?? 0) - (other.miles ?? 0) || 0;
  return () => 0;
}

/** @param {Offer} one @param {Offer} other */
function samePlace(one, other) {
  return one.hub === other.hub && one.venue === other.venue;
}

/** @param {Offer[]} offers @param {Offer} [first] @returns {number[]} the services they are of */
function servicesOf(offers, first) {
  const positions = [first, ...offers].flatMap((offer) => (offer?.of === undefined ? [] : [offer.of]));
  return [...new Set(positions)];
}

/** @param {Offer[]} offers @param {Point} point @returns {Offer | undefined} */
function nearest(offers, point) {
  let found;
  let least = Infinity;
  for (const offer of offers) {
    const away = offer.at ? miles(point, offer.at) : Infinity;
    if (away < least) [found, least] = [offer, away];
  }
  return found;
}

/** @param {Offer[]} offers @param {number} now @param {number[]} weekdays */
function soonest(offers, now, weekdays) {
  /** @type {{occasion: import("./search-times.js").Occasion, offer: Offer} | undefined} */
  let found;
  for (const offer of offers) {
    const occasion = nextOf(offer, now, weekdays);
    if (occasion && occasion.starts < (found?.occasion.starts ?? Infinity)) found = { occasion, offer };
  }
  return found;
}
