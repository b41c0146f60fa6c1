import { readdirSync, readFileSync } from 'node:fs';
import {
  buildASTSchema,
  concatAST,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { conceptNames } from '../../server/src/domain/model/concepts.ts';

const folder = new URL('../../schema/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
const schema = buildASTSchema(concatAST(files.map((file) => parse(readFileSync(new URL(file, folder), 'utf8')))));
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

/** What a reader of the schema has to be told about: every type and everything in it. */
const describedThings = (type: GraphQLNamedType): readonly (readonly [string, string | null | undefined])[] => {
  const own = [[type.name, type.description] as const];
  if (isEnumType(type))
    return [...own, ...type.getValues().map(({ name, description }) => [`${type.name}.${name}`, description] as const)];
  if (isInputObjectType(type))
    return [
      ...own,
      ...Object.values(type.getFields()).map(({ name, description }) => [`${type.name}.${name}`, description] as const),
    ];
  if (!isObjectType(type) && !isInterfaceType(type)) return own;
  const root = type === schema.getQueryType() || type === schema.getMutationType();
  return [
    ...(root && type.description === undefined ? [] : own),
    ...fieldsOf(type).flatMap(({ name, description, args }) => [
      [`${type.name}.${name}`, description] as const,
      ...args.map((arg) => [`${type.name}.${name}(${arg.name})`, arg.description] as const),
    ]),
  ];
};

const fieldsOf = (type: GraphQLNamedType | undefined | null): readonly GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

describe('the schema', () => {
  it('describes every type, field, argument and value', () => {
    const things = types.flatMap(describedThings);
    expect(things.length).toBeGreaterThan(800);
    expect(things.filter(([, text]) => (text ?? '').trim() === '').map(([name]) => name)).toEqual([]);
  });

  it('writes values UPPER_SNAKE, fields and arguments camelCase, types PascalCase', () => {
    const wrong = types.flatMap((type) => [
      ...(/^[A-Z][A-Za-z]*$/.test(type.name) ? [] : [type.name]),
      ...(isEnumType(type)
        ? type
            .getValues()
            .filter(({ name }) => !/^[A-Z]+(_[A-Z]+)*$/.test(name))
            .map(({ name }) => name)
        : []),
      ...fieldsOf(type)
        .flatMap(({ name, args }) => [name, ...args.map((arg) => arg.name)])
        .filter((name) => !/^[a-z][A-Za-z0-9]*$/.test(name)),
    ]);
    expect(wrong).toEqual([]);
  });

  it('names inputs Input, Filter or, for one change of a set, Change, and what a mutation gives Payload with ok, error and revision', () => {
    const inputs = types.filter(isInputObjectType).map(({ name }) => name);
    expect(inputs.filter((name) => !/(Input|Filter|Change)$/.test(name))).toEqual([]);
    for (const mutation of fieldsOf(schema.getMutationType())) {
      const payload = getNamedType(mutation.type);
      expect(payload.name, mutation.name).toMatch(/Payload$/);
      // A signal writes nothing: there is no revision after it.
      const fields = mutation.name === 'signal' ? ['ok', 'error'] : ['ok', 'error', 'revision'];
      expect(
        fieldsOf(payload).map(({ name }) => name),
        mutation.name,
      ).toEqual(expect.arrayContaining(fields));
    }
  });

  it('says a thing by its concept and id in one way, and with its name in one way', () => {
    const saying = (type: GraphQLInputObjectType | GraphQLObjectType, fields: string): boolean =>
      Object.keys(type.getFields()).toSorted().join(' ') === fields;
    const given = types.filter(isObjectType).filter((type) => saying(type, 'concept id name'));
    expect(given.map(({ name }) => name)).toEqual(['NamedThing']);
    const taken = types.filter(isInputObjectType).filter((type) => saying(type, 'concept id'));
    // Two that questions from before there was one name in their variables.
    const kept = ['MapThingInput', 'NodeReferenceInput'];
    expect(taken.map(({ name }) => name).filter((name) => !kept.includes(name))).toEqual(['ThingInput']);
  });

  it('asks for the revision somebody saw in every change of what is there', () => {
    const changes = fieldsOf(schema.getMutationType()).filter(
      ({ name }) => name.startsWith('update') || name === 'end',
    );
    expect(changes.length).toBe(12);
    expect(
      changes.filter(({ args }) => !args.some((arg) => arg.name === 'expectedRevision' && isNonNullType(arg.type))),
    ).toEqual([]);
  });

  it('has each concept as a node with a root field, a page and a filter', () => {
    for (const concept of conceptNames) {
      const type = schema.getType(concept);
      expect(isObjectType(type) && type.getInterfaces().map(({ name }) => name), concept).toEqual(['Node']);
      expect(isInputObjectType(schema.getType(`${concept}Filter`)), concept).toBe(true);
      const page = fieldsOf(schema.getType(`${concept}Connection`)).map(({ name }) => name);
      expect(page, concept).toEqual(['edges', 'nodes', 'pageInfo', 'totalCount']);
      const roots = fieldsOf(schema.getQueryType()).map(({ type: result }) => getNamedType(result).name);
      expect(roots, concept).toEqual(expect.arrayContaining([concept, `${concept}Connection`]));
    }
    expect(isEnumType(schema.getType('Concept')) && conceptNames.length).toBe(16);
  });

  it('gives every list of things that refer to another by page, with a size that has a default', () => {
    const unpaged = types.flatMap((type) =>
      fieldsOf(type)
        .filter(
          ({ type: result, args }) =>
            getNamedType(result).name.endsWith('Connection') &&
            args.find(({ name }) => name === 'first')?.defaultValue === undefined,
        )
        .map(({ name }) => `${type.name}.${name}`),
    );
    expect(unpaged).toEqual([]);
  });

  it('never has null in a list', () => {
    const nullable = types.flatMap((type) =>
      fieldsOf(type)
        .filter(({ type: result }) => {
          const list = isNonNullType(result) ? result.ofType : result;
          return isListType(list) && !isNonNullType(list.ofType);
        })
        .map(({ name }) => `${type.name}.${name}`),
    );
    expect(nullable).toEqual([]);
  });

  it('lets nobody set a record time', () => {
    const stamps = [
      'recordedAt',
      'createdAt',
      'updatedAt',
      'claimedAt',
      'decidedAt',
      'decidedBy',
      'answeredAt',
      'answeredBy',
    ];
    const settable = types
      .filter(isInputObjectType)
      .flatMap((input) => Object.keys(input.getFields()).filter((name) => stamps.includes(name)));
    expect(settable).toEqual([]);
  });

  it('passes no judgement', () => {
    const words = types.flatMap(describedThings).flatMap(([name, text]) => [name, text ?? '']);
    expect(words.filter((text) => /violat|complian|information.?block/i.test(text))).toEqual([]);
  });
});
