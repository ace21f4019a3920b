// Jest transformer: Node's own type stripping. It blanks types in place, so lines and columns of stack traces are exact.
import { createHash } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';

export default {
  process(source) {
    return { code: stripTypeScriptTypes(source, { mode: 'strip' }) };
  },
  getCacheKey(source, file, options) {
    return createHash('sha256')
      .update(`${process.version}\0${options.instrument}\0${file}\0${source}`)
      .digest('hex');
  },
};
