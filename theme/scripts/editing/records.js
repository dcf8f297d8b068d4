/** What a record's file says, as the editor sees it, and back: only what the reader of records knows (`records/reading`). */

import { isMap, isScalar, isSeq } from "yaml";

import { bringGroup, isSame, plain } from "./bringing.js";
import { laidOut } from "./layout.js";
import { outline, parsed } from "./outline.js";

/**
 * @typedef {import("./layout.js").Json} Json
 * @typedef {import("./layout.js").Field} Field
 * @typedef {import("./outline.js").Collection} Collection
 * @typedef {{[name: string]: Json}} Group
 * @typedef {{file: string, types: Map<string, string>}} Original a file that was read, and the types of its values, as `types` gives them
 */

const YEAR = /^[1-9][0-9]{3}$/;
const AS_EXACT_AS_KNOWN = ["2018", "autumn 2014"];
const NUMBER = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?$/;

/**
 * @param {string} file
 * @returns {Json} every plain scalar but a number is text: `yes`, `10:00`, `+44 1632 960123` and `2026-12-24` stay as they are
 */
export function read(file) {
  return value(parsed(file));
}

/**
 * @param {Field[]} fields of one kind of record
 * @returns {{fromFile: (file: string) => Json, toFile: (content: Json) => string}} how the editor reads and writes its
 *   files, to the byte as `make format` would. The editor knows values only, and hands over no name of a file: so what
 *   was read is remembered, to find its comments again, and whether a year was a number or text in quotation marks.
 */
export function format(fields) {
  /** @type {Original[]} */
  const originals = [];
  return {
    fromFile(file) {
      const record = read(file);
      originals.push({ file, types: types(record) });
      return record;
    },
    toFile(content) {
      const original = closest(originals, content);
      const record = said(content, fields, original?.types);
      if (original && isOf(original, record)) {
        const file = rewritten(original, record, fields);
        if (isSame(said(read(file), fields, original.types), record)) return file;
      }
      return laidOut({ root: /** @type {Collection} */ (plain(record)), header: [], footer: [] }, fields);
    },
  };
}

/** @param {Original} original @param {Group} record @param {Field[]} fields @returns {string} the file with other values, its comments kept where they still belong */
function rewritten({ file, types }, record, fields) {
  const layout = outline(file);
  bringGroup(layout.root, said(read(file), fields, types), record);
  return laidOut(layout, fields);
}

/**
 * @param {Json} content what the editor holds: also the fields that were left empty
 * @param {Field[]} fields
 * @param {Map<string, string>} [before]
 * @returns {Group}
 */
function said(content, fields, before = new Map()) {
  return /** @type {Group} */ (kept(content, { name: "", fields }, "", before) ?? {});
}

/**
 * @param {Original} original
 * @param {Group} record
 * @returns {boolean} whether it is that record, and no new one that is like it; a kind whose records have no name has but one
 */
function isOf(original, record) {
  const names = ["name", "title"].filter((name) => name in record);
  if (!names.length || names.some((name) => original.types.has(`/${name}=${record[name]}`))) return true;
  const now = types(record);
  const shared = [...now.keys()].filter((key) => original.types.has(key)).length;
  return 2 * shared > Math.max(now.size, original.types.size);
}

/** @param {Json} record @param {string} [path] @returns {Map<string, string>} the type of each value by where it is and what it says */
function types(record, path = "") {
  if (typeof record !== "object" || record === null) return new Map([[`${path}=${record}`, typeof record]]);
  const below = Array.isArray(record) ? record.map((each) => ["", each]) : Object.entries(record);
  return new Map(below.flatMap(([name, each]) => [...types(each, `${path}/${name}`)]));
}

/** @param {Original[]} originals @param {Json} content @returns {Original | undefined} that with most in common, and of these the last */
function closest(originals, content) {
  const said = [...types(content).keys()];
  const shared = originals.map(({ types }) => said.filter((key) => types.has(key)).length);
  return originals[shared.lastIndexOf(Math.max(...shared))];
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
