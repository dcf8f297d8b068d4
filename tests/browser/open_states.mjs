// Reads a list of [hours, bank holidays, London wall clock] as JSON and writes what the browser would say of each.

import { readFileSync } from "node:fs";

import { dayNumber } from "../../theme/scripts/london.js";
import { openState, openWords } from "../../theme/scripts/opening-hours.js";

const clock = (wall) => (wall === null ? null : new Date(wall * 60_000).toISOString().slice(0, 16));

const answers = JSON.parse(readFileSync(0, "utf8")).map(([hours, bankHolidays, at]) => {
  const now = Date.parse(`${at}Z`) / 60_000;
  const state = openState(hours, new Set(bankHolidays.map(dayNumber)), now);
  return { state: state.state, closesAt: clock(state.closesAt), opensAt: clock(state.opensAt), words: openWords(state, now) };
});
process.stdout.write(JSON.stringify(answers));
