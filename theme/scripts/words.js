/** The words of what a reader types, and how they look for documents in a lunr index. Runs in the search worker. */

import lunr from "lunr";

import { gettext } from "./language.js";

/**
 * @typedef {object} Answer
 * @property {string[]} refs references of the documents found, best first
 * @property {boolean} exact whether these have all the words, as they were typed
 */

const MOST_WORDS = 12;
const LONGEST_WORD = 40;
const SHORT_WORD = 4; // differs by a letter from too many others
const SHORT_BEGINNING = 2; // begins too many others
const BOOST = { stem: 10, prefix: 3, similar: 1 };
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** Words that everybody types who looks for help, and that tell nothing of what kind. */
const ASKING = new Set([
  ..."find get help im ive looking need please want".split(" "),
  // Translators: words that say nothing of what somebody looks for, as many as there are, in small letters without
  // apostrophes; also the most common small words, such as "with", "for", "the" and "my".
  ...gettext("find get help im ive looking need please want").split(" "),
]);

/**
 * The words that are looked for, in lower case. Signs that mean something to lunr (`+ - : * ~ ^`) never reach it.
 *
 * @param {string} typed
 * @returns {string[]}
 */
export function wordsOf(typed) {
  const plain = typed.normalize("NFKC").toLowerCase().replace(/['’]/g, "");
  const words = [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])];
  const telling = words.filter((word) => !ASKING.has(word) && !isStopWord(word));
  return (telling.length > 0 ? telling : words).slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
}

/**
 * Looks for documents with all the words; where there are none, for those with any, the more words the better. A word
 * counts by its stem and as the beginning of a longer one. A word that is in no document is taken for one that differs
 * by a letter, or else for one that begins as it does.
 *
 * @param {lunr.Index} index
 * @param {string} typed
 * @returns {Answer}
 */
export function answer(index, typed) {
  const words = wordsOf(typed);
  /** @type {Map<string, {words: number, score: number}>} */
  const found = new Map();
  let asTyped = 0;
  let matched = 0;
  for (const word of words) {
    const typedHits = index.query((query) => beginningWith(query, word, words.length === 1));
    const hits = typedHits.length > 0 ? typedHits : similarTo(index, word);
    asTyped += Number(typedHits.length > 0);
    matched += Number(hits.length > 0);
    for (const { ref, score } of hits) {
      const before = found.get(ref) ?? { words: 0, score: 0 };
      found.set(ref, { words: before.words + 1, score: before.score + score });
    }
  }
  const all = [...found];
  const whole = all.filter(([, match]) => match.words === matched);
  const best = (whole.length > 0 ? whole : all).sort(
    ([, one], [, other]) => other.words * other.score - one.words * one.score,
  );
  return { refs: best.map(([ref]) => ref), exact: asTyped === words.length && whole.length > 0 };
}

/**
 * The numbers of the terms that `answer` looks at, so that the rest of a large index need not be there.
 *
 * @param {string[]} terms all of an index, in the order of scripts
 * @param {string} typed
 * @returns {number[]}
 */
export function termsFor(terms, typed) {
  const words = wordsOf(typed);
  return words.flatMap((word) => {
    const stemmed = numberOf(terms, stem(word));
    const begun = words.length === 1 || word.length > SHORT_BEGINNING ? beginningIn(terms, word) : [];
    const found = stemmed < 0 ? begun : [stemmed, ...begun];
    if (found.length > 0 || word.length <= SHORT_WORD) return found;
    const similar = [...new Set(oneLetterOff(word).map(stem))].map((each) => numberOf(terms, each)).filter((at) => at >= 0);
    return similar.length > 0 ? similar : beginningIn(terms, roughBeginning(word));
  });
}

/** @param {string[]} terms @param {string} term @returns {number} -1 where it is not among them */
function numberOf(terms, term) {
  const at = placeOf(terms, term);
  return terms[at] === term ? at : -1;
}

/** @param {string[]} terms @param {string} beginning @returns {number[]} */
function beginningIn(terms, beginning) {
  const found = [];
  for (let at = placeOf(terms, beginning); terms[at]?.startsWith(beginning); at += 1) found.push(at);
  return found;
}

/** @param {string[]} terms @param {string} term @returns {number} where it is, or would be */
function placeOf(terms, term) {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (terms[middle] < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param {string} word @returns {string} what a word that nobody knows is taken to begin with */
function roughBeginning(word) {
  return word.slice(0, Math.max(SHORT_WORD, Math.ceil(word.length / 2)));
}

/** @param {lunr.Query} query @param {string} word @param {boolean} alone whether nothing else was typed */
function beginningWith(query, word, alone) {
  query.term(word, { boost: BOOST.stem });
  if (alone || word.length > SHORT_BEGINNING) {
    query.term(word, { boost: BOOST.prefix, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
  }
}

/** @param {lunr.Index} index @param {string} word */
function similarTo(index, word) {
  if (word.length <= SHORT_WORD) return [];
  const known = /** @type {any} */ (index).invertedIndex; // lunr's own; its search for similar terms knows stems only
  const stems = new Set(oneLetterOff(word).map(stem).filter((candidate) => Object.hasOwn(known, candidate)));
  if (stems.size > 0) {
    return index.query((query) => {
      for (const each of stems) query.term(each, { boost: BOOST.similar, usePipeline: false });
    });
  }
  const beginning = roughBeginning(word);
  const wildcard = lunr.Query.wildcard.TRAILING;
  return index.query((query) => query.term(beginning, { boost: BOOST.similar, usePipeline: false, wildcard }));
}

/**
 * Every string that lacks one letter of the word, has one more, has one other, or has two neighbours swapped.
 *
 * @param {string} word
 * @returns {string[]}
 */
export function oneLetterOff(word) {
  const cuts = Array.from({ length: word.length + 1 }, (_, at) => [word.slice(0, at), word.slice(at)]);
  return cuts.flatMap(([before, after]) => [
    ...LETTERS.map((letter) => before + letter + after),
    ...(after ? [before + after.slice(1), ...LETTERS.map((letter) => before + letter + after.slice(1))] : []),
    ...(after.length > 1 ? [before + after[1] + after[0] + after.slice(2)] : []),
  ]);
}

/** @param {string} word @returns {string} */
function stem(word) {
  return lunr.stemmer(new lunr.Token(word, {})).toString();
}

/** @param {string} word */
function isStopWord(word) {
  return lunr.stopWordFilter(new lunr.Token(word, {})) === undefined;
}
