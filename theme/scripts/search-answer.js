/** Puts an answer together: what is found by words and by filters, in order, and what helps where nothing is. */

import { filtered } from "./search-filter.js";
import { comparison, hitsOf, isHub } from "./search-hits.js";
import { groupOf } from "./search-offers.js";
import { clock } from "./search-times.js";

/**
 * @typedef {import("./search-offers.js").Offer} Offer
 * @typedef {import("./search-hits.js").Hit} Hit
 * @typedef {import("./search-filter.js").Asked} Asked
 * @typedef {import("./search-filter.js").Found} Found
 *
 * @typedef {object} Question
 * @property {string} typed
 * @property {string[]} facets such as need=money
 * @property {import("./near.js").Point} [point]
 * @property {number} [within] miles
 * @property {"best" | "nearest" | "next" | ""} sort empty for what suits the question
 * @property {number} most how many to give
 * @property {number} now a wall time
 *
 * @typedef {object} Way a question that asks less, and how many it would find
 * @property {string[]} without groups of filters; "within" for the distance, "typed" for the words
 * @property {number} count
 *
 * @typedef {object} Answer
 * @property {Hit[]} list in the order that is asked; at most so many
 * @property {Hit[]} apart what needs no way there, where others are by place
 * @property {Hit[]} unplaced of which nobody knows how far they are
 * @property {Hit[]} unsaid what may fit, and has not said
 * @property {{list: number, placed: number, apart: number, unsaid: number, timed: number}} totals `list` of `list` and
 *   `unplaced` together, `timed` those of them of which the next time is known
 * @property {Record<string, number>} counts of each facet
 * @property {string} order
 * @property {{ways: Way[], next: Hit[], nearest: Hit[]} | null} instead null where something was found
 */

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const OF_TIME = new Set(["day", "time", "open"]);
const FEW = 3;

/**
 * @param {{offers: Offer[][], terms: string[]}} library
 * @param {number[] | null} refs the documents with the words, best first; null where no words are asked
 * @param {Question} question
 * @param {ReadonlySet<number>} bankHolidays
 * @returns {Answer}
 */
export function answered(library, refs, question, bankHolidays) {
  const { offers, terms } = library;
  const { facets, point, most, now } = question;
  const times = clock(now, bankHolidays);
  const everything = offers.map((_, position) => position);
  const order = orderOf(question, refs !== null);

  /** @param {number[] | null} positions all of them where null @param {Asked} asked */
  const find = (positions, asked) => filtered(offers, terms, positions ?? everything, asked, times.isOpen);
  const hit = hitsOf(library, times, { now, point, order, weekdays: weekdaysOf(facets) });
  const sorted = (/** @type {Hit[]} */ hits) => hits.sort(comparison(order));

  const found = find(refs, question);
  const hubsAlone = refs === null && facets.length === 0 && point !== undefined;
  const isOpenHub = (/** @type {Offer[]} */ some) => isHub(some, terms) && !some[0].off;
  const fits = found.fits.filter(({ position }) => !hubsAlone || isOpenHub(offers[position]));
  const hits = sorted(fits.filter((fit) => !fit.apart).map(hit));
  const apart = sorted(fits.filter((fit) => fit.apart).map(hit));
  const unsaid = sorted(found.unsaid.map((fit) => ({ ...hit(fit), unsaid: fit.unsaid })));
  const deadEnd = hits.length === 0 && (apart.length === 0 || facets.length > 0);
  const placed = hits.filter((each) => !point || each.miles !== undefined);
  return {
    list: placed.slice(0, most),
    apart: apart.slice(0, most),
    unplaced: hits.filter((each) => point && each.miles === undefined).slice(0, most),
    unsaid: unsaid.slice(0, most),
    totals: {
      list: hits.length,
      placed: placed.length,
      apart: apart.length,
      unsaid: unsaid.length,
      timed: hits.filter(({ starts }) => starts < Infinity).length,
    },
    counts: Object.fromEntries(found.counts),
    order,
    instead: deadEnd ? insteadOf(library, refs, question, times, find) : null,
  };
}

/** @param {Question} question @param {boolean} words whether any are asked */
function orderOf({ sort, point }, words) {
  if (sort === "nearest" && !point) return words ? "best" : "next";
  if (sort === "best" && !words) return point ? "nearest" : "next";
  return sort || (point ? "nearest" : words ? "best" : "next");
}

/** @param {string[]} facets @returns {number[]} 0 for a Monday */
function weekdaysOf(facets) {
  return facets.filter((facet) => groupOf(facet) === "day").map((facet) => DAYS.indexOf(facet.slice("day=".length)));
}

/**
 * What helps where nothing fits: questions that ask less, what is next of the rest or of the need, and the nearest hub.
 *
 * @param {{offers: Offer[][], terms: string[]}} library
 * @param {number[] | null} refs
 * @param {Question} question
 * @param {ReturnType<typeof clock>} times
 * @param {(positions: number[] | null, asked: Asked) => Found} find
 */
function insteadOf(library, refs, question, times, find) {
  const { facets, point, within, now } = question;
  const hit = hitsOf(library, times, { now, point, order: "next", weekdays: [] });
  const untimed = facets.filter((facet) => !OF_TIME.has(groupOf(facet)));
  const need = facets.filter((facet) => groupOf(facet) === "need");
  const next = [untimed, need, []]
    .map((kept) => find(null, { facets: kept, point, within: kept.length > 0 ? within : undefined }))
    .map(({ fits }) => fits.map(hit).filter(({ held }) => held))
    .find((hits) => hits.length > 0);
  const hubs = find(null, { facets: ["type=hub"], point }).fits.filter(({ offers: [offer] }) => !offer.off).map(hit);
  return {
    ways: waysOf(question, refs, find),
    next: (next ?? []).sort(comparison("next")).slice(0, FEW),
    nearest: hubs.filter(({ miles }) => miles !== undefined).sort(comparison("nearest")).slice(0, 1),
  };
}

/**
 * What asking less would find: without one of the filters or the words; where that is nothing, without two.
 *
 * @param {Question} question
 * @param {number[] | null} refs
 * @param {(positions: number[] | null, asked: Asked) => Found} find
 * @returns {Way[]}
 */
function waysOf({ facets, point, within }, refs, find) {
  const groups = [...new Set(facets.map(groupOf)), ...(point && within ? ["within"] : []), ...(refs ? ["typed"] : [])];

  /** @param {string[]} without @returns {Way} */
  const way = (without) => {
    const { fits } = find(without.includes("typed") ? null : refs, {
      facets: facets.filter((facet) => !without.includes(groupOf(facet))),
      point,
      within: without.includes("within") ? undefined : within,
    });
    return { without, count: fits.filter(({ apart }) => !apart).length };
  };
  const ways = (/** @type {string[][]} */ some) =>
    some.filter(({ length }) => length < groups.length).map(way).filter(({ count }) => count > 0);

  const single = ways(groups.map((group) => [group]));
  const pairs = groups.flatMap((one, at) => groups.slice(at + 1).map((other) => [one, other]));
  return (single.length > 0 ? single : ways(pairs)).sort((one, other) => other.count - one.count);
}
