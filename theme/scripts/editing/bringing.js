/** Makes the outline of a record say what it says now, and touches only what differs, as `hubatlas.records.formatting`. */

import { bare } from "./outline.js";

/**
 * @typedef {import("./layout.js").Json} Json
 * @typedef {import("./outline.js").Entry} Entry
 * @typedef {import("./outline.js").Scalar} Scalar
 * @typedef {import("./outline.js").Collection} Collection
 * @typedef {{[name: string]: Json}} Group
 */

/** @param {Json} value @returns {Scalar | Collection} the outline of a value that nobody has commented on */
export function plain(value) {
  if (Array.isArray(value)) return { isList: true, entries: value.map((each) => bare(null, plain(each))) };
  if (isGroup(value)) {
    return { isList: false, entries: Object.entries(value).map(([name, each]) => bare(name, plain(each))) };
  }
  return { text: String(value), isPlain: typeof value !== "string" };
}

/** @param {Collection} group the outline of what was there before @param {Group} before @param {Group} after */
export function bringGroup(group, before, after) {
  group.entries = group.entries.filter(({ name }) => Object.hasOwn(after, name ?? ""));
  for (const [name, value] of Object.entries(after)) {
    const entry = group.entries.find((each) => each.name === name);
    if (!entry) group.entries.push(bare(name, plain(value)));
    else if (!isSame(before[name], value)) bring(entry, before[name], value);
  }
}

/** @param {Entry} entry @param {Json} before @param {Json} after */
function bring(entry, before, after) {
  const { value } = entry;
  if ("entries" in value && isGroup(before) && isGroup(after)) bringGroup(value, before, after);
  else if ("entries" in value && Array.isArray(before) && Array.isArray(after)) bringList(value, before, after);
  else entry.value = plain(after);
}

/**
 * As for a group; an item is known again by its `id`, or else by being the same as before.
 *
 * @param {Collection} list
 * @param {Json[]} before
 * @param {Json[]} after
 */
function bringList(list, before, after) {
  const left = list.entries.map((entry, place) => ({ entry, value: before[place] }));
  list.entries = after.map((value) => {
    const place = left.findIndex((each) => isSameItem(each.value, value));
    if (place < 0) return bare(null, plain(value));
    const [found] = left.splice(place, 1);
    if (!isSame(found.value, value)) bring(found.entry, found.value, value);
    return found.entry;
  });
}

/** @param {Json} one @param {Json} other */
function isSameItem(one, other) {
  return isGroup(one) && isGroup(other) && "id" in one ? one.id === other.id : isSame(one, other);
}

/** @param {Json} one @param {Json} other @returns {boolean} whatever the order of names */
export function isSame(one, other) {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [names, others] = [Object.keys(one), Object.keys(other)];
  const [first, second] = [/** @type {Group} */ (one), /** @type {Group} */ (other)];
  return (
    names.length === others.length &&
    names.every((name) => Object.hasOwn(second, name) && isSame(first[name], second[name]))
  );
}

/** @param {Json} value @returns {value is Group} */
function isGroup(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
