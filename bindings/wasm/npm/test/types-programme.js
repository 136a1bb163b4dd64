// Documents of the programme, for the typed literals of types.mjs.

import { loadSet } from 'dothi';
import * as programme from 'dothi/programme';
import { record } from 'dothi/tools';
import { asOf, json, text } from './support.js';

export async function sayProgramme(say) {
  const set = await loadSet('vn-ssc@2026');
  const [city] = json('examples/vi-du.json').cities;
  const example = (name) => ({ name, data: text(`examples/programme/${name}`) });
  const [round, before] = ['dot-2025', 'dot-2024'].map((name) => json(`examples/programme/${name}.json`));
  say('programme.Outline', programme.outline());
  for (const one of [round, before, undefined]) say('programme.RoundRead', programme.round(one));
  const files = ['bao-cao-2025.json', 'bao-cao-2025-X-03.csv'].map(example);
  for (const { data } of files) {
    const { file, findings } = programme.reportFile(data);
    say('programme.LocalReports', file);
    say('dothi.Told[]', findings);
    say('programme.CheckedReports', programme.check(data, { round }));
  }
  const held = { name: 'X-02.record.json', data: JSON.stringify(record(set, { ...city, unit: { ...city.unit, code: 'X-02' } }, { asOf })) };
  const report = { ...json('examples/programme/bao-cao-2024.json').reports[0], records: [programme.recordLink(held), { file: 'x' }] };
  report.unit.code = 'X-02';
  say('programme.LocalReport', report);
  say('programme.CheckedReports', programme.check(report, { round, records: [held], sets: [set] }));
  say('programme.CheckedReports', programme.check('{'));
  const previous = { round: before, files: [example('bao-cao-2024.json')] };
  const [one] = json('examples/programme/bao-cao-2025.json').reports;
  const [line, ...lines] = one.funding;
  const changed = [
    {},
    { entries: one.entries.slice(1) },
    { unit: { ...one.unit, code: 'X-02' }, funding: [{ ...line, planned: '-5', note: 'x' }, ...lines] },
    { unit: { ...one.unit, code: 'X-03' }, round: 'another' },
    { unit: { ...one.unit, code: 'X-99' }, nothing: [{ item: '1' }] },
    { unit: { ...one.unit, code: 'X-04' } },
    { unit: { ...one.unit, code: 'X-04' }, replaces: { number: one.number, date: one.date }, number: '16/BC', received: '2026-04-09' },
  ];
  const others = changed.map((change, at) => ({ name: `${at}.json`, data: { ...one, ...change } }));
  for (const all of [files, [...files, held], [...others, { name: 'x', data: '{' }]]) say('programme.Synthesis', programme.synthesis(all, { round, previous, sets: [set] }));
  for (const progress of [undefined, text('examples/programme/tien-do-moc.json')]) say('programme.Milestones', programme.milestones({ asOf, progress }));
  const survey = { description: json('examples/programme/khao-sat/mo-ta.json'), answers: text('examples/programme/khao-sat/tra-loi.csv') };
  say('programme.Voice', programme.voice(survey));
  say('dothi.CityFile', programme.voiceCity(survey));
  const here = { ...survey, description: { ...survey.description, unit: { ...survey.description.unit, code: city.unit.code } } };
  say('programme.Priorities', programme.priorities(set, city, { asOf }));
  say('programme.Priorities', programme.priorities(set, city, { asOf, survey: here, local: json('examples/programme/uu-tien.json') }));
  for (const level of [1, 2, 3]) say('programme.ObjectivesView', programme.objectives(set, city, { asOf, level }));
  const trial = (name) => json(`examples/programme/thi-diem/${name}.json`);
  const [{ cities }, rules, statements] = [trial('do-thi'), trial('quy-tac'), trial('khai')];
  say('programme.PilotSelection', programme.pilots(set, { format: 1, cities }, { asOf, rules, statements, robust: { weights: { band: 25 }, seed: 1, replications: 9 } }));
  say('programme.PilotSelection', programme.pilots(set, city, { asOf }));
  const bare = { format: 1, pilot_rules: 'x', title: { vi: 'x', en: 'x' }, set: 'vn-ssc' };
  say('programme.PilotSelection', programme.pilots(set, city, { asOf, rules: bare }));
  say('programme.PilotSelection', programme.pilots(set, [], { asOf }));
  const between = (period) => ({ asOf, pilot: cities[0].unit.code, before: period, after: '2025' });
  cities[1].unit.urban_class = '1';
  for (const given of [between('2024'), between('2020'), { ...between('2024'), against: [cities[1].unit.code] }, { ...between('2024'), against: [] }]) say('programme.PilotEffect', programme.pilotEffect(set, { format: 1, cities }, given));
  for (const [name, data] of [['vn-ssc@2026', 'vi-du'], ['nq03@2025', 'vi-du-nq03'], ['nq148@2022', 'vi-du-nq148'], ['tt01@2018', 'vi-du-tt01']]) {
    const of = await loadSet(name);
    for (const one of json(`examples/${data}.json`).cities) say('programme.Targets', programme.targets(of, one, { asOf }));
    for (const one of json(`examples/${data}.json`).cities) say('programme.Priorities', programme.priorities(of, one, { asOf }));
  }
}
