/** Lists in the form, such as the sessions of a service: each item its own box, more at the press of a button. */

import { make } from "../elements.js";
import { control } from "./controls.js";
import { at, isGroup, put } from "./ways.js";

/**
 * @typedef {import("./ways.js").Json} Json
 * @typedef {import("./checking.js").Schema} Schema
 * @typedef {import("./controls.js").Control} Control
 * @typedef {import("./controls.js").Choices} Choices
 *
 * @typedef {object} Item
 * @property {{[name: string]: Json} | null} before what the record says; null for a new one
 * @property {boolean} ended
 * @property {HTMLElement} box
 * @property {Map<string, Control>} controls by their way within the item
 * @property {() => {[name: string]: Json}} read the item as it is answered, with all else that it said
 *
 * @typedef {object} ItemList
 * @property {string} way
 * @property {HTMLElement} group
 * @property {boolean} named whether items have short names
 * @property {() => Item[]} items those that have not ended
 * @property {Item[]} all
 */

/**
 * @param {object} list
 * @param {string} list.way
 * @param {Schema} list.node what the schema says of the list
 * @param {string[]} list.fields ways within an item
 * @param {Json} list.value what the record says
 * @param {Record<string, Choices>} list.choices by way within an item
 * @returns {ItemList}
 */
export function itemList({ way, node, fields, value, choices }) {
  const named = Boolean(node.items.properties.id);
  const one = named ? "session" : "day with other hours";
  const boxes = make("div", {});
  const add = make("button", { class: "govuk-button govuk-button--secondary", type: "button" }, `Add a ${one}`);
  /** @type {Item[]} */
  const all = [];
  /** @param {{[name: string]: Json} | null} before */
  const append = (before) => {
    const item = newItem(node.items, fields, before, choices, named);
    all.push(item);
    boxes.append(item.box);
    return item;
  };
  for (const each of Array.isArray(value) ? value : []) if (isGroup(each)) append(each);
  add.addEventListener("click", () => {
    const [first] = append(null).controls.values();
    first.focus.focus();
  });
  const group = make("div", { class: "app-suggest__list" }, boxes, add);
  return { way, group, named, items: () => all.filter(({ ended }) => !ended), all };
}

/**
 * @param {Schema} node
 * @param {string[]} fields
 * @param {{[name: string]: Json} | null} before
 * @param {Record<string, Choices>} choices
 * @param {boolean} named
 * @returns {Item}
 */
function newItem(node, fields, before, choices, named) {
  const title = before === null ? (named ? "New session" : "New day with other hours") : itemWords(before, choices);
  const inside = make("fieldset", { class: "govuk-fieldset" }, make("legend", { class: "govuk-visually-hidden" }, title));
  const summary = make("summary", { class: "app-suggest__name" }, title);
  const box = make("details", { class: "app-suggest__item", ...(before === null ? { open: "" } : {}) }, summary, inside);
  /** @type {Map<string, Control>} */
  const controls = new Map();
  for (const field of fields) {
    const stated = field.split("/").reduce((inner, name) => inner.properties[name], node);
    const parent = field.split("/").slice(0, -1).reduce((inner, name) => inner.properties[name], node);
    const required = (parent.required ?? []).includes(field.split("/").at(-1));
    const made = control(stated, before ? at(before, field) : null, { choices: choices[field], required });
    controls.set(field, made);
    inside.append(made.group);
  }
  /** @type {Item} */
  const item = { before, ended: false, box, controls, read: () => answered(item) };
  const remove = make("button", { class: "govuk-button govuk-button--secondary", type: "button" }, "Take it out");
  remove.append(make("span", { class: "govuk-visually-hidden" }, `: ${title}`));
  remove.addEventListener("click", () => {
    item.ended = true;
    const next = box.nextElementSibling ?? box.parentElement?.nextElementSibling;
    box.hidden = true;
    const focus = next?.matches("button") ? next : next?.querySelector("summary");
    if (focus instanceof HTMLElement) focus.focus();
  });
  inside.append(remove);
  hideWhatDoesNotBelong(node, "", item);
  return item;
}

/** @param {Item} item @returns {{[name: string]: Json}} */
function answered({ before, controls }) {
  /** @type {{[name: string]: Json}} */
  const value = structuredClone(before ?? {});
  for (const [field, { read, group }] of controls) put(value, field.split("/"), group.hidden ? null : settled(read(), at(value, field)));
  return value;
}

/** @param {Json} answer @param {Json} before @returns {Json} nothing where what was not known still is not */
export function settled(answer, before) {
  return (before === undefined && answer === "unknown") || (before === "unknown" && answer === null) ? before : answer;
}

/**
 * Shows only the questions that go with the answers, as the conditions of the schema tell.
 *
 * @param {Schema} node
 * @param {string} prefix
 * @param {Item} item
 */
function hideWhatDoesNotBelong(node, prefix, item) {
  for (const [name, below] of Object.entries(node.properties ?? {})) hideWhatDoesNotBelong(below, `${prefix}${name}/`, item);
  for (const { if: condition, then } of node.allOf ?? []) {
    const [asked] = Object.keys(condition.properties ?? {});
    const question = item.controls.get(`${prefix}${asked}`);
    const unwanted = Object.keys(then.properties ?? {}).filter((name) => then.properties[name].not);
    if (!question || unwanted.length === 0) continue;
    const update = () => {
      const answer = question.read();
      const conditions = node.allOf.filter((/** @type {Schema} */ each) => each.if.properties?.[asked]?.enum?.includes(answer));
      for (const name of Object.keys(node.properties)) {
        const hidden = conditions.some((/** @type {Schema} */ each) => each.then.properties?.[name]?.not);
        const group = item.controls.get(`${prefix}${name}`)?.group;
        if (group) group.hidden = hidden;
      }
    };
    question.focus.addEventListener("change", update);
    update();
    return;
  }
}

/** @param {{[name: string]: Json}} item @param {Record<string, Choices>} choices @returns {string} what people call it */
export function itemWords(item, choices) {
  const hub = choices.hub?.find(([slug]) => slug === item.hub)?.[1] ?? at(item, "venue/name");
  const days = at(item, "schedule/days") ?? at(item, "schedule/repeats");
  const when = [Array.isArray(days) ? days.join(", ") : days, at(item, "schedule/time")].filter(Boolean).join(" ");
  const dates = [item.first_date, item.last_date].filter((each, position, both) => each && both.indexOf(each) === position);
  return [item.name, when, hub, dates.join(" to "), item.reason].filter(Boolean).join(", ");
}
