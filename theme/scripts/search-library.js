/**
 * What the search looks things up in, from `/search/index.json`: all of it at once, or, for a large network, only the
 * parts that a question needs (see `hubatlas.exports.search_parts`).
 */

import { unpacked } from "./search-index.js";
import { offersOf } from "./search-offers.js";
import { answer, termsFor } from "./words.js";

/**
 * @typedef {import("./search-index.js").PackedWords} PackedWords
 * @typedef {import("./search-offers.js").PackedFacets} PackedFacets
 * @typedef {import("./search-worker.js").SearchDocument} SearchDocument
 *
 * @typedef {{words: PackedWords, facets: PackedFacets, documents: SearchDocument[]}} WholeIndex
 * @typedef {{parts: string, chunk: number, words: PackedWords & {starts: number[]}}} SplitIndex
 *
 * @typedef {object} Library
 * @property {(typed: string) => Promise<import("./words.js").Answer>} find
 * @property {() => Promise<{offers: import("./search-offers.js").Offer[][], terms: string[]}>} facets
 * @property {(positions: number[]) => Promise<Map<number, SearchDocument>>} documents
 */

/**
 * @param {WholeIndex | SplitIndex} index
 * @param {string} address of the index
 * @returns {Library}
 */
export function library(index, address) {
  return "parts" in index ? inParts(index, new URL(index.parts, address)) : whole(index);
}

/** @param {WholeIndex} index @returns {Library} */
function whole({ words, facets, documents }) {
  const index = unpacked(words);
  const offers = { offers: offersOf(facets), terms: facets.terms };
  return {
    find: async (typed) => answer(index, typed),
    facets: async () => offers,
    documents: async (positions) => new Map(positions.map((position) => [position, documents[position]])),
  };
}

/** @param {SplitIndex} index @param {URL} folder @returns {Library} */
function inParts({ words, chunk }, folder) {
  const { starts, terms } = words;
  /** @type {Map<string, Promise<any>>} */
  const fetched = new Map();
  let index = unpacked({ ...words, postings: [] });
  /** @type {PackedWords["postings"]} */
  const postings = [];
  /** @type {Promise<Awaited<ReturnType<Library["facets"]>>> | undefined} */
  let facets;

  /** @param {string} name */
  const part = (name) => {
    const found = fetched.get(name) ?? load(new URL(name, folder));
    fetched.set(name, found);
    found.catch(() => fetched.delete(name)); // the next question asks again
    return found;
  };

  /** @param {string} typed */
  const withPostingsFor = async (typed) => {
    const numbers = termsFor(terms, typed).filter((term) => !postings[term]);
    const wanted = new Set(numbers.map((term) => starts.filter((start) => start <= term).length - 1));
    const runs = await Promise.all([...wanted].map(async (run) => [run, await part(`words-${run}.json`)]));
    for (const [run, list] of runs) {
      list.forEach((/** @type {number[]} */ posting, /** @type {number} */ at) => (postings[starts[run] + at] = posting));
    }
    if (runs.length > 0) index = unpacked({ ...words, postings });
    return index;
  };

  return {
    find: async (typed) => answer(await withPostingsFor(typed), typed),
    facets() {
      facets ??= part("facets.json").then((packed) => ({ offers: offersOf(packed), terms: packed.terms }));
      facets.catch(() => (facets = undefined));
      return facets;
    },
    async documents(positions) {
      const found = positions.map(async (position) => {
        const list = await part(`documents-${Math.floor(position / chunk)}.json`);
        return /** @type {[number, SearchDocument]} */ ([position, list[position % chunk]]);
      });
      return new Map(await Promise.all(found));
    },
  };
}

/** @param {URL} address */
async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname} answered ${answer.status}`);
  return answer.json();
}
