// Answers questions as the search worker does: {whole, questions} in, [{list, apart, unsaid, totals, counts, instead}] out,
// with titles for documents.

import { readFileSync } from "node:fs";
import { answered } from "../../theme/scripts/search-answer.js";
import { library } from "../../theme/scripts/search-library.js";

const { whole, questions } = JSON.parse(readFileSync(0, "utf8"));
const books = library(whole, "https://example.org/search/index.json");
const facets = await books.facets();
const titled = ({ position }) => whole.documents[position].title;

const answers = [];
for (const question of questions) {
  const refs = question.typed ? (await books.find(question.typed)).refs.map(Number) : null;
  const asked = { typed: "", facets: [], sort: "", most: 1000, ...question };
  const { list, apart, unsaid, instead, ...rest } = answered(facets, refs, asked, new Set());
  const next = instead?.next.map(titled);
  answers.push({ ...rest, list: list.map(titled), apart: apart.map(titled), unsaid: unsaid.map(titled), ways: instead?.ways, next });
}
process.stdout.write(JSON.stringify(answers));
