// Searches an index as the browser does: {files, questions} in. `files` are texts by address, index.json among them.
// Out come the titles that each question finds, best first, and the addresses that are fetched for it.

import { readFileSync } from "node:fs";
import { answered } from "../../theme/scripts/search-answer.js";
import { library } from "../../theme/scripts/search-library.js";

const HOME = "https://example.org";
const { files, questions } = JSON.parse(readFileSync(0, "utf8"));
let fetched = [];

globalThis.fetch = async (url) => {
  fetched.push(url.pathname);
  return { ok: true, json: async () => JSON.parse(files[url.pathname]) };
};

const answers = [];
for (const typed of questions) {
  fetched = ["/search/index.json"];
  const books = library(JSON.parse(files["/search/index.json"]), `${HOME}/search/index.json`);
  const { refs, exact } = await books.find(typed);
  const question = { typed, facets: [], sort: "best", most: 20, now: 0 };
  const { list, counts } = answered(await books.facets(), refs.map(Number), question, new Set());
  const documents = await books.documents(list.map(({ position }) => position));
  answers.push({ refs, exact, counts, titles: list.map(({ position }) => documents.get(position).title), fetched });
}
process.stdout.write(JSON.stringify(answers));
