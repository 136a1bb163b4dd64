// How far results of many places hold: the verbs of the part `robust`.

import * as glue from './core.js';
import { fault } from './error.js';
import { bytes, options } from './input.js';
import { Batch, PanelPlan, figures } from './panel.js';
import { core } from './set.js';

/** Draws everything that is doubted again and again, for the places of a batch. */
export async function robust(batch, given) {
  const [result] = await run((asked, errors) => new glue.Analysis(Batch.inside(batch), asked, errors), given);
  return result;
}

/** The same for a wide table, each period by itself. */
export async function robustTable(plan, data, given) {
  const file = bytes(data, '/data');
  return run((asked, errors) => glue.Analysis.table(PanelPlan.inside(plan), file, asked, errors), given);
}

async function run(begin, given = {}) {
  const { onProgress, signal, means, normalise, outliers, impute, errors = {}, ...rest } = given ?? {};
  const called = onProgress === undefined || typeof onProgress === 'function';
  if (!called) throw fault('call.wrong_type', '/onProgress', 'ở đây cần một hàm', 'expected a function');
  const byRow = Object.entries(errors).map(([name, own]) => [name, own?.standard ?? own?.relative]);
  const [columns, rows] = figures(Object.fromEntries(byRow.filter(([, of]) => ArrayBuffer.isView(of))), {}, '/errors');
  const each = (list, of) => (Array.isArray(list) ? list.map(of) : list);
  const rule = (one) => one ?? { nothing: true };
  const asked = options({
    ...rest,
    columns,
    means: each(means, (mean) => ({ mean })),
    normalise: each(normalise, (way) => ({ normalise: way })),
    outliers: each(outliers, rule),
    impute: each(impute, rule),
    errors: Object.entries(errors).map(error),
  });
  const analysis = core.call(() => begin(asked, rows), 'panel', 'robust');
  const { generation } = core;
  const check = () => {
    if (signal?.aborted) throw fault('call.cancelled', '', 'người gọi đã dừng phân tích', 'the caller cancelled the analysis', signal.reason);
    if (core.generation !== generation) throw fault('call.gone', '', 'mô-đun đã phải nạp lại sau một lỗi; hãy chạy lại', 'the module was made anew after a fault; run it again');
  };
  try {
    for (let [done, of] = [0, 1]; done < of; ) {
      check();
      [done, of] = core.call(() => analysis.advance());
      onProgress?.({ done, of });
      if (done < of) await new Promise((resolve) => setTimeout(resolve));
    }
    check();
    const all = JSON.parse(core.call(() => analysis.results()));
    if (given.pairs === true) all.forEach((one, at) => (one.pairs = core.call(() => analysis.pairs(at))));
    return all;
  } finally {
    if (core.generation === generation) analysis.free();
  }
}

/** The error of a column in the words of the module. */
function error([column, own]) {
  const { standard, relative, survey, counted, ...rest } = own ?? {};
  if (standard !== undefined) return { column, ...rest, ...(ArrayBuffer.isView(standard) ? { by: 'places' } : { by: 'standard', error: standard }) };
  if (relative !== undefined) return { column, ...rest, ...(ArrayBuffer.isView(relative) ? { by: 'relative_places' } : { by: 'relative', error: relative }) };
  if (survey !== undefined) return { column, ...rest, by: 'survey', ...survey };
  return { column, ...rest, ...(counted === true && { by: 'counted' }) };
}
