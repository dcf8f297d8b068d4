/** The whole form of a record: what is asked, what differs from the record, and what is wrong with the answers. */

import { checker } from "./checking.js";
import { differencesOf, filled } from "./differences.js";
import { settled } from "./items.js";
import { drawPart } from "./parts.js";
import { at, isGroup, put } from "./ways.js";

/**
 * @typedef {import("./ways.js").Json} Json
 * @typedef {import("./checking.js").Schema} Schema
 * @typedef {import("./controls.js").Control} Control
 * @typedef {import("./differences.js").Difference} Difference
 * @typedef {import("./parts.js").Drawn} Drawn
 * @typedef {import("./parts.js").Questions} Questions
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
  /** @type {Drawn} */
  const drawn = { record, questions, controls: new Map(), lists: [] };
  const judge = checker(questions.schema, questions);
  return {
    parts: questions.parts.map((part) => drawPart(drawn, part)),
    differences: () => differencesOf(drawn),
    check: () => {
      for (const { complain } of everyControl(drawn)) complain("");
      return judge(only(answered(drawn), questions.schema)).map((mistake) => {
        const words = sentence(mistake);
        const control = askedFor(drawn, mistake.path);
        control?.complain(words);
        return { words, control };
      });
    },
  };
}

/** @param {Drawn} drawn @returns {Control[]} */
function everyControl({ controls, lists }) {
  const listed = lists.flatMap(({ all }) => all.flatMap((item) => [...item.controls.values()]));
  return [...controls.values(), ...listed];
}

/** @param {Drawn} drawn @returns {{[name: string]: Json}} the record as the answers have it */
function answered({ record, controls, lists }) {
  const value = structuredClone(record);
  for (const [way, { read }] of controls) put(value, way.split("/"), settled(read(), at(record, way)));
  for (const list of lists) {
    const items = filled(list).map((item) => (list.named && !item.before ? { id: "new", ...item.read() } : item.read()));
    put(value, list.way.split("/"), items.length > 0 ? items : null);
  }
  return value;
}

/** @param {Json} value @param {Schema} schema @returns {Json} what the form asks about */
function only(value, schema) {
  if (Array.isArray(value)) return schema.items ? value.map((each) => only(each, schema.items)) : value;
  if (!isGroup(value) || !schema.properties) return value;
  const kept = Object.keys(schema.properties).filter((name) => Object.hasOwn(value, name));
  return Object.fromEntries(kept.map((name) => [name, only(value[name], schema.properties[name])]));
}

/** @param {import("./checking.js").Mistake} mistake */
function sentence({ message, hint }) {
  const words = `${message}${hint && `; ${hint}`}${hint.endsWith("?") ? "" : "."}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** @param {Drawn} drawn @param {string[]} path @returns {Control | null} the question that asks for the value there */
function askedFor({ controls, lists }, path) {
  const way = path.join("/");
  const list = lists.find((each) => way.startsWith(`${each.way}/`));
  if (!list) return nearest(path, controls);
  const [index, ...within] = path.slice(list.way.split("/").length);
  const item = filled(list)[Number(index)];
  return item ? (nearest(within, item.controls) ?? [...item.controls.values()][0]) : null;
}

/** @param {string[]} path @param {Map<string, Control>} controls @returns {Control | null} or the first of the group around it */
function nearest(path, controls) {
  for (let length = path.length; length > 0; length -= 1) {
    const start = path.slice(0, length).join("/");
    for (const [way, each] of controls) if (way === start || way.startsWith(`${start}/`)) return each;
  }
  return null;
}
