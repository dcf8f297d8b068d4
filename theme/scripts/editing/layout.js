/**
 * The one layout of a record, as `make format` writes it (`hubatlas.records.formatting`): a test holds both to the same
 * bytes for every record there is.
 */

/**
 * @typedef {import("./outline.js").Outline} Outline
 * @typedef {import("./outline.js").Entry} Entry
 * @typedef {import("./outline.js").Scalar} Scalar
 * @typedef {import("./outline.js").Collection} Collection
 *
 * @typedef {string | number | null | Json[] | {[name: string]: Json}} Json
 *
 * @typedef {object} Field what the configuration of the editor says of a property
 * @property {string} name
 * @property {string} [widget]
 * @property {[string, string]} [pattern] what its text has to match, and what is said where it does not
 * @property {Field} [field] each item of a list of texts
 * @property {Field[]} [fields] what a group, or each item of a list, holds
 */

const WIDTH = 120;
const NEEDS_NO_QUOTES =
  /^(?![-?:,[\]{}#&*!|>'"%@`=~]|\.\.\.)(?:[^\s:#]|:(?=\S)|(?<=\S)#| (?=[^\s#]))+$/u;
const READ_AS_SOMETHING_ELSE = /^(?:-?[0-9]+(?:\.[0-9]+)?|null|Null|NULL|<<)$/;
const IN_BRACKETS = /^[\p{L}\p{N}_&/+£.'()-][\p{L}\p{N}_&/+£.'() -]*(?<! )$/u;

/** @param {Outline} outline @param {Field[]} fields in the order of the schema @returns {string} the whole file */
export function laidOut({ root, header, footer }, fields) {
  const lines = [...(header.length ? [...header, ""] : []), ...collection(root, fields, ""), ...footer];
  return `${lines.join("\n").trimEnd()}\n`;
}

/** @param {Collection} values @param {Field[]} fields @param {string} indent @returns {string[]} */
function collection(values, fields, indent) {
  return inOrder(values, fields).flatMap((entry, place) => [
    ...(entry.afterBlank && place > 0 ? [""] : []),
    ...entry.above.map((comment) => indent + comment),
    ...(values.isList
      ? item(entry, fields, indent)
      : named(entry, fields.find(({ name }) => name === entry.name)?.fields ?? [], indent)),
  ]);
}

/** @param {Collection} values @param {Field[]} fields @returns {Entry[]} what the fields do not name stays behind them */
function inOrder({ isList, entries }, fields) {
  if (isList) return entries;
  const order = new Map(fields.map(({ name }, place) => [name, place]));
  const place = (/** @type {Entry} */ { name }) => order.get(name ?? "") ?? fields.length;
  return [...entries].sort((one, other) => place(one) - place(other));
}

/** @param {Entry} entry @param {Field[]} fields of the group, or of each item of the list @param {string} indent @returns {string[]} */
function named({ name, value, beside }, fields, indent) {
  const start = `${indent}${text(name ?? "")}:`;
  if ("text" in value) return scalar(value, start, behind(beside), indent);
  return (
    onOneLine(value, start, behind(beside)) ?? [start + behind(beside), ...collection(value, fields, `${indent}  `)]
  );
}

/** @param {Entry} entry @param {Field[]} fields @param {string} indent @returns {string[]} an item of a list */
function item({ value, beside }, fields, indent) {
  const start = `${indent}-`;
  if ("text" in value) return scalar(value, start, behind(beside), indent);
  const short = onOneLine(value, start, behind(beside));
  if (short) return short;
  const lines = collection(value, fields, `${indent}  `);
  const first = lines.findIndex((line, place) => !line.trimStart().startsWith("#") || place === lines.length - 1);
  const comments = [...lines.slice(0, first).map((line) => indent + line.trimStart()), ...(beside ? [indent + beside] : [])];
  return [...comments, `${start} ${lines[first].trimStart()}`, ...lines.slice(first + 1)];
}

/** @param {string} comment @returns {string} */
function behind(comment) {
  return comment && `  ${comment}`;
}

/** @param {Collection} values @param {string} start @param {string} beside @returns {string[] | null} one line, where that is short enough */
function onOneLine(values, start, beside) {
  const short = brackets(values);
  if (short === null || (values.entries.length && length(`${start} ${short}`) > WIDTH)) return null;
  return [`${start} ${short}${beside}`];
}

/** @param {Collection} values @returns {string | null} a list of short texts without comments on one line, or null */
function brackets({ isList, entries }) {
  if (!entries.length) return isList ? "[]" : "{}";
  if (!isList || entries.some(({ above, beside }) => above.length || beside)) return null;
  const short = entries.flatMap(({ value }) => ("text" in value && IN_BRACKETS.test(value.text) ? [written(value)] : []));
  return short.length === entries.length ? `[${short.join(", ")}]` : null;
}

/** @param {Scalar} value @param {string} start @param {string} beside @param {string} indent @returns {string[]} */
function scalar(value, start, beside, indent) {
  const below = `${indent}  `;
  if (value.text.includes("\n") && !value.isPlain) {
    return [`${start} |${beside}`, ...value.text.split("\n").map((line) => (below + line).trimEnd())];
  }
  const line = `${start} ${written(value)}`;
  if (length(line) <= WIDTH || !value.text.includes(" ")) return [line + beside];
  return [`${start} >-${beside}`, ...wrapped(value.text, WIDTH - below.length).map((part) => below + part)];
}

/** @param {string} words @param {number} width @returns {string[]} lines broken only where one space is */
function wrapped(words, width) {
  /** @type {string[]} */
  const lines = [];
  for (const word of words.split(/(?<=\S) (?=\S)/)) {
    const line = lines.at(-1);
    if (line === undefined || length(line) + 1 + length(word) > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

/** @param {Scalar} value @returns {string} */
function written(value) {
  return value.isPlain && READ_AS_SOMETHING_ELSE.test(value.text) ? value.text : text(value.text);
}

/** @param {string} value @returns {string} the text, in quotation marks where it needs them */
function text(value) {
  if (NEEDS_NO_QUOTES.test(value) && !READ_AS_SOMETHING_ELSE.test(value) && !value.endsWith(":")) return value;
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

/** @param {string} value @returns {number} letters, not the halves that JavaScript counts */
function length(value) {
  return [...value].length;
}
