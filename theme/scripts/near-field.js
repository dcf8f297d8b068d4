/** The field that asks where somebody is, with a button, if there is one, for the device's own answer. */

import { gettext } from "./language.js";
import { closer, whereIs } from "./near.js";

/** @typedef {import("./near.js").Where} Where */

const MINE = gettext("My location");
const NO_LOCATION = gettext("We could not get your location. Type a postcode or a town instead.");
const NOT_WORKING = gettext("This is not working just now.");

/**
 * Starts the field inside `box`, and shows both.
 *
 * @param {HTMLElement} box
 * @param {string} address of the file that says where places are
 * @param {() => void} changed called when somebody has said where they are, or has taken it back
 */
export function nearField(box, address, changed) {
  const field = /** @type {HTMLInputElement} */ (box.querySelector("input"));
  const button = box.querySelector("button[type=button]");
  const trouble = /** @type {HTMLElement} */ (box.querySelector("[data-trouble]"));
  /** @type {Promise<import("./near.js").Places> | undefined} */
  let places;
  /** @type {Where | null} */
  let here = null; // the device's answer
  /** @type {Record<string, Promise<any>>} */
  const points = {};
  const fetched = (/** @type {string} */ file) =>
    fetch(file).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(file))));

  const load = () => {
    places ??= fetched(address);
    places.catch(() => (places = undefined));
    return places;
  };
  const find = async (/** @type {string} */ typed) => {
    const known = await load();
    const found = whereIs(typed, known);
    if (typeof found === "string" || "outside" in found) return found;
    return closer(found, known, (outward) => (points[outward] ??= fetched(postcodesAt(outward))));
  };
  const postcodesAt = (/** @type {string} */ outward) => address.replace("places.json", `postcodes/${outward}.json`);
  const help = box.querySelector("template");
  const complain = (/** @type {string} */ words, away = false) => {
    trouble.textContent = words;
    if (away && help) trouble.append(" ", help.content.cloneNode(true)); // who to ask instead
    trouble.hidden = !words;
    field.toggleAttribute("aria-invalid", Boolean(words));
    if (words) field.setAttribute("aria-describedby", trouble.id);
    else field.removeAttribute("aria-describedby");
  };

  box.hidden = false;
  field.addEventListener("focus", () => load().catch(() => {}), { once: true });
  field.addEventListener("input", () => {
    here = null;
    complain("");
  });
  field.addEventListener("change", changed);
  if (button instanceof HTMLElement && "geolocation" in navigator) {
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          here = { name: MINE, point: [coords.latitude, coords.longitude] };
          field.value = MINE;
          complain("");
          changed();
        },
        () => complain(NO_LOCATION),
        { timeout: 10_000, maximumAge: 300_000 },
      );
    });
  }

  return {
    /** @param {string} typed */
    set(typed) {
      if (typed !== field.value) here = null;
      field.value = typed;
      complain("");
    },
    /** What may be in the address of the page: never a whole postcode, nor where the device is. */
    async shared() {
      const where = await this.where();
      return where && where !== here ? where.name : "";
    },
    /** @returns {Promise<Where | null>} null where nothing is said, or nothing that is known, which the field then says */
    async where() {
      const typed = field.value.trim();
      if (here && typed === MINE) return here;
      if (!typed) return null;
      const found = await find(typed).catch(() => NOT_WORKING);
      if (typed !== field.value.trim()) return null; // the reader typed on
      if (typeof found === "string") complain(found);
      else if ("outside" in found) complain(found.outside, true);
      else complain("");
      return typeof found === "string" || "outside" in found ? null : found;
    },
  };
}
