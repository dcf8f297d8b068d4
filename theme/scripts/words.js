/** The words of what a reader types, and how they look for documents in a lunr index. Shared with no page: no DOM here. */

import lunr from "lunr";

/**
 * @typedef {object} Answer
 * @property {string[]} refs references of the documents found, best first
 * @property {boolean} exact false where words had to be taken for similar ones
 */

const MOST_WORDS = 12;
const LONGEST_WORD = 40;
const SHORT_WORD = 4;
const BOOST = { stem: 10, prefix: 3, similar: 1 };

/**
 * The words that are looked for, in lower case. Signs that mean something to lunr (`+ - : * ~ ^`) never reach it.
 *
 * @param {string} typed
 * @returns {string[]}
 */
export function wordsOf(typed) {
  const plain = typed.normalize("NFKC").toLowerCase().replace(/['’]/g, "");
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => lunr.stopWordFilter(new lunr.Token(word, {})) !== undefined);
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
}

/**
 * Looks for documents with all the words; where there are none, for those with most of them. A word counts by its stem
 * and as the beginning of a longer one. A word that is in no document is taken for one that differs by a letter, or that
 * begins as it does.
 *
 * @param {lunr.Index} index
 * @param {string} typed
 * @returns {Answer}
 */
export function answer(index, typed) {
  /** @type {Map<string, {words: number, score: number}>} */
  const found = new Map();
  let exact = true;
  for (const word of wordsOf(typed)) {
    let hits = index.query((query) => asTyped(query, word));
    if (hits.length === 0 && word.length > SHORT_WORD) {
      hits = index.query((query) => similar(query, word));
      exact &&= hits.length === 0;
    }
    for (const { ref, score } of hits) {
      const before = found.get(ref) ?? { words: 0, score: 0 };
      found.set(ref, { words: before.words + 1, score: before.score + score });
    }
  }
  const most = Math.max(0, ...[...found.values()].map(({ words }) => words));
  const best = [...found].filter(([, { words }]) => words === most).sort(([, one], [, other]) => other.score - one.score);
  return { refs: best.map(([ref]) => ref), exact };
}

/** @param {lunr.Query} query @param {string} word */
function asTyped(query, word) {
  query.term(word, { boost: BOOST.stem });
  if (word.length > 1) {
    query.term(word, { boost: BOOST.prefix, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
  }
}

/** @param {lunr.Query} query @param {string} word */
function similar(query, word) {
  query.term(word, { boost: BOOST.similar, editDistance: 1 });
  query.term(word, { boost: BOOST.similar, editDistance: 1, usePipeline: false });
  const beginning = word.slice(0, Math.max(SHORT_WORD, Math.ceil(word.length / 2)));
  query.term(beginning, { boost: BOOST.similar / 10, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
}
