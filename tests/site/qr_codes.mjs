// Reads an address; writes the codes that the standard allows for it, one for each of eight masks, as rows of modules.

import { readFileSync } from "node:fs";

import { encode } from "uqr";

const address = readFileSync(0, "utf8");
const code = (maskPattern) => encode(address, { ecc: "M", border: 4, maskPattern, boostEcc: false }).data;
process.stdout.write(JSON.stringify([0, 1, 2, 3, 4, 5, 6, 7].map(code)));
