// The one instance of the module: whether it is there, and what happens when it breaks.

import { __wbg_reset_state as renew } from './core.js';
import { DothiError, fault } from './error.js';

let ready = false;

/** Grows whenever a broken instance was replaced: what was kept inside the old one is gone. */
export let generation = 0;

export function started() {
  ready = true;
}

/** Runs a verb. Nothing but a DothiError comes out of it, and the next call finds a sound instance. */
export function call(verb) {
  if (!ready) {
    throw fault('call.not_ready', '', 'mô-đun chưa được nạp; hãy chờ `await init()` trước', 'the module is not loaded yet; wait for `await init()` first');
  }
  try {
    return verb();
  } catch (error) {
    if (error instanceof DothiError) throw error;
    if (typeof error === 'string') throw new DothiError(JSON.parse(error));
    throw broken(error);
  }
}

function broken(cause) {
  generation += 1;
  try {
    renew();
  } catch {
    ready = false;
  }
  return fault(
    'call.internal',
    '',
    'lỗi bên trong hoặc hết bộ nhớ; kết quả bị bỏ, có thể gọi tiếp. Xin báo lỗi kèm dữ liệu gây ra',
    'an internal fault, or no memory left; there is no result, further calls work. Please report it with the data that led here',
    cause,
  );
}
