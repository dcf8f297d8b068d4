/** Puts what is open now before what opens later, by the clock of the United Kingdom, and says how much is open. */

import { gettext, ngettext, textOf, told } from "./language.js";
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
    count?.replaceChildren(...told(openWords(open, soonest(all.flat()), now, unknown)));
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
    const values = { day: dayWords(dayOf(starts), dayOf(now)), time: timeWords(starts) };
    span.textContent = gettext("Next: %(day)s at %(time)s", values);
    return { rank: RANKS.closed, at: starts, opensAt: starts };
  }
  let until = left.ends;
  for (const after of spans) if (after.starts <= until) until = Math.max(until, after.ends);
  const always = until - now > MINUTES_A_DAY;
  span.textContent = always
    ? gettext("Open now, all day and all night")
    : gettext("Open now until %(time)s", { time: timeWords(until) });
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
  if (open > 0) return ngettext("%(number)s of these is open now.", "%(number)s of these are open now.", open);
  const none = unknown
    ? gettext("None of these is known to be open just now.")
    : gettext("None of these is open just now.");
  if (!next?.when.opensAt) return none;
  const link = next.item.querySelector("a");
  const { opensAt } = next.when;
  const first = gettext("The first to open is %(name)s, %(day)s at %(time)s.", {
    name: link ? textOf(link) : "",
    day: dayWords(dayOf(opensAt), dayOf(now)),
    time: timeWords(opensAt),
  });
  return `${none} ${first}`;
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
  const words = headingWords(open, unknown);
  if (heading.textContent !== words) heading.textContent = words;
  let label = list.nextElementSibling;
  let later = label?.nextElementSibling;
  if (!label || !later) {
    label = Object.assign(document.createElement("h3"), { className: "govuk-heading-m app-later" });
    later = Object.assign(document.createElement("ul"), { className: list.className });
    list.after(label, later);
  }
  label.textContent = laterWords(open, unknown);
  label.toggleAttribute("hidden", open === sorted.length);
  list.toggleAttribute("hidden", open === 0);
  later.append(...sorted.filter(({ when }) => when.rank > 0).map(({ item }) => item));
}

/** @param {number} number of hubs that are open @param {number} unknown of how many nobody knows */
function headingWords(number, unknown) {
  if (number > 0) return gettext("Open now (%(number)s)", { number });
  return unknown ? gettext("No hub is known to be open just now") : gettext("No hub is open just now");
}

/** @param {number} open @param {number} unknown of how many nobody knows */
function laterWords(open, unknown) {
  if (open > 0) return unknown ? gettext("Open later, or ring to ask") : gettext("Open later");
  return unknown ? gettext("Opens next, or ring to ask") : gettext("Opens next");
}
