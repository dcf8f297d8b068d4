// Reads [{file, fields}, …] as JSON, and writes each file as the editor at /admin/ would, were it saved as it is.

import { readFileSync } from "node:fs";

import { format } from "../../theme/scripts/editing/records.js";

const records = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(
  JSON.stringify(
    records.map(({ file, fields }) => {
      const { fromFile, toFile } = format(fields);
      return toFile(fromFile(file));
    }),
  ),
);
