/** Puts what is open now before what opens later, by the clock of the United Kingdom, and says how much is open. */

import { MINUTES_A_DAY, dayOf, dayWords, timeWords, wallTime, wallTimeOf } from "./london.js";
import { bankHolidaysAround, openState } from "./opening-hours.js";

/**
 * @typedef {{rank: number, at: number, opensAt: number | null}} When rank 0 is open; `at` orders those of one rank
 */

const RANKS = { open: 0, closed: 1, "by appointment": 2, unknown: 3 };
const NEVER = 4;
const NIGHT = { begins: 21 * 60, ends: 7 * 60 };

/**
 * Starts on a section with lists that have `data-first`. Their items have a status pill with `data-hours`, or times of
 * which each has `data-starts` and `data-ends`. What has `data-open-count` then says how many are open. Where
 * `data-heading` names a heading, that says it, what is not open gets a list of its own, and what has `data-none-open`
 * is shown while nothing is open, or at night where nobody has said when anything is. A list that somebody has put in another order (`data-sorted`) is left as it is.
 *
 * @param {HTMLElement} section
 */
export function start(section) {
  const lists = /** @type {HTMLElement[]} */ ([...section.querySelectorAll("[data-first]")]);
  const items = lists.map((list) => /** @type {HTMLElement[]} */ ([...list.children]));
  const count = section.querySelector("[data-open-count]");
  const heading = document.getElementById(section.dataset.heading ?? "");

  const sort = () => {
    const now = wallTime(new Date());
    const holidays = bankHolidaysAround(section);
    const all = items.map((some) => some.map((item) => ({ item, when: whenOpen(item, holidays, now) })));
    for (const some of all) some.sort((one, other) => one.when.rank - other.when.rank || one.when.at - other.when.at);
    lists.forEach((list, at) => {
      if (!list.dataset.sorted) list.append(...all[at].map(({ item }) => item));
    });
    const open = all.flat().filter(({ when }) => when.rank === 0).length;
    const unknown = all.flat().filter(({ when }) => when.rank === RANKS.unknown).length;
    section.dataset.ready = "";
    const nothingKnown = unknown === all.flat().length;
    section.querySelector("[data-none-open]")?.toggleAttribute("hidden", nothingKnown ? !isNight(now) : open > 0);
    if (nothingKnown) return; // what the page says already is all there is to say
    if (count) count.textContent = openWords(open, soonest(all.flat()), now, unknown);
    if (heading) split(heading, lists[0], all[0], open, unknown);
    else soonestListFirst(lists, all.map(([first]) => first.when));
  };
  sort();
  document.addEventListener("visibilitychange", () => document.hidden || sort());
}

/** Whether most doors are shut, whoever has said so. @param {number} now */
function isNight(now) {
  const minute = now % MINUTES_A_DAY;
  return minute < NIGHT.ends || minute >= NIGHT.begins;
}

/** Where the second list has something open and the first has not, that goes first. @param {HTMLElement[]} lists @param {When[]} firsts */
function soonestListFirst(lists, firsts) {
  const [one, other] = lists.map((list) => list.parentElement);
  if (one && other && firsts[1].rank === 0 && firsts[0].rank > 0) one.before(other);
}

/** @param {HTMLElement} item @param {ReadonlySet<number>} holidays @param {number} now @returns {When} */
function whenOpen(item, holidays, now) {
  const times = item.querySelector("[data-times]");
  if (times instanceof HTMLElement) return nextTime(times, now);
  const hours = item.querySelector("[data-hours]")?.getAttribute("data-hours");
  if (!hours) return { rank: RANKS.unknown, at: 0, opensAt: null };
  const { state, closesAt, opensAt } = openState(JSON.parse(hours), holidays, now);
  if (state === "open") return { rank: 0, at: -(closesAt ?? Infinity), opensAt: null };
  const rank = state === "closed" && opensAt === null ? NEVER : RANKS[state];
  return { rank, at: opensAt ?? 0, opensAt };
}

/** Says the first of the times that is not over. @param {HTMLElement} times @param {number} now @returns {When} */
function nextTime(times, now) {
  const spans = /** @type {HTMLElement[]} */ ([...times.querySelectorAll("[data-ends]")]).map((span) => ({
    span,
    starts: wallTimeOf(span.dataset.starts ?? ""),
    ends: wallTimeOf(span.dataset.ends ?? ""),
  }));
  if (spans.every(({ ends }) => Number.isNaN(ends))) return { rank: RANKS.unknown, at: 0, opensAt: null };
  const left = spans.find(({ ends }) => ends > now);
  times.hidden = !left;
  for (const { span } of spans) span.hidden = span !== left?.span;
  if (!left) return { rank: RANKS.unknown, at: 0, opensAt: null };
  const { span, starts } = left;
  const isOpen = starts <= now;
  times.dataset.state = isOpen ? "open" : "closed";
  if (!isOpen) {
    span.textContent = `Next: ${dayWords(dayOf(starts), dayOf(now))} at ${timeWords(starts)}`;
    return { rank: RANKS.closed, at: starts, opensAt: starts };
  }
  let until = left.ends;
  for (const after of spans) if (after.starts <= until) until = Math.max(until, after.ends);
  const always = until - now > MINUTES_A_DAY;
  span.textContent = always ? "Open now, all day and all night" : `Open now until ${timeWords(until)}`;
  return { rank: 0, at: -until, opensAt: null };
}

/** @param {{item: HTMLElement, when: When}[]} all */
function soonest(all) {
  const later = all.filter(({ when }) => when.opensAt !== null);
  return later.sort((one, other) => (one.when.opensAt ?? 0) - (other.when.opensAt ?? 0))[0];
}

/**
 * @param {number} open
 * @param {{item: HTMLElement, when: When} | undefined} next
 * @param {number} now
 * @param {number} unknown of how many nobody knows whether they are open
 */
function openWords(open, next, now, unknown) {
  if (open > 0) return open === 1 ? "1 of these is open now." : `${open} of these are open now.`;
  const none = `None of these is ${unknown ? "known to be " : ""}open just now.`;
  if (!next?.when.opensAt) return none;
  const name = next.item.querySelector("a")?.textContent ?? "";
  const { opensAt } = next.when;
  return `${none} The first to open is ${name}, ${dayWords(dayOf(opensAt), dayOf(now))} at ${timeWords(opensAt)}.`;
}

/**
 * Moves what is not open to a list of its own after the first.
 *
 * @param {HTMLElement} heading
 * @param {HTMLElement} list
 * @param {{item: HTMLElement, when: When}[]} sorted
 * @param {number} open
 * @param {number} unknown of how many nobody knows whether they are open
 */
function split(heading, list, sorted, open, unknown) {
  const words = open ? `Open now (${open})` : `No hub is ${unknown ? "known to be " : ""}open just now`;
  if (heading.textContent !== words) heading.textContent = words;
  let label = list.nextElementSibling;
  let later = label?.nextElementSibling;
  if (!label || !later) {
    label = Object.assign(document.createElement("h3"), { className: "govuk-heading-m app-later" });
    later = Object.assign(document.createElement("ul"), { className: list.className });
    list.after(label, later);
  }
  label.textContent = `${open ? "Open later" : "Opens next"}${unknown ? ", or ring to ask" : ""}`;
  label.toggleAttribute("hidden", open === sorted.length);
  list.toggleAttribute("hidden", open === 0);
  later.append(...sorted.filter(({ when }) => when.rank > 0).map(({ item }) => item));
}
