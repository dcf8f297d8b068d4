/**
 * The one layout of a record, as `make format` writes it (`hubatlas.records.formatting`): a test holds both to the same
 * bytes for every record there is. Comments have no place in what an editor of forms knows of a record.
 */

/**
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

/**
 * @param {{[name: string]: Json}} record
 * @param {Field[]} fields in the order of the schema
 * @returns {string} the whole file
 */
export function laidOut(record, fields) {
  return `${group(record, fields, "").join("\n")}\n`;
}

/** @param {{[name: string]: Json}} values @param {Field[]} fields @param {string} indent @returns {string[]} */
function group(values, fields, indent) {
  return inOrder(values, fields).flatMap(([name, value, field]) => {
    const start = `${indent}${text(name)}:`;
    if (!isGroup(value)) return scalar(value, start, indent);
    const short = brackets(value);
    if (short !== null && (isEmpty(value) || length(`${start} ${short}`) <= WIDTH)) return [`${start} ${short}`];
    return [start, ...collection(value, field, `${indent}  `)];
  });
}

/** @param {Json[]} values @param {Field | undefined} field @param {string} indent @returns {string[]} */
function list(values, field, indent) {
  return values.flatMap((value) => {
    if (!isGroup(value)) return scalar(value, `${indent}-`, indent);
    const short = brackets(value);
    if (short !== null && (isEmpty(value) || length(`${indent}- ${short}`) <= WIDTH)) return [`${indent}- ${short}`];
    const [first, ...rest] = collection(value, field, `${indent}  `);
    return [`${indent}- ${first.trimStart()}`, ...rest];
  });
}

/** @param {Json[] | {[name: string]: Json}} value @param {Field | undefined} field @param {string} indent */
function collection(value, field, indent) {
  return Array.isArray(value) ? list(value, field, indent) : group(value, field?.fields ?? [], indent);
}

/**
 * @param {{[name: string]: Json}} values
 * @param {Field[]} fields
 * @returns {[string, Json, Field | undefined][]} what the fields do not name stays behind them
 */
function inOrder(values, fields) {
  const known = fields.filter(({ name }) => Object.hasOwn(values, name));
  const names = new Set(known.map(({ name }) => name));
  const others = Object.keys(values).filter((name) => !names.has(name));
  return [
    ...known.map((field) => /** @type {[string, Json, Field]} */ ([field.name, values[field.name], field])),
    ...others.map((name) => /** @type {[string, Json, undefined]} */ ([name, values[name], undefined])),
  ];
}

/** @param {Json[] | {[name: string]: Json}} value @returns {string | null} a list of short texts on one line, or null */
function brackets(value) {
  if (isEmpty(value)) return Array.isArray(value) ? "[]" : "{}";
  if (!Array.isArray(value) || !value.every((each) => !isGroup(each) && IN_BRACKETS.test(String(each)))) return null;
  return `[${value.map(written).join(", ")}]`;
}

/** @param {Json} value @param {string} start @param {string} indent @returns {string[]} */
function scalar(value, start, indent) {
  const below = `${indent}  `;
  if (typeof value === "string" && value.includes("\n")) {
    return [`${start} |`, ...value.split("\n").map((line) => (below + line).trimEnd())];
  }
  const line = `${start} ${written(value)}`;
  if (length(line) <= WIDTH || !String(value).includes(" ")) return [line];
  return [`${start} >-`, ...wrapped(String(value), WIDTH - below.length).map((part) => below + part)];
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

/** @param {Json} value @returns {string} */
function written(value) {
  return typeof value === "string" ? text(value) : String(value);
}

/** @param {string} value @returns {string} the text, in quotation marks where it needs them */
function text(value) {
  if (NEEDS_NO_QUOTES.test(value) && !READ_AS_SOMETHING_ELSE.test(value) && !value.endsWith(":")) return value;
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

/** @param {Json} value @returns {value is Json[] | {[name: string]: Json}} */
function isGroup(value) {
  return typeof value === "object" && value !== null;
}

/** @param {Json[] | {[name: string]: Json}} value */
function isEmpty(value) {
  return (Array.isArray(value) ? value : Object.keys(value)).length === 0;
}

/** @param {string} value @returns {number} letters, not the halves that JavaScript counts */
function length(value) {
  return [...value].length;
}
