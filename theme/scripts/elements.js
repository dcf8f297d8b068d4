/** Makes elements. Words are set as text, never as HTML, so that no record can become part of the page's code. */

import { plain, told } from "./language.js";

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(string | Node)} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, plain(value));
  element.append(...content.flatMap((part) => (typeof part === "string" ? told(part) : part)));
  return element;
}
