// A page pays for every byte: lines of comment and indentation stay in the repository. No text of the code spans lines.

export const lean = (code) => code.replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '').replace(/^\s*\/\/.*\n/gm, '').replace(/^[ \t]+/gm, '');
