/** What a record's file says, as the editor sees it, and back: only what the reader of records knows (`records/reading`). */

import { isMap, isScalar, isSeq, parseDocument } from "yaml";

import { laidOut } from "./layout.js";

/**
 * @typedef {import("./layout.js").Json} Json
 * @typedef {import("./layout.js").Field} Field
 */

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
 * @param {Json} content what the editor holds: also the fields that were left empty
 * @param {Field[]} fields
 * @returns {string} the file, to the byte as `make format` writes it
 */
export function written(content, fields) {
  const record = kept(content);
  return laidOut(/** @type {{[name: string]: Json}} */ (record ?? {}), fields);
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

/** @param {unknown} content @returns {Json | undefined} without what is empty: no property may be, and a gap is not known */
function kept(content) {
  if (Array.isArray(content)) {
    const items = content.map(kept).filter((each) => each !== undefined);
    return items.length ? /** @type {Json[]} */ (items) : undefined;
  }
  if (typeof content === "object" && content !== null) {
    const pairs = Object.entries(content)
      .map(([name, below]) => [name, kept(below)])
      .filter(([, below]) => below !== undefined);
    return pairs.length ? Object.fromEntries(pairs) : undefined;
  }
  if (typeof content === "number") return Number.isFinite(content) ? content : undefined;
  const text = typeof content === "string" ? tidy(content) : "";
  return text || undefined;
}

/** @param {string} text @returns {string} without white space around it or at the ends of lines, each letter in its composed form */
function tidy(text) {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(/[^\S\n]+$/gm, "")
    .trim()
    .normalize("NFC");
}
