/** What the search page says about an answer, in a sentence. */

import { gettext, ngettext } from "./language.js";
import { MINUTES_A_DAY, dayOf, dayWords, timeWords } from "./london.js";
import { openWords } from "./opening-hours.js";

/**
 * @typedef {import("./search-worker.js").Reply} Reply
 */

/**
 * @param {Reply} reply
 * @param {{typed: string, near?: string, filters: number}} asked near is where the reader is
 * @returns {string} 3 results for “food”, nearest to PL1 1 first, and 2 by phone or online
 */
export function countWords({ totals, exact, order }, { typed, near, filters }) {
  const { list, apart } = totals;
  if (list === 0 && apart === 0) return nothingWords(typed, filters > 0);
  if (list === 0) return gettext("%(results)s, by phone or online", { results: resultsFor(apart, typed) });
  let words = exact ? resultsFor(list, typed) : closeWords(list, typed, near !== undefined);
  if (exact && !typed && filters === 0) words = gettext("%(results)s: our hubs", { results: words });
  if (order === "nearest" && near) {
    words = gettext("%(results)s, nearest to %(place)s first", { results: words, place: near });
  } else if (order === "next" && totals.timed > 0) {
    words = gettext("%(results)s, soonest first", { results: words });
  }
  if (apart === 0) return words;
  const values = { results: words };
  return ngettext(
    "%(results)s, and %(number)s by phone or online",
    "%(results)s, and %(number)s by phone or online",
    apart,
    values,
  );
}

/** @param {string} typed @param {boolean} filtered */
function nothingWords(typed, filtered) {
  if (typed) {
    return filtered
      ? gettext("Nothing found for “%(typed)s” with these filters", { typed })
      : gettext("Nothing found for “%(typed)s”", { typed });
  }
  return filtered ? gettext("Nothing found with these filters") : gettext("Nothing found");
}

/** @param {number} count @param {string} typed */
function resultsFor(count, typed) {
  if (!typed) return counted(count);
  return ngettext("%(number)s result for “%(typed)s”", "%(number)s results for “%(typed)s”", count, { typed });
}

/** @param {number} count of what has not all the words as they were typed @param {string} typed @param {boolean} near */
function closeWords(count, typed, near) {
  if (near) {
    return ngettext(
      "%(number)s result that comes close to “%(typed)s”",
      "%(number)s results that come close to “%(typed)s”",
      count,
      { typed },
    );
  }
  return ngettext(
    "Nothing matches “%(typed)s” exactly. %(number)s result comes close",
    "Nothing matches “%(typed)s” exactly. %(number)s results come close",
    count,
    { typed },
  );
}

/** @param {number} count */
function counted(count) {
  return ngettext("%(number)s result", "%(number)s results", count);
}

/**
 * @param {string[]} without labels of what would be left out
 * @param {number} count
 * @returns {string} Without “Free”: 3 results
 */
export function wayWords(without, count) {
  const left = without
    .map((label) => `“${label}”`)
    .reduce((first, last) => gettext("%(first)s and %(last)s", { first, last }));
  return gettext("Without %(filters)s: %(results)s", { filters: left, results: counted(count) });
}

/** @param {Reply["totals"]} totals @returns {string} 3 more have not said; ring to ask */
export function unsaidWords({ list, apart, unsaid }) {
  return list + apart > 0
    ? ngettext("%(number)s more has not said; ring to ask", "%(number)s more have not said; ring to ask", unsaid)
    : ngettext("%(number)s has not said; ring to ask", "%(number)s have not said; ring to ask", unsaid);
}

/** @param {import("./search-hits.js").When} when @returns {string} Open now until 5pm; empty where nothing is known */
export function whenWords({ now, occasion, state }) {
  if (occasion) return nextWords(occasion, now);
  return state ? openWords(state, now) : "";
}

/**
 * @param {import("./search-times.js").Occasion} occasion
 * @param {number} now a wall time
 * @returns {string} On now until 8pm. Next: tomorrow, 6pm to 8pm
 */
function nextWords({ starts, ends, timed }, now) {
  const allDay = ends - starts >= MINUTES_A_DAY;
  if (timed && starts <= now) {
    return allDay ? gettext("On now, all day and all night") : gettext("On now until %(time)s", { time: timeWords(ends) });
  }
  const day = dayWords(dayOf(starts), dayOf(now));
  if (!allDay) {
    return gettext("Next: %(day)s, %(opens)s to %(closes)s", { day, opens: timeWords(starts), closes: timeWords(ends) });
  }
  return timed ? gettext("Next: %(day)s, all day", { day }) : gettext("Next: %(day)s", { day });
}
