/** What differs between the answers and the record, field by field, and how people read it. */

import { nodeAt } from "./checking.js";
import { itemWords, settled } from "./items.js";
import { at, isGroup, same } from "./ways.js";

/**
 * @typedef {import("./ways.js").Json} Json
 * @typedef {import("./controls.js").Choices} Choices
 * @typedef {import("./items.js").Item} Item
 * @typedef {import("./items.js").ItemList} ItemList
 *
 * @typedef {object} Difference
 * @property {string} field
 * @property {Json} old null for nothing
 * @property {Json} new
 * @property {string} label what people call the field
 * @property {string} before the old value in words
 * @property {string} after
 */

/** @param {import("./parts.js").Drawn} drawn @returns {Difference[]} */
export function differencesOf({ record, questions, controls, lists }) {
  const single = [...controls].flatMap(([way, { label, read, choices }]) =>
    difference(way, label, at(record, way), settled(read(), at(record, way)), choices),
  );
  return [...single, ...lists.flatMap((list) => inList(list, at(record, list.way), questions))];
}

/** @param {ItemList} list @returns {Item[]} those that have not ended, and of which something is said */
export function filled(list) {
  return list.items().filter((item) => item.before || !isBlank(item.read()));
}

/** @type {(field: string, label: string, old: Json, now: Json, choices?: Choices) => Difference[]} */
function difference(field, label, old, now, choices) {
  if (same(old, now)) return [];
  return [{ field, label, old: old ?? null, new: now ?? null, before: words(old, choices), after: words(now, choices) }];
}

/** @type {(list: ItemList, old: Json, questions: import("./parts.js").Questions) => Difference[]} */
function inList(list, old, { schema, choices }) {
  if (!list.named) {
    const now = filled(list).map(({ read }) => read());
    return difference(list.way, nodeAt(schema, list.way.split("/")).title, old, now.length > 0 ? now : null);
  }
  const hubs = { hub: choices[`${list.way}/*/hub`] };
  const taken = new Set(list.all.map(({ before }) => String(before?.id ?? "")));
  return list.all.flatMap((item) => (item.before ? ofItem(list.way, item, item.before, hubs) : ofNew(list.way, item, taken, hubs)));
}

/** @type {(way: string, item: Item, before: {[name: string]: Json}, hubs: Record<string, Choices>) => Difference[]} */
function ofItem(way, item, before, hubs) {
  const called = itemWords(before, hubs);
  const field = `${way}/${before.id}`;
  if (item.ended) return [{ field, label: "Session", old: before, new: null, before: called, after: "" }];
  const after = item.read();
  return [...item.controls].flatMap(([name, { label, choices }]) =>
    difference(`${field}/${name}`, `${label} (${called})`, at(before, name), at(after, name), choices),
  );
}

/** @type {(way: string, item: Item, taken: Set<string>, hubs: Record<string, Choices>) => Difference[]} */
function ofNew(way, item, taken, hubs) {
  const value = item.read();
  if (item.ended || isBlank(value)) return [];
  const id = newName(value, taken);
  const after = itemWords(value, hubs);
  return [{ field: `${way}/${id}`, label: "New session", old: null, new: { id, ...value }, before: "", after }];
}

/** @param {{[name: string]: Json}} item */
function isBlank({ schedule, ...rest }) {
  return Object.keys(rest).length === 0 && (!isGroup(schedule) || Object.keys(schedule).every((name) => name === "repeats"));
}

const LONGEST_NAME = 50;

/** @param {{[name: string]: Json}} item @param {Set<string>} taken @returns {string} a short name that no other has */
function newName(item, taken) {
  const words = `${at(item, "schedule/days/0") ?? item.name ?? "session"} ${item.hub ?? ""}`;
  const parts = words.toLowerCase().match(/[a-z0-9]+/g) ?? ["session"];
  const start = parts.join("-").slice(0, LONGEST_NAME).replace(/-$/, "");
  let name = start;
  for (let number = 2; taken.has(name); number += 1) name = `${start}-${number}`;
  taken.add(name);
  return name;
}

/** @param {Json} value @param {Choices} [choices] @returns {string} */
function words(value, choices) {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((each) => words(each)).join("; ");
  if (isGroup(value)) return Object.values(value).map((each) => words(each)).join(", ");
  const label = choices?.find(([each]) => each === value)?.[1];
  return label ?? (value === "unknown" ? "Not known" : String(value));
}
