// What every verb throws: findings, never a bare text.

/** @type {import('./index.d.ts').DothiError} */
export class DothiError extends Error {
  constructor(findings, options) {
    super(findings.map(sentence).join('\n'), options);
    this.name = 'DothiError';
    this.findings = findings;
    this.code = findings[0]?.code;
  }

  toJSON() {
    return { code: this.code, findings: this.findings };
  }
}

const sentence = ({ place, message, code }) => `${place ? `${place}: ` : ''}${message.en} [${code}]`;

/** One fault of a call, in the shape of a finding. */
export function fault(code, place, vi, en, cause) {
  const finding = { code, severity: 'error', class: 'shape', place, message: { vi, en } };
  return new DothiError([finding], cause === undefined ? undefined : { cause });
}
