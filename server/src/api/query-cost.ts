import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { askedMost } from './asked-most.ts';
import { countEarlierDays } from './earlier-days.ts';
import { countMinutes } from './minutes-asked.ts';
import { countWhatIfs } from './what-ifs.ts';

/**
 * How much an operation asks for. `cost`: fields, each times the page sizes above it; `depth`: levels; `rootFields`: aliases counted singly;
 * `earlierDays`: comparisons with an earlier day, each once; `whatIfs`: inventories as they might be, each once; `minutes`: minutes of
 * workshops. */
export interface QuerySize {
  readonly cost: number;
  readonly depth: number;
  readonly rootFields: number;
  readonly earlierDays: number;
  readonly whatIfs: number;
  readonly minutes: number;
}

/** What measuring needs beside the operation: the variables give page sizes. */
export interface MeasureContext {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Measure {
  readonly cost: number;
  readonly depth: number;
}

/** What a list that has no pages counts as: nobody knows its length before it is there. */
const unpagedListSize = 10;

/** A picture is made in one pass: what it says of a thing counts a tenth, and a thing as so much at least, whatever is asked of it. */
const picturePart = 10;
const pictureThing = 5;

/** The questions about the schema itself, which no type declares. */
const schemaFields: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
  [SchemaMetaFieldDef.name]: SchemaMetaFieldDef,
  [TypeMetaFieldDef.name]: TypeMetaFieldDef,
};

/** Whether a type is a page: its lists have the length that the field which gave the page was asked for. */
const isPage = (type: GraphQLNamedType | undefined): boolean =>
  isObjectType(type) && type.getFields()['pageInfo'] !== undefined;

const nothing: Measure = { cost: 0, depth: 0 };

/**
 * Returns how much a valid operation asks for, before any of it is run. Questions about the schema itself count like
 * any others, save that they are not deep: what asks them nests a type in a type. A list without pages counts as one of 10; a picture by the
 * `most` it may show. A variable that is not given counts as its default.
 * A fragment is measured once, however often it is spread.
 */
export const measureQuery = (operation: OperationDefinitionNode, context: MeasureContext): QuerySize => {
  const variables = { ...defaultsOf(operation), ...context.variables };
  const root = context.schema.getRootType(operation.operation);
  const fragments = new Map(
    context.document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const { cost, depth } = createMeasure({ ...context, variables }, fragments)(
    operation.selectionSet,
    root ?? undefined,
  );
  return {
    cost,
    depth,
    rootFields: countRootFields(operation.selectionSet, fragments),
    earlierDays: countEarlierDays(operation.selectionSet, { fragments, variables }),
    whatIfs: countWhatIfs(operation.selectionSet, { fragments, variables }),
    minutes: countMinutes(operation.selectionSet, fragments),
  };
};

const defaultsOf = ({ variableDefinitions }: OperationDefinitionNode): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    (variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
    ),
  );

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const createMeasure = ({ schema, variables }: MeasureContext, fragments: Fragments) => {
  const measureByFragment = new Map<string, Measure>();

  const measure = (selections: SelectionSetNode, type: GraphQLNamedType | undefined): Measure => {
    let total = nothing;
    for (const selection of selections.selections) {
      const part =
        selection.kind === Kind.FIELD
          ? measureField(selection, type)
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? measureSpread(selection.name.value)
            : measure(selection.selectionSet, typeNamed(selection.typeCondition?.name.value) ?? type);
      total = { cost: total.cost + part.cost, depth: Math.max(total.depth, part.depth) };
    }
    return total;
  };

  const measureField = (field: FieldNode, type: GraphQLNamedType | undefined): Measure => {
    const name = field.name.value;
    const aboutSchema = schemaFields[name];
    const definition =
      aboutSchema ?? (isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined);
    if (field.selectionSet === undefined || definition === undefined) return { cost: 1, depth: 1 };
    const below = measure(field.selectionSet, getNamedType(definition.type));
    const most = askedMost(field, definition, variables);
    if (most !== undefined) {
      return {
        cost: 1 + Math.max(Math.ceil((most * below.cost) / (unpagedListSize * picturePart)), most * pictureThing),
        depth: 1 + below.depth,
      };
    }
    return {
      cost: 1 + timesOf(field, definition, type) * below.cost,
      depth: aboutSchema === undefined ? 1 + below.depth : 0,
    };
  };

  const measureSpread = (name: string): Measure => {
    const known = measureByFragment.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    if (fragment === undefined) return nothing;
    const measured = measure(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value));
    measureByFragment.set(name, measured);
    return measured;
  };

  const timesOf = (
    field: FieldNode,
    { args, type }: GraphQLField<unknown, unknown>,
    parent: GraphQLNamedType | undefined,
  ): number => {
    const first = args.find(({ name }) => name === 'first');
    if (first !== undefined) return pageSizeOf(field, first.defaultValue);
    return isListType(getNullableType(type)) && !isPage(parent) ? unpagedListSize : 1;
  };

  const pageSizeOf = (field: FieldNode, usual: unknown): number => {
    const value = field.arguments?.find(({ name }) => name.value === 'first')?.value;
    const asked =
      value?.kind === Kind.INT
        ? Number(value.value)
        : value?.kind === Kind.VARIABLE
          ? variables[value.name.value]
          : undefined;
    return typeof asked === 'number' ? Math.max(asked, 1) : typeof usual === 'number' ? usual : 1;
  };

  const typeNamed = (name: string | undefined): GraphQLNamedType | undefined =>
    name === undefined ? undefined : schema.getType(name);

  return measure;
};

/** A fragment is counted once and remembered: fragments that spread each other twice would take for ever otherwise. */
const countRootFields = (
  selections: SelectionSetNode,
  fragments: Fragments,
  countByFragment = new Map<string, number>(),
): number =>
  selections.selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return sum + countRootFields(selection.selectionSet, fragments, countByFragment);
    }
    const name = selection.name.value;
    const fragment = fragments.get(name);
    const count =
      countByFragment.get(name) ??
      (fragment === undefined ? 0 : countRootFields(fragment.selectionSet, fragments, countByFragment));
    countByFragment.set(name, count);
    return sum + count;
  }, 0);
