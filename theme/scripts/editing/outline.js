/** A record as its author laid it out: names, values and the comments that stand by them, as `hubatlas.records.outline`. */

import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";

/**
 * @typedef {import("yaml").Node} Node
 *
 * @typedef {{text: string, isPlain: boolean}} Scalar a text or a number
 * @typedef {{isList: boolean, entries: Entry[]}} Collection a group of named lines, or a list
 *
 * @typedef {object} Entry a line with a name, or an item of a list, with the comments above and beside it
 * @property {string | null} name
 * @property {Scalar | Collection} value
 * @property {number} line
 * @property {string[]} above
 * @property {string} beside
 * @property {boolean} afterBlank
 *
 * @typedef {object} Outline a whole record, with the comments before its first line, set off by an empty one, and after its last
 * @property {Collection} root
 * @property {string[]} header
 * @property {string[]} footer
 *
 * @typedef {object} Walk what is found on the way through the record
 * @property {(offset: number) => number} lineAt
 * @property {Entry[]} entries but for those within brackets
 * @property {Map<number, Entry>} inBrackets what opened the brackets that go on after a line
 * @property {[number, number][]} scalars where they begin and end
 */

const COMMENT = /(?<=\s|^)#.*/;

/** @param {string} file @param {LineCounter} [lineCounter] the YAML of a record; throws what is wrong with it */
export function parsed(file, lineCounter) {
  const document = parseDocument(file, { schema: "failsafe", strict: false, uniqueKeys: false, lineCounter });
  if (document.errors.length) throw document.errors[0];
  return document.contents;
}

/** @param {string} source @returns {Outline} */
export function outline(source) {
  const file = source.replaceAll("\r\n", "\n");
  const counter = new LineCounter();
  const contents = parsed(file, counter);
  /** @type {Walk} */
  const walk = {
    lineAt: (offset) => counter.linePos(offset).line - 1,
    entries: [],
    inBrackets: new Map(),
    scalars: [],
  };
  const root = /** @type {Collection} */ (valueOf(contents, walk, false));
  noteBlanks(file.split("\n"), walk.entries);
  return { root, ...comments(file, walk) };
}

/** @param {string | null} name @param {Scalar | Collection} value @returns {Entry} that nobody has commented on */
export function bare(name, value, line = 0) {
  return { name, value, line, above: [], beside: "", afterBlank: false };
}

/** @param {Node | null} node @param {Walk} walk @param {boolean} within brackets @returns {Scalar | Collection} */
function valueOf(node, walk, within) {
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => {
      const name = textOf(/** @type {Node} */ (key), walk);
      return entryOf(name, /** @type {Node} */ (value), startOf(/** @type {Node} */ (key)), walk, within);
    });
    return { isList: false, entries };
  }
  if (isSeq(node)) {
    const items = /** @type {Node[]} */ (node.items);
    return { isList: true, entries: items.map((item) => entryOf(null, item, startOf(item), walk, within)) };
  }
  return { text: textOf(node, walk), isPlain: isScalar(node) && node.type === "PLAIN" };
}

/** @param {string | null} name @param {Node} node @param {number} start @param {Walk} walk @param {boolean} within @returns {Entry} */
function entryOf(name, node, start, walk, within) {
  const entry = bare(name, { text: "", isPlain: true }, walk.lineAt(start));
  if (!within) walk.entries.push(entry);
  const opens = (isMap(node) || isSeq(node)) && node.flow === true;
  entry.value = valueOf(node, walk, within || opens);
  if (opens && node.range) {
    for (let line = entry.line; line < walk.lineAt(node.range[1] - 1); line += 1) {
      if (!walk.inBrackets.has(line)) walk.inBrackets.set(line, entry);
    }
  }
  return entry;
}

/** @param {Node} node @returns {number} */
function startOf(node) {
  return node.range?.[0] ?? 0;
}

/** @param {Node | null} node @param {Walk} walk @returns {string} */
function textOf(node, walk) {
  if (!isScalar(node)) return "";
  if (node.range) walk.scalars.push([node.range[0], node.range[1]]);
  return String(node.value ?? "")
    .normalize("NFC")
    .trim();
}

/** @param {string} file @param {Walk} walk gives each comment to the name or item that it stands above or behind */
function comments(file, { entries, inBrackets, scalars }) {
  const letters = file.split("");
  for (const [start, end] of scalars) {
    for (let at = start; at < end; at += 1) if (letters[at] !== "\n") letters[at] = "x";
  }
  const lines = file.split("\n");
  /** @type {string[]} */
  const header = [];
  /** @type {string[]} */
  const footer = [];
  for (const [number, line] of letters.join("").split("\n").entries()) {
    const start = line.search(COMMENT);
    if (start < 0) continue;
    const comment = lines[number].slice(start).trim();
    const later = entries.filter((entry) => entry.line <= number).length;
    const blankFollows = () => lines.slice(number, entries[0].line).some((each) => !each.trim());
    if (inBrackets.has(number)) inBrackets.get(number)?.above.push(comment);
    else if (/[^\s-]/.test(line.slice(0, start))) entries[later - 1].beside = comment;
    else if (later === entries.length) footer.push(comment);
    else if (later === 0 && blankFollows()) header.push(comment);
    else entries[later].above.push(comment);
  }
  return { header, footer };
}

/** @param {string[]} lines @param {Entry[]} entries */
function noteBlanks(lines, entries) {
  for (const entry of entries.slice(1)) {
    let above = entry.line - 1;
    while (above > 0 && lines[above].trimStart().startsWith("#")) above -= 1;
    entry.afterBlank = !lines[above].trim();
  }
}
