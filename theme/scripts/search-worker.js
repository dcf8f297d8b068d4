/**
 * Answers searches away from the page, so that typing never stutters. The first message is `{index, address,
 * bankHolidays}`: the search index as it was sent, where it is from, and days since 1 January 1970. Each later one is
 * `{id, question}` (see `search-answer.js`), answered with `{id, reply}`, in which every hit has what a result shows, or
 * with `{id, error}`.
 */

import { answered } from "./search-answer.js";
import { library } from "./search-library.js";

const SERVICES_NAMED = 3;

/**
 * What a result shows. Its `url` is from the root of the site.
 *
 * @typedef {object} SearchDocument
 * @property {string} kind
 * @property {string} title
 * @property {string} summary
 * @property {string | null} [place]
 * @property {string} url
 *
 * @typedef {import("./search-hits.js").Hit} Hit
 * @typedef {SearchDocument & {miles?: number, at?: string, when?: Hit["when"], services: string[], more: number,
 *   unsaid?: string[]}} Result `at` is the hub or the venue where it can be had nearest or next, `services` the first
 *   that a hub is found by, and `more` how many more there are
 *
 * @typedef {object} Reply
 * @property {Result[]} list
 * @property {Result[]} apart
 * @property {Result[]} unplaced
 * @property {Result[]} unsaid
 * @property {import("./search-answer.js").Answer["totals"]} totals
 * @property {Record<string, number>} counts
 * @property {string} order
 * @property {{ways: import("./search-answer.js").Way[], next: Result[], nearest: Result[]} | null} instead
 * @property {boolean} exact whether what is found has all the words as they were typed
 */

/** @type {import("./search-library.js").Library} */
let books;
/** @type {Set<number>} */
let bankHolidays;

addEventListener("message", async ({ data }) => {
  if (data.index) {
    books = library(JSON.parse(new TextDecoder().decode(data.index)), data.address);
    bankHolidays = new Set(data.bankHolidays);
    return;
  }
  try {
    postMessage({ id: data.id, reply: await reply(data.question) });
  } catch (error) {
    postMessage({ id: data.id, error: String(error) });
  }
});

/** @param {import("./search-answer.js").Question} question @returns {Promise<Reply>} */
async function reply(question) {
  const facets = books.facets(); // while words are on their way
  const { refs, exact } = question.typed ? await books.find(question.typed) : { refs: null, exact: true };
  const found = answered(await facets, refs && refs.map(Number), question, bankHolidays);
  const { list, apart, unplaced, unsaid, instead } = found;
  const hits = [...list, ...apart, ...unplaced, ...unsaid, ...(instead ? [...instead.next, ...instead.nearest] : [])];
  const documents = await books.documents([...new Set(hits.flatMap(named))]);
  const all = (/** @type {Hit[]} */ some) => some.map((hit) => shown(hit, documents));
  return {
    ...found,
    list: all(list),
    apart: all(apart),
    unplaced: all(unplaced),
    unsaid: all(unsaid),
    instead: instead && { ...instead, next: all(instead.next), nearest: all(instead.nearest) },
    exact,
  };
}

/** @param {Hit} hit @returns {number[]} the documents whose names a result says */
function named({ position, hub, services = [] }) {
  return [position, ...(hub === undefined ? [] : [hub]), ...services.slice(0, SERVICES_NAMED)];
}

/** @param {Hit} hit @param {Map<number, SearchDocument>} documents @returns {Result} */
function shown({ position, miles, hub, venue, when, services = [], unsaid }, documents) {
  const titled = (/** @type {number} */ at) => documents.get(at)?.title ?? "";
  const at = hub === undefined ? venue : titled(hub);
  const document = /** @type {SearchDocument} */ (documents.get(position));
  const some = services.slice(0, SERVICES_NAMED).map(titled);
  return { ...document, miles, at, when, services: some, more: services.length - some.length, unsaid };
}
