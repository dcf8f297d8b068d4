/**
 * Answers searches away from the page, so that typing never stutters. The first message names the index,
 * `{index: address}`; each later one asks, `{id, typed}`, and is answered with `{id, documents, exact}` or `{id, error}`.
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

/** @type {Promise<{index: lunr.Index, documents: Record<string, SearchDocument>}>} */
let loaded;

/** @param {string} address */
async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  /** @type {SearchIndex} */
  const { index, documents } = await response.json();
  return { index: lunr.Index.load(index), documents };
}

addEventListener("message", async ({ data }) => {
  if (data.index) {
    loaded = load(data.index);
    loaded.catch(() => {}); // each question reports it
    return;
  }
  try {
    const { index, documents } = await loaded;
    const { refs, exact } = answer(index, data.typed);
    postMessage({ id: data.id, documents: refs.map((ref) => documents[ref]), exact });
  } catch (error) {
    postMessage({ id: data.id, error: String(error) });
  }
});
