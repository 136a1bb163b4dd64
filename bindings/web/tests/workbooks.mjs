// Two workbooks for the tests, written by the command `dothi`: a good one, and one with a share above the whole.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { example, path } from './browser.js';

const dothi = (...given) => execFileSync('cargo', ['run', '--quiet', '-p', 'dothi-cli', '--locked', '--', ...given], { stdio: 'inherit' });
const [city] = JSON.parse(readFileSync(example('vi-du.json'), 'utf8')).cities;
city.observations.find(({ criterion, role }) => criterion === 'tra-01' && role === 'numerator').value = '99999';
writeFileSync(path('../dist/sai.json'), JSON.stringify({ format: 1, cities: [city] }));
dothi('convert', example('vi-du.json'), '--unit', 'X-0001', '-o', path('../dist/vi-du.xlsx'));
dothi('convert', path('../dist/sai.json'), '-o', path('../dist/sai.xlsx'));
