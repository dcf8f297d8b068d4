/** Makes lunr's index of the packed words that `/search/index.json` holds: the same as lunr itself would have stored. */

import lunr from "lunr";

/**
 * See `hubatlas.exports.search_words`.
 *
 * @typedef {object} PackedWords
 * @property {Record<string, number>} fields how much a word counts in each
 * @property {number[]} weights how much each document counts
 * @property {number[]} lengths how many words each field of each document has
 * @property {string[]} terms
 * @property {(number[] | undefined)[]} postings of each term; undefined where they are not fetched
 */

const K1 = 1.2; // what lunr takes by default
const B = 0.75;

/**
 * @param {PackedWords} words
 * @returns {lunr.Index}
 */
export function unpacked(words) {
  const fields = Object.keys(words.fields);
  const count = words.lengths.length / fields.length;
  const averages = fields.map((_, field) => average(words.lengths, field, fields.length));
  /** @type {Map<string, (string | number)[]>} */
  const vectors = new Map();
  const invertedIndex = words.terms.flatMap((term, number) => {
    const packed = words.postings[number];
    if (!packed) return [];
    const standing = read(packed, fields.length);
    const inDocuments = standing.length; // as lunr counts: once for each field
    const rarity = Math.log(1 + Math.abs((count - inDocuments + 0.5) / (inDocuments + 0.5)));
    /** @type {Record<string, any>} */
    const posting = { _index: number };
    for (const field of fields) posting[field] = {};
    for (const [document, field, often] of standing) {
      const name = fields[field];
      posting[name][document] = {};
      const length = words.lengths[document * fields.length + field];
      const share = K1 * (1 - B + B * (length / averages[field]));
      const boost = words.fields[name] * words.weights[document];
      const score = rarity * (((K1 + 1) * often) / (share + often)) * boost;
      const reference = `${name}/${document}`;
      const vector = vectors.get(reference) ?? [];
      vector.push(number, Math.round(score * 1000) / 1000);
      vectors.set(reference, vector);
    }
    return [[term, posting]];
  });
  return lunr.Index.load({
    version: lunr.version,
    fields,
    fieldVectors: [...vectors],
    invertedIndex,
    pipeline: ["stemmer"],
  });
}

/**
 * @param {number[]} posting
 * @param {number} fields how many there are
 * @returns {[number, number, number][]} document, field and how often, for each field of a document where the word is
 */
function read(posting, fields) {
  const repeated = 2 ** fields;
  /** @type {[number, number, number][]} */
  const standing = [];
  let document = 0;
  for (let at = 0; at < posting.length; ) {
    document += posting[at];
    const where = posting[at + 1];
    at += 2;
    for (let field = 0; field < fields; field += 1) {
      if (where & (2 ** field)) {
        standing.push([document, field, where & repeated ? posting[at] : 1]);
        if (where & repeated) at += 1;
      }
    }
  }
  return standing;
}

/** @param {number[]} lengths @param {number} field @param {number} fields */
function average(lengths, field, fields) {
  let total = 0;
  for (let at = field; at < lengths.length; at += fields) total += lengths[at];
  return total / (lengths.length / fields);
}
