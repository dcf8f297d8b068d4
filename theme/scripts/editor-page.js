/** Starts the editor of records, which is Sveltia CMS, with the configuration that the build made from the schemas. */

import { format } from "./editing/records.js";

/**
 * @typedef {import("./editing/layout.js").Field} Field
 * @typedef {{name: string, format?: string, fields?: Field[], files?: {format: string, fields: Field[]}[]}} Collection
 */

/** @param {string[]} allowed the addresses that may be asked; the editor would also ask for its own news */
function askNobodyElse(allowed) {
  const ask = window.fetch;
  window.fetch = (request, ...more) => {
    const { origin, protocol } = new URL(request instanceof Request ? request.url : request, document.baseURI);
    const known = protocol === "blob:" || protocol === "data:" || origin === location.origin || allowed.includes(origin);
    return known ? ask(request, ...more) : Promise.reject(new TypeError(`${origin} is not asked from here`));
  };
}

/** @param {HTMLElement} place @returns {Promise<void>} */
async function start(place) {
  const { editor = "", config: address = "", asks = "" } = place.dataset;
  askNobodyElse(asks.split(" "));
  const answer = await fetch(address);
  const config = await answer.json();
  const { default: cms } = await import(new URL(editor, document.baseURI).href);
  for (const kind of kinds(config.collections)) cms.registerCustomFormat(kind.format, "yaml", format(kind.fields));
  cms.init({ config: { ...config, load_config_file: false } });
}

/** @param {Collection[]} collections @returns {{format: string, fields: Field[]}[]} one for each kind of record */
function kinds(collections) {
  return collections.flatMap(({ format, fields, files }) => (format && fields ? [{ format, fields }] : (files ?? [])));
}

const place = document.querySelector("[data-config]");
if (place instanceof HTMLElement) start(place);
