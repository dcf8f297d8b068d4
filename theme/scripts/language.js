/**
 * Words for readers, in the language of the page. They stand in scripts in English, as GNU gettext has them: messages
 * within `gettext` and `ngettext` are collected by `make languages`, and the build puts their translations before the
 * script for pages in another language, as `hubAtlas`: the words by message, and which form goes with a number.
 *
 * @typedef {Record<string, string | number>} Values what stands in the places that a message names as %(name)s
 */

/** @type {{words: Record<string, string | string[]>, form: (number: number) => number} | undefined} */
const translated = /** @type {any} */ (globalThis).hubAtlas;

/** The tag of the page's language. In a worker there is no page, and no words. */
export const LANGUAGE = globalThis.document?.documentElement.lang || "en-GB";

/** @param {string} message @param {Values} [values] @returns {string} */
export function gettext(message, values = {}) {
  const found = translated?.words[message];
  return filled(typeof found === "string" ? found : message, values);
}

/**
 * The message that goes with a number, which it can name as %(number)s.
 *
 * @param {string} one
 * @param {string} many
 * @param {number} number
 * @param {Values} [values]
 * @returns {string}
 */
export function ngettext(one, many, number, values = {}) {
  const found = translated?.words[one];
  const text = Array.isArray(found) ? found[translated?.form(number) ?? 0] : number === 1 ? one : many;
  return filled(text, { number: numberWords(number), ...values });
}

/** @param {number} number @returns {string} 1,234 or 0.5, as the language writes it */
export function numberWords(number) {
  return number.toLocaleString(LANGUAGE);
}

/** @param {string} text @param {Values} values */
function filled(text, values) {
  return text.replace(/%\(([a-z_]+)\)s/g, (place, name) => String(values[name] ?? place));
}
