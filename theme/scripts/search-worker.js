/**
 * Answers searches away from the page, so that typing never stutters. The first message is the search index, an
 * ArrayBuffer of JSON; each later one asks, `{id, typed, point}`, and is answered with `{id, documents, exact, near}`.
 * From a point, documents come nearest first with the `miles` to them; with nothing typed, these are the hubs.
 */

import lunr from "lunr";

import { miles } from "./near.js";
import { answer } from "./words.js";

/**
 * What `/search/index.json` holds: lunr's own serialised index, and the document that each of its references means.
 * A document's `url` is from the root of the site; `at` are points, or numbers of documents whose point it is.
 *
 * @typedef {object} SearchDocument
 * @property {string} kind
 * @property {string} title
 * @property {string} summary
 * @property {string | null} [place]
 * @property {string} url
 * @property {([number, number] | number)[]} [at]
 * @property {boolean} [remote]
 * @property {number} [miles]
 * @property {string} [hub] the nearest hub where it can be had
 * @typedef {{index: object, documents: Record<string, SearchDocument>}} SearchIndex
 */

/** @type {lunr.Index} */
let index;
/** @type {Record<string, SearchDocument>} */
let documents;

addEventListener("message", ({ data }) => {
  if (data instanceof ArrayBuffer) {
    /** @type {SearchIndex} */
    const whole = JSON.parse(new TextDecoder().decode(data));
    index = lunr.Index.load(whole.index);
    documents = whole.documents;
  } else {
    const { refs, exact } = data.point && !data.typed ? hubs() : answer(index, data.typed);
    const found = refs.map((ref) => documents[ref]);
    const near = Boolean(data.point);
    postMessage({ id: data.id, documents: near ? nearest(found, data.point) : found, exact, near });
  }
});

function hubs() {
  const refs = Object.keys(documents).filter((ref) => documents[ref].url.startsWith("/hubs/"));
  return { refs, exact: true };
}

/** @param {SearchDocument[]} found @param {[number, number]} point */
function nearest(found, point) {
  const measured = found.map((document) => ({ ...document, ...distance(document, point) }));
  return measured.sort((one, other) => (one.miles ?? Infinity) - (other.miles ?? Infinity) || 0);
}

/**
 * The miles to where a thing can be had nearest, and the hub that is, for things that are not hubs.
 *
 * @param {SearchDocument} document
 * @param {[number, number]} point
 * @returns {{miles?: number, hub?: string}}
 */
function distance({ at = [] }, point) {
  const all = at.map((each) => {
    const hub = typeof each === "number" ? documents[each] : undefined;
    const there = /** @type {[number, number]} */ (hub?.at?.[0] ?? each);
    return { miles: miles(point, there), hub: hub?.title };
  });
  return all.sort((one, other) => one.miles - other.miles)[0] ?? {};
}
