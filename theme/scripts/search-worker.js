/**
 * Answers searches away from the page, so that typing never stutters. The first message is the search index, an
 * ArrayBuffer of JSON; each later one asks, `{id, typed}`, and is answered with `{id, documents, exact}`.
 */

import lunr from "lunr";

import { answer } from "./words.js";

/**
 * What `/search/index.json` holds: lunr's own serialised index, and the document that each of its references means.
 * A document's `url` is from the root of the site.
 *
 * @typedef {{kind: string, title: string, summary: string, place?: string | null, url: string}} SearchDocument
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
    const { refs, exact } = answer(index, data.typed);
    postMessage({ id: data.id, documents: refs.map((ref) => documents[ref]), exact });
  }
});
