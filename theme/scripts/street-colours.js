/**
 * The colours of streets out of an archive of shapes, in the light and in the dark. The build puts this in the place of
 * `@protomaps/basemaps`, of which no more is needed, and which cannot be cut to these by itself.
 */

import { DARK, LIGHT } from "../../node_modules/@protomaps/basemaps/src/flavors.ts";

/** @param {string} name */
export function namedFlavor(name) {
  return name === "dark" ? DARK : LIGHT;
}
