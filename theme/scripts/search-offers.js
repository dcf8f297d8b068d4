/**
 * Where and when each document can be had, and what is known of it there, from the packed facets of the search index
 * (see `hubatlas.exports.search_facets`).
 */

import { dayNumber } from "./london.js";

/**
 * @typedef {import("./near.js").Point} Point
 * @typedef {import("./opening-hours.js").OpeningHours} OpeningHours
 *
 * @typedef {[number | null, number[]?, (number | null)?, (number | null)?, number[]?]} PackedOffer
 *
 * @typedef {object} PackedDocument
 * @property {number[]} [has]
 * @property {number[]} [lacks]
 * @property {Point} [at]
 * @property {1} [remote]
 * @property {1} [off]
 * @property {PackedOffer[]} [offers]
 * @property {OpeningHours} [hours]
 * @property {(number[] | null)[]} [week]
 *
 * @typedef {object} PackedFacets
 * @property {string} from
 * @property {string[]} terms
 * @property {{name: string, at?: Point | null, has: number[]}[]} venues
 * @property {PackedDocument[]} documents
 *
 * @typedef {object} Offer
 * @property {number[]} has facets that are known to hold
 * @property {number[]} lacks facets that are known not to
 * @property {ReadonlySet<string>} asks groups of which what is not known may still be so
 * @property {boolean} remote whether nobody has to travel
 * @property {boolean} [off] whether it cannot be had now
 * @property {boolean} [unsure] whether it is not known if it is on, on the day that it has
 * @property {Point} [at]
 * @property {number} [hub] the position of the hub that it is at
 * @property {string} [venue]
 * @property {number} [opens] minutes after midnight
 * @property {number} [closes]
 * @property {number[]} [dates] days since 1 January 1970
 * @property {OpeningHours} [hours] of a hub itself
 * @property {number} [of] the position of the service through which a hub is found
 */

const OF_PLACES = new Set(["place", "access", "facility"]);
const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const OF_SERVICES = ["how", "free", "referral", "language", "audience"];
const OF_TIMES = ["day", "time", "open"];
const OF_BUILDINGS = ["access", "facility", "within"];

/** @type {ReadonlySet<string>} */
const NOTHING = new Set();

/**
 * The offers of each document, in the same order.
 *
 * @param {PackedFacets} facets
 * @returns {Offer[][]}
 */
export function offersOf(facets) {
  const { documents, terms } = facets;
  const group = terms.map(groupOf);
  const type = documents.map(({ has = [] }) => terms[has[0]]);
  /** @type {Offer[][]} */
  const atHub = documents.map(() => []);
  const offers = documents.map((document, position) => {
    if (document.off) return unavailable(document, facets);
    if (type[position] !== "type=service" && type[position] !== "type=session") return [itself(document)];
    const given = givenOffers(document, facets, group);
    for (const offer of type[position] === "type=service" ? given : []) {
      if (offer.hub !== undefined) atHub[offer.hub].push({ ...offer, of: position });
    }
    return given;
  });
  documents.forEach((document, position) => {
    if (type[position] === "type=hub" && !document.off) {
      offers[position] = [...ownOffers(document, facets), ...borrowed(document, atHub[position], group)];
    }
  });
  return offers;
}

/** @param {string} term a facet such as need=money @returns {string} its group */
export function groupOf(term) {
  return term.slice(0, term.indexOf("="));
}

/** What is only there to be found. @param {PackedDocument} document @returns {Offer} */
function itself({ has = [], lacks = [], at, remote }) {
  return { has, lacks, asks: NOTHING, at: at ?? undefined, remote: Boolean(remote) };
}

/**
 * Where something was or will be: filters ask for what can be had now.
 *
 * @param {PackedDocument} document
 * @param {PackedFacets} facets
 * @returns {Offer[]}
 */
function unavailable(document, facets) {
  const has = (document.has ?? []).slice(0, 1);
  const offer = { has, lacks: [], asks: NOTHING, remote: false, off: true };
  return places(document, facets).map((place) => ({ ...offer, ...place }));
}

/**
 * The places and times of a service or a session, each with what is known of it there.
 *
 * @param {PackedDocument} document
 * @param {PackedFacets} facets
 * @param {string[]} group of each facet
 * @returns {Offer[]}
 */
function givenOffers(document, facets, group) {
  const { has = [], lacks = [], offers = [[null]] } = document;
  return places(document, facets).map((place, number) => {
    const [where, when, opens, closes, dates = []] = offers[number];
    const hub = place.hub === undefined ? undefined : facets.documents[place.hub];
    const venue = where !== null && where < 0 ? facets.venues[-1 - where] : undefined;
    const here = [...(hub?.has ?? []), ...(venue?.has ?? [])].filter((id) => OF_PLACES.has(group[id]));
    const remote = Boolean(where === null ? document.remote : hub?.remote);
    const timed = typeof opens === "number" && typeof closes === "number";
    return {
      ...place,
      remote,
      has: [...has, ...here, ...(when ?? [])],
      lacks: [...lacks, ...(hub?.lacks ?? [])],
      asks: new Set([
        ...OF_SERVICES,
        ...(remote ? [] : OF_BUILDINGS),
        ...(where === null && !remote ? ["place"] : []),
        ...(timed ? [] : ["time", "open"]),
        ...(when ? [] : ["day"]),
      ]),
      ...(timed ? { opens, closes } : {}),
      dates: absolute(dates, facets.from),
    };
  });
}

/**
 * @param {PackedDocument} document
 * @param {PackedFacets} facets
 * @returns {{at?: Point, hub?: number, venue?: string}[]} of each offer
 */
function places({ at, offers = [[null]] }, { documents, venues }) {
  return offers.map(([where]) => {
    if (where === null) return { at: at ?? undefined };
    if (where >= 0) return { at: documents[where].at, hub: where };
    return { at: venues[-1 - where].at ?? undefined, venue: venues[-1 - where].name };
  });
}

/**
 * A hub as it is: once for what needs no time, and once for each day of the week.
 *
 * @param {PackedDocument} hub
 * @param {PackedFacets} facets
 * @returns {Offer[]}
 */
function ownOffers({ has = [], lacks = [], at, hours, week, remote }, { terms }) {
  const asks = ["language", ...(remote ? [] : OF_BUILDINGS), ...(hours ? ["open"] : OF_TIMES)];
  const own = { has, lacks, asks: new Set(asks), at, hours, remote: Boolean(remote) };
  const days = (week ?? []).flatMap((parts, day) => {
    const of = terms.indexOf(`day=${DAYS[day]}`);
    if (of < 0 || parts?.length === 0) return [];
    return [{ ...own, has: [...has, of, ...(parts ?? [])], unsure: parts === null }];
  });
  return [own, ...days];
}

/**
 * What a hub is found by through the services there. What these do not say is not asked of the hub.
 *
 * @param {PackedDocument} hub
 * @param {Offer[]} offers
 * @param {string[]} group
 * @returns {Offer[]}
 */
function borrowed({ has = [], hours, remote }, offers, group) {
  const own = has.filter((id) => !OF_PLACES.has(group[id]));
  const asks = new Set(remote ? [] : OF_BUILDINGS);
  return offers.map((offer) => {
    const given = offer.has.filter((id) => group[id] !== "type");
    return { ...offer, has: [...own, ...given], asks, hours };
  });
}

/** @param {number[]} away each from the one before @param {string} from @returns {number[]} */
function absolute(away, from) {
  let day = dayNumber(from);
  return away.map((days) => (day += days));
}
