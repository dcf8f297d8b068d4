/**
 * Where somebody says that they are: a postcode, a town or the device's own answer. Nothing of it leaves the page, but for
 * the first half of a postcode, where the site has a file of the postcodes that begin so.
 */

import { gettext, ngettext, numberWords, pgettext } from "./language.js";

/**
 * What `/search/places.json` holds: points as latitude and longitude.
 *
 * @typedef {[number, number]} Point
 * @typedef {{sectors: Record<string, Point>, outward?: string[], places: [string, number, number][]}} Places
 * @typedef {{name: string, point: Point, inward?: string}} Where `name` is what may be told to others: never a whole
 *   postcode, whose second half is `inward`
 */

const OUTWARD = "[A-Z]{1,2}[0-9][0-9A-Z]?";
const WHOLE = new RegExp(`^(${OUTWARD})([0-9])[A-Z]{2}$`);
const SECTOR = new RegExp(`^(${OUTWARD})([0-9])[A-Z]?$`); // also where the last letter is not typed yet
const DISTRICT = new RegExp(`^${OUTWARD}$`);
const EARTH_RADIUS_MILES = 3958.8;

/**
 * The place that is meant: a string says in a sentence why there is none, and `outside` that it is too far away.
 *
 * @param {string} typed
 * @param {Places} places
 * @returns {Where | string | {outside: string}}
 */
export function whereIs(typed, places) {
  const compact = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const whole = WHOLE.exec(compact) ?? WHOLE.exec(compact.replace(/O(?=[A-Z]{2}$)/, "0")); // an O typed for a nought
  if (whole) return atSector(`${whole[1]} ${whole[2]}`, places, whole[0].slice(-3));
  if (DISTRICT.test(compact) && inDistrict(compact, places).length > 0 && !/\s[0-9]$/.test(typed.trim())) {
    return { name: compact, point: middle(inDistrict(compact, places)) };
  }
  const sector = SECTOR.exec(compact);
  if (sector) return atSector(`${sector[1]} ${sector[2]}`, places);
  if (DISTRICT.test(compact)) return outside(compact);
  return named(typed, places);
}

/** @param {Point} here @param {Point} there @returns {number} miles */
export function miles(here, there) {
  const [north, east] = [0, 1].map((at) => ((there[at] - here[at]) * Math.PI) / 180);
  const shrink = Math.cos((here[0] * Math.PI) / 180) * Math.cos((there[0] * Math.PI) / 180);
  const part = Math.sin(north / 2) ** 2 + shrink * Math.sin(east / 2) ** 2;
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.sqrt(part));
}

/** @param {number} distance @returns {string} 0.4 miles, 1 mile, 12 miles, as the pages say it */
export function milesWords(distance) {
  const tenths = Math.round(distance * 10) / 10;
  if (tenths < 0.1) return gettext("less than %(number)s miles", { number: numberWords(0.1) });
  const whole = Math.round(distance);
  if (tenths < 10 && tenths !== whole) {
    return pgettext("a part of a mile", "%(number)s miles", { number: numberWords(tenths) });
  }
  return ngettext("%(number)s mile", "%(number)s miles", whole);
}

/** @param {string} sector @param {Places} places @param {string} [inward] the second half of a whole postcode */
function atSector(sector, places, inward) {
  const point = places.sectors[sector];
  return point ? { name: sector, point, inward } : outside(sector.split(" ")[0]);
}

/**
 * The same place, as near to the very postcode as the site knows: else the middle of its sector, as it was.
 *
 * @param {Where} where
 * @param {Places} places
 * @param {(outward: string) => Promise<Record<string, Point>>} fetchPoints
 * @returns {Promise<Where>}
 */
export async function closer(where, places, fetchPoints) {
  const [outward] = where.name.split(" ");
  if (!where.inward || !places.outward?.includes(outward)) return where;
  const points = await fetchPoints(outward.toLowerCase()).catch(() => /** @type {Record<string, Point>} */ ({}));
  return { ...where, point: points[where.inward] ?? where.point };
}

/** @param {string} district @param {Places} places */
function inDistrict(district, places) {
  return Object.keys(places.sectors)
    .filter((sector) => sector.startsWith(`${district} `))
    .map((sector) => places.sectors[sector]);
}

/** @param {Point[]} points @returns {Point} */
function middle(points) {
  const sum = (/** @type {0 | 1} */ at) => points.reduce((total, point) => total + point[at], 0) / points.length;
  return [sum(0), sum(1)];
}

/** @param {string} typed @param {Places} places @returns {Where | string} */
function named(typed, { places }) {
  const wanted = plain(typed);
  const begins = places.filter(([name]) => plain(name).startsWith(wanted));
  const found = places.find(([name]) => plain(name) === wanted) ?? begins[0];
  if (wanted.length < 2 || !found) return unknown(typed);
  return { name: found[0], point: [found[1], found[2]] };
}

/** @param {string} typed */
function unknown(typed) {
  return gettext("We do not know “%(typed)s”. Try a postcode, or the name of a town.", { typed });
}

/** @param {string} text small letters without accents and signs */
function plain(text) {
  const letters = text.normalize("NFKD").toLowerCase().replace(/['’\u0300-\u036f]/g, "");
  return letters.replace(/[^a-z0-9]+/g, " ").replace(/^saint /, "st ").trim();
}

/** @param {string} district */
function outside(district) {
  return { outside: gettext("%(postcode)s is outside the area that we know.", { postcode: district }) };
}
