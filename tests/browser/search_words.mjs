// Reads {words: [...], typed: [...]} as JSON; writes the stem of each word and the words looked for in each typed text.

import { readFileSync } from "node:fs";

import lunr from "lunr";

import { wordsOf } from "../../theme/scripts/words.js";

const { words, typed } = JSON.parse(readFileSync(0, "utf8"));
const stems = words.map((word) => lunr.stemmer(new lunr.Token(word, {})).toString());
process.stdout.write(JSON.stringify({ stems, lookedFor: typed.map(wordsOf) }));
