// Node.js without the types of a page.

import { type Assessment, assess, init, loadSet } from 'dothi';
import { plan } from 'dothi/panel';
import { type RobustOptions } from 'dothi/robust';
import { html } from 'dothi/report';
import { verify } from 'dothi/tools';

await init(new Uint8Array());
const set = await loadSet('vn-ssc');
const result: Assessment = assess(set, new Uint8Array(), { asOf: '2026-11-21' });
const options: RobustOptions = { seed: 1, weights: { band: 10 } };
const ready = plan(set, { kind: 'commune', asOf: '2026-11-21' });
void [result, options, ready, html, verify];
