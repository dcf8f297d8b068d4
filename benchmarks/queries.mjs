// How long lunr.js takes over an index: `node queries.mjs index.json` prints {"load_ms", "query_ms"} as JSON.

import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import lunr from "lunr";

const QUERIES = ["money", "monye~1", "wor*", "food bank", "quiet +music", "old mill hub", "advice -work"];
const ROUNDS = 5;

const text = readFileSync(process.argv[2], "utf8");

/** The middle of the values, as noise makes single ones worthless. */
function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}

/** Milliseconds that `work` takes. */
function milliseconds(work) {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

let index;
const loads = Array.from({ length: ROUNDS }, () =>
  milliseconds(() => {
    index = lunr.Index.load(JSON.parse(text).index);
  }),
);
const queries = Array.from({ length: ROUNDS }, () => QUERIES.map((query) => milliseconds(() => index.search(query)))).flat();
console.log(JSON.stringify({ load_ms: median(loads), query_ms: median(queries) }));
