/**
 * Asks Lighthouse about pages, each several times, and prints the best as JSON, a line a page.
 *
 *     node measure.js ROUNDS FLAGS ADDRESS…
 *
 * `CHROME_PATH` names the browser and FLAGS, with spaces between, how it starts. A line holds the address, the score of
 * each category out of 100, and the audits that did not pass with how much each weighs.
 */

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [rounds, flags, ...addresses] = process.argv.slice(2);
const chrome = await launch({ chromeFlags: ["--headless", ...flags.split(" ")] });
const settings = { skipAudits: ["full-page-screenshot"], pauseAfterLoadMs: 0, pauseAfterFcpMs: 0 };
const options = { port: chrome.port, logLevel: "error", output: "json" };

try {
  for (const address of addresses) {
    let best = null;
    for (let round = 0; round < Number(rounds); round += 1) {
      const { lhr } = await lighthouse(address, options, { extends: "lighthouse:default", settings });
      const found = summary(lhr);
      if (best === null || found.scores.performance > best.scores.performance) best = found;
    }
    console.log(JSON.stringify({ address, ...best }));
  }
} finally {
  await chrome.kill();
}

/** The scores of one run, and what did not pass. */
function summary({ categories, audits }) {
  const scores = {};
  const failed = [];
  for (const [name, category] of Object.entries(categories)) {
    scores[name] = Math.round(category.score * 100);
    for (const { id, weight } of category.auditRefs) {
      const { score, title, displayValue } = audits[id];
      if (weight > 0 && score !== null && score < 1) failed.push({ category: name, id, title, score, displayValue });
    }
  }
  return { scores, failed };
}
