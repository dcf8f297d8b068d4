/**
 * Words for readers, in the language of the page. They stand in scripts in English, as GNU gettext has them: messages
 * within `gettext`, `pgettext` and `ngettext` are collected by `make languages`, and the build puts their translations
 * before the script for pages in another language, as `hubAtlas`: the words by message, and which form goes with a
 * number.
 *
 * Texts of records that nobody has translated come marked (see `hubatlas.language`). `make` shows them as what they are;
 * whatever else is done with a text takes the marks off with `plain`, or shows it with `told`.
 *
 * @typedef {Record<string, string | number>} Values what stands in the places that a message names as %(name)s
 */

const OWN = "en-GB";
const CONTEXT_ENDS = "\u0004"; // as in files of GNU gettext
const MARKS = /[\ue000\ue001]/g;
const MARKED = /(\ue000[^\ue000\ue001]*\ue001)/;
const PLACE_OF_VALUE = /%\(([a-z_]+)\)s/g;

/** @type {{words: Record<string, string | string[]>, form: (number: number) => number} | undefined} */
const translated = /** @type {any} */ (globalThis).hubAtlas;

/** The tag of the page's language; in a worker, where there is no page, that of records. */
export const LANGUAGE = globalThis.document?.documentElement.lang || OWN;

/** @param {string} message @param {Values} [values] @returns {string} */
export function gettext(message, values = {}) {
  const found = translated?.words[message];
  return filled(typeof found === "string" ? found : message, values);
}

/**
 * The same for a message that means different things in different places; `context` tells which this is.
 *
 * @param {string} context
 * @param {string} message
 * @param {Values} [values]
 * @returns {string}
 */
export function pgettext(context, message, values = {}) {
  const found = translated?.words[context + CONTEXT_ENDS + message];
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

/**
 * What is said, with elements in the places that its values left.
 *
 * @param {string} said
 * @param {Record<string, Node>} elements
 * @returns {(string | Node)[]}
 */
export function withElements(said, elements) {
  return said.split(PLACE_OF_VALUE).map((part, at) => (at % 2 ? elements[part] : part));
}

/** @param {string} text @returns {string} without marks, for attributes and whatever else takes no elements */
export function plain(text) {
  return text.replace(MARKS, "");
}

/** @param {string} text @returns {(string | Node)[]} with what is not in the page's language in elements that say so */
export function told(text) {
  return text.split(MARKED).map((part, at) => {
    if (at % 2 === 0) return plain(part);
    return Object.assign(document.createElement("span"), { lang: OWN, textContent: plain(part) });
  });
}

/** @param {Element} element @returns {string} its text, in which what is not in the page's language is marked again */
export function textOf(element) {
  const parts = [...element.childNodes].map((node) => {
    const text = node.textContent ?? "";
    return node instanceof HTMLElement && node.lang === OWN && LANGUAGE !== OWN ? `\ue000${text}\ue001` : text;
  });
  return parts.join("").trim();
}

/** @param {string} text @param {Values} values */
function filled(text, values) {
  return text.replace(PLACE_OF_VALUE, (place, name) => String(values[name] ?? place));
}
