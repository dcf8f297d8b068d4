/** What a record's file says, as the editor sees it, and back: only what the reader of records knows (`records/reading`). */

import { isMap, isScalar, isSeq, parseDocument } from "yaml";

import { laidOut } from "./layout.js";

/**
 * @typedef {import("./layout.js").Json} Json
 * @typedef {import("./layout.js").Field} Field
 */

const YEAR = /^[1-9][0-9]{3}$/;
const AS_EXACT_AS_KNOWN = ["2018", "autumn 2014"];
const NUMBER = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?$/;

/**
 * @param {string} file
 * @returns {Json} every plain scalar but a number is text: `yes`, `10:00`, `+44 1632 960123` and `2026-12-24` stay as they are
 */
export function read(file) {
  const document = parseDocument(file, { schema: "failsafe", strict: false, uniqueKeys: false });
  if (document.errors.length) throw document.errors[0];
  return value(document.contents);
}

/**
 * @param {Field[]} fields of one kind of record
 * @returns {{fromFile: (file: string) => Json, toFile: (content: Json) => string}} how the editor reads and writes its
 *   files, to the byte as `make format` would. A year can be a number or text in quotation marks; the editor makes both
 *   text, so that what a file had is remembered.
 */
export function format(fields) {
  /** @type {Map<string, string>[]} */
  const originals = [];
  return {
    fromFile(file) {
      const record = read(file);
      originals.push(types(record));
      return record;
    },
    toFile: (content) => written(content, fields, closest(originals, content)),
  };
}

/**
 * @param {Json} content what the editor holds: also the fields that were left empty
 * @param {Field[]} fields
 * @param {Map<string, string>} [before] the types of the record's values, as `types` gives them
 * @returns {string} the file
 */
export function written(content, fields, before = new Map()) {
  const record = kept(content, { name: "", fields }, "", before);
  return laidOut(/** @type {{[name: string]: Json}} */ (record ?? {}), fields);
}

/** @param {Json} record @param {string} [path] @returns {Map<string, string>} the type of each value by where it is and what it says */
function types(record, path = "") {
  if (typeof record !== "object" || record === null) return new Map([[`${path}=${record}`, typeof record]]);
  const below = Array.isArray(record) ? record.map((each) => ["", each]) : Object.entries(record);
  return new Map(below.flatMap(([name, each]) => [...types(each, `${path}/${name}`)]));
}

/** @param {Map<string, string>[]} originals @param {Json} content @returns {Map<string, string> | undefined} that with most in common */
function closest(originals, content) {
  const said = [...types(content).keys()];
  const shared = originals.map((each) => said.filter((key) => each.has(key)).length);
  return originals[shared.indexOf(Math.max(...shared))];
}

/** @param {unknown} node @returns {Json} */
function value(node) {
  if (isMap(node)) {
    return Object.fromEntries(node.items.map(({ key, value: below }) => [String(value(key)), value(below)]));
  }
  if (isSeq(node)) return node.items.map(value);
  if (!isScalar(node)) return null;
  const text = String(node.value ?? "").trim();
  return node.type === "PLAIN" && NUMBER.test(text) ? Number(text) : text;
}

/**
 * @param {unknown} content
 * @param {Field | undefined} field
 * @param {string} path
 * @param {Map<string, string>} before
 * @returns {Json | undefined} without what is empty: no property may be, and a gap is not known
 */
function kept(content, field, path, before) {
  if (Array.isArray(content)) {
    const inner = field?.field ?? field;
    const items = content.map((each) => kept(each, inner, `${path}/`, before)).filter((each) => each !== undefined);
    return items.length ? /** @type {Json[]} */ (items) : undefined;
  }
  if (typeof content === "object" && content !== null) {
    const inner = (/** @type {string} */ name) => field?.fields?.find((each) => each.name === name);
    const pairs = Object.entries(content)
      .map(([name, below]) => [name, kept(below, inner(name), `${path}/${name}`, before)])
      .filter(([, below]) => below !== undefined);
    return pairs.length ? Object.fromEntries(pairs) : undefined;
  }
  if (typeof content === "number") return Number.isFinite(content) ? content : undefined;
  const text = typeof content === "string" ? tidy(content) : "";
  if (!YEAR.test(text)) return text || undefined;
  const type = before.get(`${path}=${text}`) ?? (takesYears(field) ? "number" : "string");
  return type === "number" ? Number(text) : text;
}

/** @param {Field | undefined} field @returns {boolean} whether a year may stand there as a number; the editor keeps text */
function takesYears(field) {
  const form = field?.pattern && new RegExp(field.pattern[0]);
  return Boolean(form) && AS_EXACT_AS_KNOWN.every((date) => form?.test(date));
}

/** @param {string} text @returns {string} without white space around it or at the ends of lines, each letter in its composed form */
function tidy(text) {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(/[^\S\n]+$/gm, "")
    .trim()
    .normalize("NFC");
}
