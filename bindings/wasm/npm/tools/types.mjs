// Makes the types of files and results from the library's JSON Schemas: node tools/types.mjs FOLDER_OF_SCHEMAS

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compile } from 'json-schema-to-typescript';

const [, , folder] = process.argv;
const out = new URL('../dist/schema/', import.meta.url);
mkdirSync(out, { recursive: true });
for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
  const kind = basename(name, '.json');
  const bannerComment = `// Made from the JSON Schema of ${kind} (criteria/schema/${name} has the same, for validators) by tools/types.mjs.`;
  const types = await compile(JSON.parse(readFileSync(join(folder, name), 'utf8')), kind, { additionalProperties: false, bannerComment });
  writeFileSync(new URL(`${kind}.d.ts`, out), types);
}
