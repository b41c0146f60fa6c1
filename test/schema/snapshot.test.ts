import { readdirSync, readFileSync } from 'node:fs';
import { buildASTSchema, concatAST, lexicographicSortSchema, parse, printSchema, validateSchema } from 'graphql';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../schema/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));

describe('the printed schema', () => {
  const schema = buildASTSchema(concatAST(files.map((file) => parse(read(file)))));

  it('is valid', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(validateSchema(schema)).toEqual([]);
  });

  it('is what the files say: run "npm run build" and commit schema/snapshot when it is not', () => {
    expect(read('snapshot/schema.graphql').trim()).toBe(printSchema(lexicographicSortSchema(schema)).trim());
  });
});
