/**
 * Ways into a record: names with a slash between, such as opening_hours/monday. In a list whose items have a short name
 * (`id`), that is the name of the item: sessions/tuesday-drop-in/schedule/time.
 */

/** @typedef {string | number | boolean | null | undefined | Json[] | {[name: string]: Json}} Json */

/** @param {Json} value @returns {value is {[name: string]: Json}} */
export function isGroup(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {Json} value @param {string} name @returns {Json} */
function step(value, name) {
  if (Array.isArray(value)) return value.find((item) => isGroup(item) && item.id === name) ?? value[Number(name)];
  return isGroup(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** @param {Json} record @param {string} way @returns {Json} what stands there, undefined for nothing */
export function at(record, way) {
  return way.split("/").reduce(step, record);
}

/**
 * Sets what stands there, or takes it out for null or undefined, with the groups that this fills or empties.
 *
 * @param {{[name: string]: Json}} group
 * @param {string[]} names
 * @param {Json} value
 */
export function put(group, [name, ...rest], value) {
  if (rest.length === 0) {
    if (value === null || value === undefined) delete group[name];
    else group[name] = value;
    return;
  }
  const inner = group[name];
  if (Array.isArray(inner)) {
    const item = step(inner, rest[0]);
    if (isGroup(item) && rest.length > 1) put(item, rest.slice(1), value);
    return;
  }
  const below = isGroup(inner) ? inner : {};
  group[name] = below;
  put(below, rest, value);
  if (Object.keys(below).length === 0) delete group[name];
}

/** @param {Json} one @param {Json} other @returns {boolean} whether both say the same */
export function same(one, other) {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
