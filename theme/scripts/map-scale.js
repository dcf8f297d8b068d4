/** The bar that tells distances: in miles however near, as the drawing has it, and never in feet. */

import L from "leaflet";

import { gettext, ngettext } from "./language.js";

const METRES_A_MILE = 1609.344;
/** @type {[number, string][]} */
const LENGTHS = [
  ...[100, 50, 20, 10, 5, 2, 1].map(whole),
  [0.5, gettext("½ mile")],
  [0.25, gettext("¼ mile")],
  [0.1, gettext("1/10 mile")],
  [0.05, gettext("1/20 mile")],
];

/** @param {number} miles @returns {[number, string]} */
function whole(miles) {
  return [miles, ngettext("%(number)s mile", "%(number)s miles", miles)];
}

/** @param {number} width in pixels, at most */
export function milesScale(width) {
  const scale = L.control.scale({ maxWidth: width, metric: false });
  const _updateImperial = (/** @type {number} */ metres) => {
    const miles = metres / METRES_A_MILE;
    const [length, words] = LENGTHS.find(([each]) => each <= miles) ?? LENGTHS[LENGTHS.length - 1];
    const { _iScale: bar, _updateScale: update } = /** @type {any} */ (scale);
    update.call(scale, bar, words, length / miles);
  };
  return Object.assign(scale, { _updateImperial });
}
