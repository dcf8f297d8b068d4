/** Draws the parts of the form: each heading opens its questions, filled in with what the record says. */

import { make } from "../elements.js";
import { nodeAt } from "./checking.js";
import { control } from "./controls.js";
import { itemList } from "./items.js";
import { at } from "./ways.js";

/**
 * @typedef {import("./ways.js").Json} Json
 * @typedef {import("./checking.js").Schema} Schema
 * @typedef {import("./controls.js").Control} Control
 * @typedef {import("./controls.js").Choices} Choices
 * @typedef {import("./items.js").ItemList} ItemList
 *
 * @typedef {import("./formats.js").Said & {
 *   parts: {title: string, fields: string[]}[],
 *   schema: Schema,
 *   choices: Record<string, Choices>,
 * }} Questions
 *
 * @typedef {object} Drawn
 * @property {{[name: string]: Json}} record
 * @property {Questions} questions
 * @property {Map<string, Control>} controls each question by its way, those of lists aside
 * @property {ItemList[]} lists
 */

const HOURS = ["day_hours", "bank_holiday_hours"];

/** @param {Drawn} drawn @param {{title: string, fields: string[]}} part @returns {HTMLDetailsElement} */
export function drawPart(drawn, { title, fields }) {
  const words = make("span", { class: "govuk-details__summary-text" }, title);
  const inside = make("div", { class: "govuk-details__text app-suggest__part" });
  const { schema } = drawn.questions;
  const isHours = (/** @type {string} */ field) => HOURS.includes(nodeAt(schema, field.split("/"))["x-form"]);
  const firstHours = fields.find(isHours);
  for (const field of fields) {
    if (field === firstHours) inside.append(howToWriteHours(nodeAt(schema, field.split("/"))));
    inside.append(...questionsOf(drawn, field, fields, isHours(field)));
  }
  return make("details", { class: "govuk-details" }, make("summary", { class: "govuk-details__summary" }, words), inside);
}

/** @param {Schema} node */
function howToWriteHours(node) {
  const words = `${node["x-shape"]} For example 09:00-12:30, 13:30-17:00. Leave it empty if it is not known.`;
  return make("div", { class: "govuk-hint" }, words);
}

/** @type {(drawn: Drawn, field: string, fields: string[], short: boolean) => HTMLElement[]} */
function questionsOf(drawn, field, fields, short) {
  const { schema, choices } = drawn.questions;
  const [list, within] = field.split("/*/");
  const node = nodeAt(schema, field.split("/"));
  if (within) {
    const all = fields.filter((each) => each.startsWith(`${list}/*/`)).map((each) => each.slice(list.length + 3));
    return within === all[0] ? [askList(drawn, list, all)] : [];
  }
  if (field.endsWith("/*")) return askTerms(drawn, field.slice(0, -2));
  if (node.type === "array" && node.items.properties) {
    const about = make("div", { class: "govuk-hint" }, node.description);
    return [heading(node.title), about, askList(drawn, field, Object.keys(node.items.properties))];
  }
  const required = (schema.required ?? []).includes(field);
  return [ask(drawn, field, { choices: choices[field], required, ...(short ? { hint: "" } : {}) }, short)];
}

/** @type {(drawn: Drawn, way: string, more: Parameters<typeof control>[2], beside: boolean) => HTMLElement} */
function ask({ record, questions, controls }, way, more, beside) {
  const made = control(nodeAt(questions.schema, way.split("/")), at(record, way), more);
  controls.set(way, made);
  made.group.classList.toggle("app-suggest__row", beside);
  return made.group;
}

/** @param {Drawn} drawn @param {string} name a group that answers for each term of a vocabulary */
function askTerms(drawn, name) {
  const terms = drawn.questions.choices[`${name}/*`] ?? [];
  const asked = terms.map(([term, label]) => ask(drawn, `${name}/${term}`, { label }, true));
  const { title } = nodeAt(drawn.questions.schema, [name]);
  return asked.length > 0 ? [heading(title), make("div", { class: "app-suggest__terms" }, ...asked)] : [];
}

/** @param {Drawn} drawn @param {string} way @param {string[]} fields */
function askList({ record, questions, lists }, way, fields) {
  const choices = Object.fromEntries(fields.map((field) => [field, questions.choices[`${way}/*/${field}`]]).filter(([, each]) => each));
  const list = itemList({ way, node: nodeAt(questions.schema, way.split("/")), fields, value: at(record, way), choices });
  lists.push(list);
  return list.group;
}

/** @param {string} title */
function heading(title) {
  return make("h3", { class: "govuk-heading-s" }, title);
}
