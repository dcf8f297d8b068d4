/** The whole form of a record: what is asked, what differs from the record, and what is wrong with the answers. */

import { make } from "../elements.js";
import { checker, nodeAt } from "./checking.js";
import { control } from "./controls.js";
import { itemList, itemWords, settled } from "./items.js";
import { at, isGroup, put, same } from "./ways.js";

/**
 * @typedef {import("./ways.js").Json} Json
 * @typedef {import("./controls.js").Control} Control
 * @typedef {import("./controls.js").Choices} Choices
 * @typedef {import("./items.js").Item} Item
 * @typedef {import("./items.js").ItemList} ItemList
 *
 * @typedef {import("./formats.js").Said & {
 *   parts: {title: string, fields: string[]}[],
 *   schema: import("./checking.js").Schema,
 *   choices: Record<string, Choices>,
 * }} Questions
 *
 * @typedef {object} Difference
 * @property {string} field
 * @property {Json} old null for nothing
 * @property {Json} new
 * @property {string} label what people call the field
 * @property {string} before the old value in words
 * @property {string} after
 *
 * @typedef {object} Wrong
 * @property {string} words
 * @property {Control | null} control the question that is at fault
 *
 * @typedef {object} RecordForm
 * @property {HTMLElement[]} parts
 * @property {() => Difference[]} differences
 * @property {() => Wrong[]} check says beside each question what is wrong with its answer
 */

/**
 * @param {{[name: string]: Json}} record
 * @param {Questions} questions
 * @returns {RecordForm}
 */
export function recordForm(record, questions) {
  /** @type {Map<string, Control>} */
  const controls = new Map();
  /** @type {ItemList[]} */
  const lists = [];
  const { schema, choices } = questions;

  /** @param {string} way */
  const ask = (way, more = {}) => {
    const made = control(nodeAt(schema, way.split("/")), at(record, way), more);
    controls.set(way, made);
    return made.group;
  };
  /** @param {string} way @param {string[]} fields @returns {HTMLElement} */
  const askList = (way, fields) => {
    const node = nodeAt(schema, way.split("/"));
    const within = Object.fromEntries(fields.map((field) => [field, choices[`${way}/*/${field}`]]).filter(([, each]) => each));
    const list = itemList({ way, node, fields, value: at(record, way), choices: within });
    lists.push(list);
    return list.group;
  };

  const parts = questions.parts.map(({ title, fields }) => {
    const inside = make("div", { class: "govuk-details__text app-suggest__part" });
    const done = new Set();
    for (const field of fields) {
      const [list, within] = field.split("/*/");
      const node = nodeAt(schema, field.split("/"));
      if (within) {
        if (done.has(list)) continue;
        done.add(list);
        const all = fields.filter((each) => each.startsWith(`${list}/*/`)).map((each) => each.split("/*/")[1]);
        inside.append(askList(list, all));
      } else if (field.endsWith("/*")) {
        inside.append(askTerms(field.slice(0, -2)));
      } else if (node.type === "array" && node.items.properties) {
        inside.append(make("h3", { class: "govuk-heading-s" }, node.title), make("div", { class: "govuk-hint" }, node.description));
        inside.append(askList(field, Object.keys(node.items.properties)));
      } else {
        const short = node["x-form"] === "day_hours" || node["x-form"] === "bank_holiday_hours";
        if (short && !done.has("hours")) {
          done.add("hours");
          inside.append(make("div", { class: "govuk-hint" }, `${node["x-shape"]} For example 09:00-12:30, 13:30-17:00. Leave it empty if it is not known.`));
        }
        const needed = (schema.required ?? []).includes(field);
        const group = ask(field, { choices: choices[field], required: needed, ...(short ? { hint: "" } : {}) });
        group.classList.toggle("app-suggest__row", short);
        inside.append(group);
      }
    }
    const summary = make("summary", { class: "govuk-details__summary" }, make("span", { class: "govuk-details__summary-text" }, title));
    return make("details", { class: "govuk-details" }, summary, inside);
  });

  /** @param {string} name @returns {HTMLElement} */
  function askTerms(name) {
    const terms = make("div", { class: "app-suggest__terms" });
    for (const [term, label] of choices[`${name}/*`] ?? []) {
      const group = ask(`${name}/${term}`, { label });
      group.classList.add("app-suggest__row");
      terms.append(group);
    }
    return make("div", {}, make("h3", { class: "govuk-heading-s" }, nodeAt(schema, [name]).title), terms);
  }

  const draft = () => {
    const value = structuredClone(record);
    for (const [way, { read }] of controls) put(value, way.split("/"), settled(read(), at(record, way)));
    for (const list of lists) put(value, list.way.split("/"), emptyIsNone(filled(list).map((item) => named(list, item))));
    return value;
  };
  const judge = checker(schema, questions);

  return {
    parts,
    differences: () => [
      ...[...controls].flatMap(([way, each]) => difference(way, each.label, at(record, way), settled(each.read(), at(record, way)), each.choices)),
      ...lists.flatMap((list) => differencesOfList(list, record, questions)),
    ],
    check: () => {
      const all = [...controls.values(), ...lists.flatMap(({ all }) => all.flatMap((item) => [...item.controls.values()]))];
      for (const { complain } of all) complain("");
      return judge(only(draft(), schema)).map(({ path, message, hint }) => {
        const found = controls.get(path.join("/")) ?? inLists(path, lists) ?? nearest(path, controls);
        const words = `${message}${hint ? `; ${hint}` : ""}${hint.endsWith("?") ? "" : "."}`;
        const whole = words.charAt(0).toUpperCase() + words.slice(1);
        found?.complain(whole);
        return { words: whole, control: found };
      });
    },
  };
}

/** @param {Json[]} items @returns {Json} */
function emptyIsNone(items) {
  return items.length > 0 ? items : null;
}

/** @param {string[]} path @param {Map<string, Control>} controls @returns {Control | null} the first question of the group at fault */
function nearest(path, controls) {
  for (let length = path.length; length > 0; length -= 1) {
    const start = path.slice(0, length).join("/");
    for (const [way, each] of controls) if (way === start || way.startsWith(`${start}/`)) return each;
  }
  return null;
}

/** @param {string[]} path @param {ItemList[]} lists @returns {Control | undefined} */
function inLists(path, lists) {
  const way = path.join("/");
  const list = lists.find((each) => way.startsWith(`${each.way}/`));
  if (!list) return undefined;
  const [index, ...rest] = path.slice(list.way.split("/").length);
  const item = filled(list)[Number(index)];
  return item && (item.controls.get(rest.join("/")) ?? nearest(rest, item.controls) ?? [...item.controls.values()][0]);
}

/** @param {Json} value @param {import("./checking.js").Schema} schema @returns {Json} what the form asks about */
function only(value, schema) {
  if (Array.isArray(value)) return schema.items ? value.map((each) => only(each, schema.items)) : value;
  if (!isGroup(value) || !schema.properties) return value;
  const kept = Object.keys(schema.properties).filter((name) => Object.hasOwn(value, name));
  return Object.fromEntries(kept.map((name) => [name, only(value[name], schema.properties[name])]));
}

/** @type {(field: string, label: string, old: Json, now: Json, choices?: Choices) => Difference[]} */
function difference(field, label, old, now, choices) {
  if (same(old, now)) return [];
  return [{ field, label, old: old ?? null, new: now ?? null, before: words(old, choices), after: words(now, choices) }];
}

/** @type {(list: ItemList, record: {[name: string]: Json}, questions: Questions) => Difference[]} */
function differencesOfList(list, record, questions) {
  const title = nodeAt(questions.schema, list.way.split("/")).title;
  const old = at(record, list.way);
  if (!list.named) return difference(list.way, title, old, emptyIsNone(filled(list).map(({ read }) => read())));
  const hubs = { hub: questions.choices[`${list.way}/*/hub`] };
  const taken = new Set(list.all.map(({ before }) => String(before?.id ?? "")));
  return list.all.flatMap((item) => {
    if (item.before) return differencesOfItem(list.way, item, hubs);
    const value = item.read();
    if (item.ended || isBlank(value)) return [];
    const id = newName(value, taken);
    return [{ field: `${list.way}/${id}`, label: "New session", old: null, new: { id, ...value }, before: "", after: itemWords(value, hubs) }];
  });
}

/** @type {(way: string, item: Item, hubs: Record<string, Choices>) => Difference[]} */
function differencesOfItem(way, item, hubs) {
  const before = item.before ?? {};
  const called = itemWords(before, hubs);
  if (item.ended) return [{ field: `${way}/${before.id}`, label: "Session", old: before, new: null, before: called, after: "" }];
  const after = item.read();
  return [...item.controls].flatMap(([field, { label, choices }]) =>
    difference(`${way}/${before.id}/${field}`, `${label} (${called})`, at(before, field), at(after, field), choices),
  );
}

/** @param {{[name: string]: Json}} item */
function isBlank(item) {
  const { schedule, ...rest } = item;
  return Object.keys(rest).length === 0 && (!isGroup(schedule) || Object.keys(schedule).every((name) => name === "repeats"));
}

/** @param {ItemList} list @returns {Item[]} those that have not ended, and of which something is said */
function filled(list) {
  return list.items().filter((item) => item.before || !isBlank(item.read()));
}

/** @param {ItemList} list @param {Item} item @returns {Json} with some short name where the list needs one */
function named(list, item) {
  const value = item.read();
  return list.named && !item.before ? { id: "new", ...value } : value;
}

/** @param {{[name: string]: Json}} item @param {Set<string>} taken @returns {string} a short name that no other has */
function newName(item, taken) {
  const day = at(item, "schedule/days/0") ?? item.name ?? "session";
  const start = `${day}-${item.hub ?? ""}`.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean).join("-").slice(0, 50).replace(/-$/, "") || "session";
  let name = start;
  for (let number = 2; taken.has(name); number += 1) name = `${start}-${number}`;
  taken.add(name);
  return name;
}

/** @param {Json} value @param {Choices} [choices] @returns {string} */
function words(value, choices) {
  if (value === null || value === undefined || value === "") return "";
  if (Array.isArray(value)) return value.map((each) => (isGroup(each) ? Object.values(each).join(", ") : String(each))).join("; ");
  if (isGroup(value)) return Object.values(value).map((each) => words(each)).join(", ");
  const label = choices?.find(([each]) => each === value)?.[1];
  return label ?? (value === "unknown" ? "Not known" : String(value));
}
