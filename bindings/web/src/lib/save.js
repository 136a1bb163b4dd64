// A file for the reader to keep: made here, given by the browser, sent nowhere.

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The part of a name for a file that comes from somewhere, in letters every system takes. */
export const inFileName = (name) => name.replace(/[^\w.-]/g, '_');

export function save(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type: type.startsWith('text/') ? `${type};charset=utf-8` : type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
