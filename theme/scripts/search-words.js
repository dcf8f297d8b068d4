/** What the search page says about an answer, in a sentence. */

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
  const about = typed ? ` for “${typed}”` : "";
  const within = filters > 0 ? " with these filters" : "";
  if (list === 0) return apart > 0 ? `${counted(apart)}${about}, by phone or online` : `Nothing found${about}${within}`;
  const first = order === "nearest" && near ? `, nearest to ${near} first` : order === "next" && totals.timed > 0 ? ", soonest first" : "";
  const and = apart > 0 ? `, and ${apart} by phone or online` : "";
  const hubs = !typed && filters === 0 ? ": our hubs" : "";
  const count = counted(list);
  if (exact) return `${count}${about}${hubs}${first}${and}`;
  if (near) return `${count} that ${list === 1 ? "comes" : "come"} close to “${typed}”${first}${and}`;
  return `Nothing matches “${typed}” exactly. ${count} ${list === 1 ? "comes" : "come"} close${first}${and}`;
}

/** @param {number} count */
function counted(count) {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "result" : "results"}`;
}

/**
 * @param {string[]} without labels of what would be left out
 * @param {number} count
 * @returns {string} Without “Free”: 3 results
 */
export function wayWords(without, count) {
  const left = without.map((label) => `“${label}”`).join(" and ");
  return `Without ${left}: ${counted(count)}`;
}

/** @param {Reply["totals"]} totals @returns {string} 3 more have not said; ring to ask */
export function unsaidWords({ list, apart, unsaid }) {
  const more = list + apart > 0 ? " more" : "";
  return `${unsaid.toLocaleString("en-GB")}${more} ${unsaid === 1 ? "has" : "have"} not said; ring to ask`;
}
