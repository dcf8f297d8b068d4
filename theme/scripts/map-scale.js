/** The bar that tells distances: in miles however near, as the drawing has it, and never in feet. */

import L from "leaflet";

const METRES_A_MILE = 1609.344;
/** @type {[number, string][]} */
const LENGTHS = [
  [100, "100 miles"],
  [50, "50 miles"],
  [20, "20 miles"],
  [10, "10 miles"],
  [5, "5 miles"],
  [2, "2 miles"],
  [1, "1 mile"],
  [0.5, "½ mile"],
  [0.25, "¼ mile"],
  [0.1, "1/10 mile"],
  [0.05, "1/20 mile"],
];

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
