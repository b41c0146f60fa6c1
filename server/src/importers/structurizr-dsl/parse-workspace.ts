import {
  createElementIndex,
  mostRelations,
  resolveRelations,
  type ArchitectureModel,
  type ModelElement,
  type NamedAt,
  type WrittenRelation,
} from '../architecture/model.ts';
import type { Statement } from '../architecture/statement.ts';
import { createArchetypes, type Archetype, type ElementKind } from './archetypes.ts';
import { createConstants, statementsOf } from './statements.ts';
import type { Token } from './tokens.ts';

/** What a workspace has. */
export interface Workspace extends ArchitectureModel {
  /** What the file names that is not in it: `!include`, `extends`. */
  readonly includes: readonly NamedAt[];
  /** Blocks that change many elements at once: what they say is not read. */
  readonly bulk: readonly number[];
  /** Relationships with an end that is not in the model. */
  readonly unknown: readonly NamedAt[];
  readonly left: number;
  /** The line of a brace that is never closed, or closed twice. */
  readonly unbalanced?: number;
}

/** Blocks that say nothing of what is there: pictures, styles, where it runs, how it is written. */
const passedOver = new Set(
  'views configuration deploymentenvironment deploymentgroup perspectives styles !docs !adrs !decisions !script !plugin !components users terminology branding themes !relationship !relationships'.split(
    ' ',
  ),
);

/** Words that are no element when they stand alone in a block. */
const reserved = new Set(
  'description technology tag tags url properties group enterprise model workspace archetypes instances healthcheck'.split(
    ' ',
  ),
);

/** A block that is open. The element and the groups are those of the blocks around it, where it has none of its own. */
interface Frame {
  readonly element: ModelElement | undefined;
  readonly groups: readonly string[];
  readonly archetype?: Archetype;
  readonly block?: 'archetypes' | 'properties';
}

interface Opened extends Pick<Frame, 'archetype' | 'block'> {
  readonly element?: ModelElement;
  readonly group?: string;
}

const mostGroups = 20;

/** Returns the elements and relationships of a workspace. What it does not know it passes over. Pure and total. */
export const parseWorkspace = (tokens: readonly Token[]): Workspace => {
  const index = createElementIndex();
  const written: WrittenRelation[] = [];
  const includes: NamedAt[] = [];
  const bulk: number[] = [];
  const archetypes = createArchetypes();
  const constants = createConstants();
  const frames: Frame[] = [];
  const textOf = (token: Token | undefined): string => constants.fill(token?.text ?? '');
  let [name, hidden, left] = ['', 0, 0];
  let unbalanced: number | undefined;

  const enclosing = (): ModelElement | undefined => frames.at(-1)?.element;
  const open = ({ opens }: Statement<Token>, { group, element, ...more }: Opened): void => {
    if (!opens) return;
    const groups = frames.at(-1)?.groups ?? [];
    frames.push({
      element: element ?? enclosing(),
      groups: group === undefined || groups.length >= mostGroups ? groups : [...groups, group],
      ...more,
    });
  };
  const hide = ({ opens }: Statement<Token>): void => {
    if (opens) hidden = 1;
  };

  const relationship = (statement: Statement<Token>, arrow: number): void => {
    const { words, line } = statement;
    // `a --https-> b` is of a kind that was made up; `x = a -> b` has an identifier.
    const isKinded = words[arrow - 1]?.kind === 'WORD' && textOf(words[arrow - 1]).startsWith('--');
    const kind = isKinded ? archetypes.get(`->${textOf(words[arrow - 1]).slice(2)}`) : undefined;
    const start = words[arrow - (isKinded ? 2 : 1)];
    const from = start === undefined || start.kind === 'ASSIGN' ? 'this' : textOf(start);
    const [to, description, technology] = words.slice(arrow + 1).map(textOf);
    const here = enclosing()?.path ?? '';
    if (to !== undefined && written.length < mostRelations)
      written.push({
        from: from === 'this' ? here : from,
        to: to === 'this' ? here : to,
        within: here,
        description: description || (kind?.description ?? ''),
        technology: technology || (kind?.technology ?? ''),
        line,
      });
    else if (to !== undefined) left += 1;
    hide(statement);
  };

  const inArchetypes = (statement: Statement<Token>, arrow: number): void => {
    const { words } = statement;
    if (words[1]?.kind !== 'ASSIGN') return open(statement, {});
    const after =
      arrow < 0 ? textOf(words[2]) : `->${textOf(words[2]).startsWith('--') ? textOf(words[2]).slice(2) : ''}`;
    const id = textOf(words[0]);
    open(statement, { archetype: archetypes.define(arrow < 0 ? id : `->${id}`, after) });
  };

  const directive = (statement: Statement<Token>, keyword: string): boolean => {
    const { words, line } = statement;
    const text = textOf(words[1]);
    if (keyword === '!include') includes.push({ name: text, line });
    else if (/^!(?:const|constant|var)$/.test(keyword)) constants.define(text, textOf(words[2]));
    else if (/^!(?:element|extend|ref)$/.test(keyword)) {
      const element = index.find(text, enclosing()?.path ?? '');
      if (element === undefined) hide(statement);
      else open(statement, { element });
      return true;
    } else if (keyword === '!elements') {
      bulk.push(line);
      hide(statement);
      return true;
    } else if (!passedOver.has(keyword)) return false;
    hide(statement);
    return true;
  };

  for (const statement of statementsOf(tokens)) {
    const { words, line, opens, closes } = statement;
    if (closes) {
      if (hidden > 0) hidden -= 1;
      else if (frames.pop() === undefined) unbalanced ??= line;
      continue;
    }
    if (hidden > 0) {
      if (opens) hidden += 1;
      continue;
    }
    const isAssigned = words[1]?.kind === 'ASSIGN';
    const rest = isAssigned ? words.slice(2) : words;
    const word = rest[0]?.kind === 'WORD' ? textOf(rest[0]) : '';
    const keyword = word.toLowerCase();
    const frame = frames.at(-1);
    const arrow = words.findIndex(({ kind }) => kind === 'ARROW');
    if (frame?.block === 'archetypes') inArchetypes(statement, arrow);
    else if (frame?.block === 'properties') {
      describeByProperty(enclosing(), textOf(words[0]), textOf(words[1]));
      open(statement, {});
    } else if (directive(statement, keyword)) continue;
    else if (arrow >= 0) relationship(statement, arrow);
    else if (keyword === 'properties') open(statement, { block: 'properties' });
    else if (frame?.archetype !== undefined && reserved.has(keyword)) {
      setDefault(frame.archetype, keyword, rest.slice(1).map(textOf));
      open(statement, {});
    } else {
      const kind = reserved.has(keyword) ? undefined : archetypes.kindOf(word);
      const texts = rest.slice(1).map(textOf);
      if (kind === undefined || texts.length === 0) {
        if (keyword === 'archetypes') open(statement, { block: 'archetypes' });
        else {
          if (keyword === 'workspace') name = workspaceName(rest, textOf, includes);
          describe(enclosing(), keyword, texts);
          open(statement, keyword === 'group' || keyword === 'enterprise' ? { group: texts[0] ?? '' } : {});
        }
        continue;
      }
      const parent = enclosing();
      const path = index.pathIn(parent, isAssigned ? textOf(words[0]) : unnamed(texts[0] ?? ''));
      const groups = frames.at(-1)?.groups ?? [];
      const archetype = archetypes.get(word);
      const made = path === undefined ? undefined : toElement(kind, archetype, { path, texts, line, parent, groups });
      const kept = made === undefined ? undefined : index.add(made);
      if (kept === undefined) left += 1;
      // What is said of one that is not kept must not be taken for what is said of its parent.
      if (kept === undefined) hide(statement);
      else open(statement, { element: kept });
    }
  }
  if (frames.length > 0 || hidden > 0) unbalanced ??= tokens.at(-1)?.line ?? 1;
  const { relations, unknown } = resolveRelations(written, index);
  return {
    name,
    elements: index.elements,
    relations,
    includes,
    bulk,
    unknown,
    left,
    ...(unbalanced === undefined ? {} : { unbalanced }),
  };
};

const workspaceName = (
  words: readonly Token[],
  textOf: (token: Token | undefined) => string,
  includes: { name: string; line: number }[],
): string => {
  const isExtension = words[1]?.kind === 'WORD' && words[1].text.toLowerCase() === 'extends';
  if (!isExtension) return textOf(words[1]);
  includes.push({ name: textOf(words[2]), line: words[0]?.line ?? 1 });
  return '';
};

/** Without an identifier an element is known by its name, wherever it stands. */
const unnamed = (name: string): string => `"${name.toLowerCase().slice(0, 80).replaceAll('.', ' ')}"`;

interface Made {
  readonly path: string;
  readonly texts: readonly string[];
  readonly line: number;
  readonly parent: ModelElement | undefined;
  readonly groups: readonly string[];
}

/** A container and a component have a technology between description and tags, an element what it is; the others do not. */
const toElement = (
  { kind, word }: ElementKind,
  archetype: Archetype | undefined,
  { path, texts, line, parent, groups }: Made,
): ModelElement => {
  const hasTechnology = kind === 'part';
  const named = kind === 'other' ? [texts[0], texts[2], texts[3]] : texts;
  const [name = '', description = '', third = '', fourth = ''] = named;
  const tags = hasTechnology ? fourth : third;
  return {
    kind,
    word,
    path,
    name,
    system: kind === 'system' ? path : parent?.system,
    groups,
    line,
    description: description || (archetype?.description ?? ''),
    technology: (hasTechnology ? third : '') || (archetype?.technology ?? ''),
    tags: joined(archetype?.tags ?? '', tags),
    custodian: '',
  };
};

const joined = (...texts: readonly string[]): string =>
  texts
    .filter((text) => text !== '')
    .join(',')
    .slice(0, 1_000);

const describe = (element: ModelElement | undefined, keyword: string, texts: readonly string[]): void => {
  if (element === undefined) return;
  if (keyword === 'description') element.description ||= texts[0] ?? '';
  if (keyword === 'technology') element.technology ||= texts[0] ?? '';
  if (keyword === 'tags' || keyword === 'tag') element.tags = joined(element.tags, ...texts);
};

const setDefault = (archetype: Archetype, keyword: string, texts: readonly string[]): void => {
  if (keyword === 'description') archetype.description = texts[0] ?? '';
  if (keyword === 'technology') archetype.technology = texts[0] ?? '';
  if (keyword === 'tags' || keyword === 'tag') archetype.tags = joined(archetype.tags, ...texts);
};

const describeByProperty = (element: ModelElement | undefined, key: string, value: string): void => {
  if (element !== undefined && /^(?:owner|custodian|steward|team|owned by)$/i.test(key)) element.custodian ||= value;
};
