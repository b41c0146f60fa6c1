import fc from 'fast-check';
import { buildSchema, getIntrospectionQuery, Kind, parse, validate, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { measureQuery, type QuerySize } from './query-cost.ts';
import { defaultQueryLimits } from './query-limits.ts';

const schema = buildSchema(`
  type Query {
    things(first: Int = 10, filter: Filter): Things! thing: Thing
    changes(since: String!, asOf: String): Thing minutes(workshop: ID!): Thing picture(input: PictureInput!): Picture!
  }
  input Filter { changedSince: String }
  input PictureInput { most: Int = 2000 }
  type Picture { things: [Thing!]! completeness: Int }
  type Things { nodes: [Thing!]! totalCount: Int! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! }
  type Thing { id: ID! name: String! others(first: Int = 10): Things! parts: [Thing!]! }
`);

const measure = (text: string, variables: Record<string, unknown> = {}): QuerySize => {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) throw new Error('no operation');
  return measureQuery(operation, { schema, document, variables });
};

describe('measureQuery', () => {
  it('counts a field once for each thing of each page above it', () => {
    expect(measure('{ thing { id name } }')).toEqual({
      cost: 3,
      depth: 2,
      rootFields: 1,
      earlierDays: 0,
      whatIfs: 0,
      minutes: 0,
    });
    // things, then 4 × (nodes, id, name).
    expect(measure('{ things(first: 4) { nodes { id name } } }')).toMatchObject({
      cost: 1 + 4 * 3,
      depth: 3,
      rootFields: 1,
    });
    expect(measure('{ things { totalCount } }').cost).toBe(1 + 10);
  });

  it('takes page sizes from variables, and a missing one from the schema', () => {
    const query = 'query($n: Int) { things(first: $n) { nodes { others(first: $n) { totalCount } } } }';
    expect(measure(query, { n: 3 }).cost).toBe(1 + 3 * (1 + (1 + 3)));
    expect(measure(query).cost).toBe(1 + 10 * (1 + (1 + 10)));
  });

  it('takes a variable that is not given as its default', () => {
    const query = 'query($n: Int = 300) { things(first: $n) { totalCount } }';
    expect(measure(query).cost).toBe(1 + 300);
    expect(measure(query, { n: 3 }).cost).toBe(1 + 3);
  });

  it('counts a picture by the most it may show, and a thing of it as something whatever is asked of it', () => {
    const all = `{ picture(input: {}) { things { id name ${Array.from({ length: 90 }, (_, at) => `f${at}: id`).join(' ')} } } }`;
    expect(measure(all).cost).toBe(1 + (2000 * (1 + 10 * 92)) / 100);
    expect(measure('{ picture(input: {}) { things { id } } }').cost).toBe(1 + 2000 * 5);
    const some = 'query($i: PictureInput!) { picture(input: $i) { things { id } } }';
    expect(measure(some, { i: { most: 5000 } }).cost).toBe(1 + 5000 * 5);
    expect(measure('query($m: Int = 7) { picture(input: { most: $m }) { things { id } } }').cost).toBe(1 + 7 * 5);
  });

  it('counts each comparison with an earlier day once, however it is asked for', () => {
    const days = (text: string, variables = {}): number => measure(text, variables).earlierDays;
    expect(days('{ thing { id } }')).toBe(0);
    expect(days('{ a: changes(since: "1") { id } b: changes(since: "1") { name } }')).toBe(1);
    expect(days('{ a: changes(since: "1") { id } b: changes(since: "1", asOf: "9") { id } }')).toBe(2);
    const filtered =
      'query($f: Filter, $s: String) { ...A things(filter: $f) { totalCount } b: things(filter: { changedSince: $s }) { totalCount } } fragment A on Query { changes(since: "1") { id } }';
    expect(days(filtered, { f: { changedSince: '2' }, s: '3' })).toBe(3);
    expect(days(filtered, { f: { changedSince: '1' }, s: null })).toBe(1);
  });

  it('counts minutes of workshops one by one, alike or not', () => {
    expect(measure('{ minutes(workshop: "a") { id } }').minutes).toBe(1);
    const all =
      '{ a: minutes(workshop: "a") { id } b: minutes(workshop: "a") { id } ...M } fragment M on Query { c: minutes(workshop: "b") { id } }';
    expect(measure(all).minutes).toBe(3);
  });

  it('never lets a page size of zero or less make what is below it free', () => {
    expect(measure('{ things(first: -5) { nodes { id } } }').cost).toBe(
      measure('{ things(first: 1) { nodes { id } } }').cost,
    );
  });

  it('counts what a fragment brings, wherever it is spread', () => {
    const inline = '{ a: thing { id name } b: thing { ... on Thing { id name } } }';
    const spread =
      '{ ...Both } fragment Both on Query { a: thing { ...F } b: thing { ...F } } fragment F on Thing { id name }';
    expect(measure(spread)).toEqual(measure(inline));
    expect(measure(spread).rootFields).toBe(2);
  });

  it('counts a list without pages as one of ten', () => {
    expect(measure('{ thing { parts { id parts { id name } } } }').cost).toBe(1 + 1 + 10 * (1 + (1 + 10 * 2)));
  });

  it('counts questions about the schema like any others, however they nest, but not as deep', () => {
    const nested = '{ __schema { types { fields { type { ofType { ofType { name } } } } } } }';
    expect(measure(nested)).toMatchObject({
      cost: 1 + (1 + 10 * (1 + 10 * (1 + (1 + (1 + 1))))),
      depth: 0,
      rootFields: 1,
    });
    const full = measure(getIntrospectionQuery());
    expect(full.cost).toBeGreaterThan(measure(nested).cost);
    expect(full.cost).toBeLessThan(defaultQueryLimits.cost / 2);
    expect(full.depth).toBe(0);
    const twice = '{ a: __schema { types { fields { name } } } b: __schema { types { fields { name } } } }';
    expect(measure(twice).cost).toBe(2 * measure('{ __schema { types { fields { name } } } }').cost);
  });

  it('grows with every field and every page', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 });
    const nest = (pages: readonly number[]): string =>
      pages.reduceRight((below, first) => `others(first: ${first}) { nodes { id ${below} } }`, 'name');
    fc.assert(
      fc.property(sizes, fc.nat(), (pages, pick) => {
        const at = pick % pages.length;
        const larger = pages.map((first, index) => (index === at ? first + 1 : first));
        const before = measure(`{ thing { ${nest(pages)} } }`);
        const after = measure(`{ thing { ${nest(larger)} } }`);
        expect(after.cost).toBeGreaterThan(before.cost);
        expect(after.depth).toBe(before.depth);
        expect(before.cost).toBeGreaterThanOrEqual(pages.reduce((product, first) => product * first, 1));
      }),
    );
  });
});
