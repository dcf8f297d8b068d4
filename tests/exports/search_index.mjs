// Unpacks a search index as the browser does: {whole, questions} in, {index, found} out; found are titles, best first.

import { readFileSync } from "node:fs";
import { unpacked } from "../../theme/scripts/search-index.js";

const { whole, questions } = JSON.parse(readFileSync(0, "utf8"));
const index = unpacked(whole.words);
const found = questions.map((words) => index.search(words).map(({ ref }) => whole.documents[ref].title));
process.stdout.write(JSON.stringify({ index: index.toJSON(), found }));
