/** Which documents fit what is asked, what each further choice would leave, and which have not said. */

import { miles } from "./near.js";
import { groupOf } from "./search-offers.js";

/**
 * @typedef {import("./search-offers.js").Offer} Offer
 * @typedef {import("./near.js").Point} Point
 *
 * @typedef {object} Asked
 * @property {string[]} facets such as need=money
 * @property {Point} [point]
 * @property {number} [within] miles
 *
 * @typedef {object} Fit a document that fits, with those of its offers that do
 * @property {number} position
 * @property {Offer[]} offers
 * @property {boolean} apart whether it fits only because nobody has to travel
 *
 * @typedef {object} Found
 * @property {Fit[]} fits in the order in which the documents were given
 * @property {{position: number, unsaid: string[], offers: Offer[]}[]} unsaid documents that may fit, and the facets or
 *   groups that they have not told of
 * @property {Map<string, number>} counts how many documents fit that have a facet, were it asked too
 *
 * @typedef {{group: string, facet: string, ids: number[], each: boolean}} Test `facet` is the first that it asks for
 * @typedef {{offer: Offer, failed: number, unsaid: string[], missed: string, exempt: boolean}} Trial `missed` is the group
 *   of the last test that it did not pass, `exempt` whether tests were left out because nobody has to travel
 */

/** Groups of which all that is chosen has to hold; of the others any is enough. */
const EACH = new Set(["open", "free", "referral", "access", "facility", "within"]);

/** Groups that mean nothing where nobody has to travel. */
const PLACED = new Set(["place", "access", "facility", "within"]);

/**
 * @param {Offer[][]} offers of each document
 * @param {string[]} terms the facets by number
 * @param {number[]} positions the documents to look at
 * @param {Asked} asked
 * @param {(offer: Offer) => boolean | null} isOpen null where it is not known
 * @returns {Found}
 */
export function filtered(offers, terms, positions, asked, isOpen) {
  const tests = testsOf(asked, terms);
  const grouped = Boolean(asked.point) || tests.some(({ group }) => PLACED.has(group));
  const tally = tallyOf(terms, grouped, isOpen);
  /** @type {Found} */
  const found = { fits: [], unsaid: [], counts: tally.counts };
  for (const position of positions) {
    const trials = offers[position].map((offer) => tried(offer, tests, asked, terms, isOpen));
    for (const trial of trials) tally.count(position, trial);
    const fitting = trials.filter(fits);
    const placed = fitting.filter(({ exempt }) => !exempt).map(offerOf);
    if (placed.length > 0) {
      found.fits.push({ position, offers: placed, apart: grouped && placed.every(({ remote }) => remote) });
    } else if (fitting.length > 0) {
      found.fits.push({ position, offers: fitting.map(offerOf), apart: true });
    } else {
      const open = trials.filter(({ failed, exempt }) => failed === 0 && !exempt);
      const least = Math.min(...open.map(({ unsaid }) => unsaid.length));
      const best = open.filter(({ unsaid }) => unsaid.length === least);
      if (best.length > 0) found.unsaid.push({ position, unsaid: best[0].unsaid, offers: best.map(offerOf) });
    }
  }
  return found;
}

/** @param {Trial} trial */
function fits({ failed, unsaid }) {
  return failed === 0 && unsaid.length === 0;
}

/** @param {Trial} trial */
function offerOf({ offer }) {
  return offer;
}

/**
 * Counts how many documents would fit with each facet: those with an offer that has it and fits, or that only the other
 * choices of the same group keep from it.
 *
 * @param {string[]} terms
 * @param {boolean} grouped whether what needs no way there is counted apart
 * @param {(offer: Offer) => boolean | null} isOpen
 */
function tallyOf(terms, grouped, isOpen) {
  const group = terms.map(groupOf);
  const open = terms.indexOf("open=now");
  const last = new Int32Array(terms.length).fill(-1); // the document that a facet was counted for last
  /** @type {Map<string, number>} */
  const counts = new Map();

  /** @param {number} position @param {number} id */
  const add = (position, id) => {
    if (last[id] === position) return;
    last[id] = position;
    counts.set(terms[id], (counts.get(terms[id]) ?? 0) + 1);
  };

  return {
    counts,
    /** @param {number} position @param {Trial} trial */
    count(position, trial) {
      const { offer, failed, unsaid, missed, exempt } = trial;
      const whole = fits(trial);
      const nearly = failed + unsaid.length === 1 && !EACH.has(missed);
      if (exempt || offer.unsure || (grouped && offer.remote) || !(whole || nearly)) return;
      for (const id of offer.has) {
        const counted = whole || group[id] === missed;
        if (counted && !(offer.remote && PLACED.has(group[id]))) add(position, id);
      }
      if (whole && open >= 0 && isOpen(offer)) add(position, open);
    },
  };
}

/**
 * @param {Asked} asked
 * @param {string[]} terms
 * @returns {Test[]}
 */
function testsOf({ facets, point, within }, terms) {
  /** @type {Map<string, Test>} */
  const tests = new Map();
  for (const facet of facets) {
    const group = groupOf(facet);
    const each = EACH.has(group);
    const test = tests.get(each ? facet : group) ?? { group, facet, ids: [], each };
    test.ids.push(terms.indexOf(facet));
    tests.set(each ? facet : group, test);
  }
  if (point && within) tests.set("within", { group: "within", facet: "within", ids: [], each: true });
  return [...tests.values()];
}

/**
 * @param {Offer} offer
 * @param {Test[]} tests
 * @param {Asked} asked
 * @param {string[]} terms
 * @param {(offer: Offer) => boolean | null} isOpen
 * @returns {Trial}
 */
function tried(offer, tests, asked, terms, isOpen) {
  /** @type {Trial} */
  const trial = { offer, failed: 0, unsaid: [], exempt: false, missed: "" };
  for (const test of tests) {
    if (offer.remote && PLACED.has(test.group) && !(test.group === "place" && tells(offer, "place", terms))) {
      trial.exempt = true;
      continue;
    }
    const holds = holdsFor(offer, test, asked, terms, isOpen);
    if (holds) continue;
    trial.missed = test.group;
    if (holds === null) trial.unsaid.push(test.each ? test.facet : test.group);
    else trial.failed += 1;
    if (trial.failed > 1) break; // nothing more follows from it
  }
  return trial;
}

/**
 * @param {Offer} offer
 * @param {Test} test
 * @param {Asked} asked
 * @param {string[]} terms
 * @param {(offer: Offer) => boolean | null} isOpen
 * @returns {boolean | null} null where nobody has said
 */
function holdsFor(offer, { group, ids, each }, { point, within }, terms, isOpen) {
  const asks = offer.asks.has(group);
  if (group === "within") {
    if (!offer.at || !point) return asks ? null : false;
    return miles(point, offer.at) <= (within ?? Infinity);
  }
  if (group === "open") return isOpen(offer) ?? (asks ? null : false);
  if (ids.some((id) => offer.has.includes(id))) return offer.unsure && (group === "day" || group === "time") ? null : true;
  if (group === "time" && offer.unsure) return null;
  if (ids.some((id) => offer.lacks.includes(id))) return false;
  if (!asks) return false;
  return each || !tells(offer, group, terms) ? null : false;
}

/** @param {Offer} offer @param {string} group @param {string[]} terms */
function tells(offer, group, terms) {
  return offer.has.some((id) => terms[id].startsWith(`${group}=`));
}
