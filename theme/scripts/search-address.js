/**
 * What is asked of the search, as the address of the page says it: `?q=debt&near=PL5+4&within=3&sort=next`, and a
 * parameter for each filter, such as `need=money`.
 *
 * @typedef {{q: string, near: string, within: string, sort: string, facets: string[]}} Asked
 */

const ORDERS = new Set(["best", "nearest", "next"]);

/**
 * @param {string} search the part of an address from its question mark
 * @param {ReadonlySet<string>} known the facets that the page can filter by; others are left out
 * @returns {Asked}
 */
export function askedIn(search, known) {
  const parameters = new URLSearchParams(search);
  const said = (/** @type {string} */ name) => parameters.get(name)?.trim() ?? "";
  const facets = [...parameters].map(([name, value]) => `${name}=${value.trim()}`).filter((facet) => known.has(facet));
  return {
    q: said("q"),
    near: said("near"),
    within: /^\d+$/.test(said("within")) ? said("within") : "",
    sort: ORDERS.has(said("sort")) ? said("sort") : "",
    facets: [...new Set(facets)],
  };
}

/**
 * @param {Asked} asked
 * @returns {string} from its question mark; empty where nothing is asked
 */
export function addressOf({ q, near, within, sort, facets }) {
  const parameters = new URLSearchParams();
  const said = [["q", q.trim()], ["near", near.trim()], ...facets.map(parts), ["within", within], ["sort", sort]];
  for (const [name, value] of said) if (value) parameters.append(name, value);
  const text = parameters.toString();
  return text && `?${text}`;
}

/** @param {string} facet @returns {[string, string]} */
function parts(facet) {
  const at = facet.indexOf("=");
  return [facet.slice(0, at), facet.slice(at + 1)];
}

/** @param {Asked} one @param {Asked} other */
export function isSame(one, other) {
  return addressOf(one) === addressOf(other);
}
