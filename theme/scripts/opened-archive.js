/**
 * The build puts this in the place of `pmtiles` where streets are drawn: there the archive has been opened already, by
 * archive-map.js, and what opens it need not be loaded twice.
 */
export class PMTiles {}
