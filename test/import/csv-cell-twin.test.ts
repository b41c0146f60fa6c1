import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvCell } from '../../server/src/domain/csv-cell.ts';
import { toCsv } from '../../web/src/graph-model/csv.ts';

it('makes the same cells on the server and in the browser', () => {
  const unit = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', ' ', 'a', '1', 'é');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit }), fc.string()), (text) => {
      expect(toCsv([[text]])).toBe(`${csvCell(text)}\r\n`);
    }),
  );
});
