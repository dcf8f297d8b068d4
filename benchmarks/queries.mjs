// How long a browser's code takes over an index, and what it fetches: `node queries.mjs SITE/search/index.json` prints
// {"load_ms", "query_ms", "first_query_bytes_gzip"} as JSON. The last is the most that any one of the queries fetches, if
// it is the first that is asked: the index, the parts that it needs, and the documents of the first page of results.

import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { answered } from "../theme/scripts/search-answer.js";
import { library } from "../theme/scripts/search-library.js";

const QUERIES = ["money", "monye", "wor", "m", "food bank", "quiet music", "old mill hub", "advice work help carers"];
const ROUNDS = 3;
const FIRST_PAGE = 20;

const address = pathToFileURL(process.argv[2]);
let bytes = 0;

/** A file, counted as a web server sends it. */
function read(url) {
  const body = readFileSync(fileURLToPath(url));
  bytes += gzipSync(body, { level: 9 }).length;
  return body.toString("utf8");
}

globalThis.fetch = async (url) => ({ ok: true, json: async () => JSON.parse(read(url)) });

/** The middle of the values, as noise makes single ones worthless. */
function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}

/** Asks as the search page does. */
async function ask(books, typed) {
  const { refs } = await books.find(typed);
  const question = { typed, facets: [], sort: "", most: FIRST_PAGE, now: 0 };
  const { list } = answered(await books.facets(), refs.map(Number), question, new Set());
  const named = list.flatMap(({ position, hub }) => (hub === undefined ? [position] : [position, hub]));
  await books.documents([...new Set(named)]);
}

const loads = [];
const queries = [];
let most = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  for (const typed of QUERIES) {
    bytes = 0;
    const text = read(address);
    const begun = performance.now();
    const books = library(JSON.parse(text), address.href);
    await books.facets();
    const loaded = performance.now();
    await ask(books, typed);
    most = Math.max(most, bytes);
    const again = performance.now();
    await ask(books, typed);
    queries.push(performance.now() - again);
    loads.push(loaded - begun);
  }
}
console.log(JSON.stringify({ load_ms: median(loads), query_ms: median(queries), first_query_bytes_gzip: most }));
