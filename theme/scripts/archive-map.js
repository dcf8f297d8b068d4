/**
 * Streets out of one PMTiles archive, which any web server holds that answers requests for part of a file. Loaded by
 * map-streets.js for networks that have one.
 */

/** @import L from "leaflet" */

import { PMTiles, TileType } from "../../node_modules/pmtiles/dist/esm/index.js"; // by its path: see opened-archive.js

/** @typedef {typeof import("leaflet")} Leaflet */

/**
 * A layer of the archive: of pictures, or of shapes, which `vector` brings what draws them.
 *
 * @param {Leaflet} L the page's own Leaflet, which is not loaded twice
 * @param {string} address
 * @param {() => Promise<typeof import("./vector-map.js")>} vector
 * @returns {Promise<import("leaflet").GridLayer>}
 */
export async function archiveLayer(L, address, vector) {
  const archive = new PMTiles(address);
  const { tileType, minZoom, maxZoom } = await archive.getHeader();
  if (tileType === TileType.Mvt) {
    const { vectorLayer } = await vector();
    return vectorLayer(L, archive, maxZoom);
  }
  return pictureLayer(L, archive, { maxZoom: 22, maxNativeZoom: maxZoom, minNativeZoom: minZoom });
}

/**
 * Pictures are drawn on a canvas, so that the page's policy need not allow them by an address of their own.
 *
 * @param {Leaflet} L
 * @param {PMTiles} archive
 * @param {import("leaflet").GridLayerOptions} options
 */
function pictureLayer(L, archive, options) {
  const layer = new L.GridLayer(options);
  const size = layer.getTileSize();
  const createTile = (/** @type {L.Coords} */ { x, y, z }, /** @type {L.DoneCallback} */ done) => {
    const canvas = document.createElement("canvas");
    canvas.width = 2 * size.x; // sharp on screens with small dots, where the archive has pictures for them
    canvas.height = 2 * size.y;
    draw(archive, canvas, z, x, y).then(
      () => done(undefined, canvas),
      (error) => done(error, canvas),
    );
    return canvas;
  };
  return Object.assign(layer, { createTile });
}

/** @param {PMTiles} archive @param {HTMLCanvasElement} canvas @param {number} z @param {number} x @param {number} y */
async function draw(archive, canvas, z, x, y) {
  const tile = await archive.getZxy(z, x, y);
  if (!tile) return; // nothing is there
  const picture = await createImageBitmap(new Blob([tile.data]));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
}
