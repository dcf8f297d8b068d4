// Reads {"forms": {kind: questions}, "records": [[kind, record]], "texts": [[format, text]]} as JSON; writes what the
// form would say of each record, and of each text whether it has the format and what was probably meant.

import { readFileSync } from "node:fs";

import { checker } from "../../theme/scripts/suggesting/checking.js";
import { corrected } from "../../theme/scripts/suggesting/corrections.js";
import { faultOf } from "../../theme/scripts/suggesting/formats.js";

const { forms, records, texts } = JSON.parse(readFileSync(0, "utf8"));
const checkers = Object.fromEntries(Object.entries(forms).map(([kind, form]) => [kind, checker(form.schema, form)]));
const said = forms.hub;

process.stdout.write(
  JSON.stringify({
    records: records.map(([kind, record]) => checkers[kind](record)),
    texts: texts.map(([format, text]) => [faultOf(format, text, said), corrected(format, text, said)]),
  }),
);
