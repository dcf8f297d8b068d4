// Reads [{file, fields, content}, …] as JSON, and writes each file as the editor at /admin/ would, were it saved with that content, or as it is.

import { readFileSync } from "node:fs";

import { format } from "../../theme/scripts/editing/records.js";

const records = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(
  JSON.stringify(
    records.map(({ file, fields, content }) => {
      const { fromFile, toFile } = format(fields);
      const record = fromFile(file);
      return toFile(content ?? record);
    }),
  ),
);
