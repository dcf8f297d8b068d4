/** A QR code, drawn in the page: nobody is asked for it, and it needs no network. */

import { encode } from "uqr";

import { gettext } from "./language.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules of white around it, without which some phones do not find it

/** @param {string} text @returns {SVGSVGElement} black on white, in dark too: phones read nothing else well */
export function code(text) {
  const { data, size } = encode(text, { ecc: "M", border: QUIET });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  const label = gettext("QR code for %(address)s", { address: text });
  const drawn = shape("svg", { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label });
  drawn.append(
    shape("rect", { width: `${size}`, height: `${size}`, fill: "#ffffff" }),
    shape("path", { d: path, fill: "#000000", "shape-rendering": "crispEdges" }),
  );
  return drawn;
}

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 */
function shape(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
