import {
  createElementIndex,
  mostRelations,
  resolveRelations,
  type ArchitectureModel,
  type NamedAt,
  type WrittenRelation,
} from '../architecture/model.ts';
import type { Statement } from '../architecture/statement.ts';
import { withMeaning, type DeclaredKind, type WrittenElement } from './kinds.ts';
import { statementsOf, type Token } from './tokens.ts';

/** What a file of a model has. Several files may form one model. */
export interface LikeC4File extends ArchitectureModel {
  readonly hasSpecification: boolean;
  readonly hasModel: boolean;
  /** What it joins or adds to and does not have. */
  readonly unknown: readonly NamedAt[];
  readonly left: number;
  /** The line of a brace that is never closed, or closed twice. */
  readonly unbalanced?: number;
}

/** A relationship while its block is read. */
type OpenRelation = { -readonly [Field in keyof WrittenRelation]: WrittenRelation[Field] } & { readonly kind: string };

interface Frame {
  readonly block: 'specification' | 'model' | 'element' | 'relation' | 'metadata' | 'kind' | 'style';
  readonly element?: WrittenElement | undefined;
  readonly relation?: OpenRelation;
  readonly kind?: DeclaredKind;
}

const reserved = new Set(
  'title description summary technology link icon metadata style shape notation color navigateTo multiple opacity border size extend import from dynamic'.split(
    ' ',
  ),
);

/** Returns the elements and relationships of a file. What it does not know it passes over. Pure and total. */
export const parseModel = (tokens: readonly Token[]): LikeC4File => {
  const written = new Map<string, WrittenElement>();
  const index = createElementIndex();
  const kinds = new Map<string, DeclaredKind>();
  const relations: OpenRelation[] = [];
  const unknown: NamedAt[] = [];
  const frames: Frame[] = [];
  let [hidden, left, hasSpecification, hasModel] = [0, 0, false, false];
  let unbalanced: number | undefined;

  const open = ({ opens }: Statement<Token>, frame: Frame | undefined): void => {
    if (!opens) return;
    if (frame === undefined) hidden = 1;
    else frames.push(frame);
  };

  const inModel = (statement: Statement<Token>, { element: around }: Frame): void => {
    const { words, line } = statement;
    const [first, second, third] = words;
    const within = around?.path ?? '';
    const at = words.findIndex(({ kind, text }) => kind === 'ARROW' || (kind === 'WORD' && /^\.[A-Za-z_]/.test(text)));
    if (first?.text === 'extend' && second?.kind === 'WORD') {
      const target = at < 0 ? written.get(index.find(second.text, within)?.path ?? '') : undefined;
      if (target === undefined && at < 0) unknown.push({ name: second.text, line });
      open(statement, target === undefined ? undefined : { block: 'element', element: target });
    } else if (at >= 0) {
      const start = words[at - 1];
      const [to, ...texts] = words.slice(at + 1);
      if (to?.kind !== 'WORD' || relations.length >= mostRelations) {
        left += to?.kind === 'WORD' ? 1 : 0;
        open(statement, undefined);
        return;
      }
      const isSelf = (text: string | undefined): boolean => text === undefined || text === 'this' || text === 'it';
      const said = texts.filter(({ kind }) => kind === 'TEXT').map(({ text }) => text);
      const relation: OpenRelation = {
        from: isSelf(start?.text) ? within : (start?.text ?? ''),
        to: isSelf(to.text) ? within : to.text,
        within,
        line,
        kind: (words[at]?.text ?? '').replace(/^\./, ''),
        description: said[0] ?? '',
        technology: said[2] ?? '',
      };
      relations.push(relation);
      open(statement, { block: 'relation', relation });
    } else if (first?.kind === 'WORD' && second?.kind === 'ASSIGN' && third?.kind === 'WORD')
      element(statement, around, first.text, third.text, words.slice(3));
    else if (first?.kind === 'WORD' && second?.kind === 'WORD' && !reserved.has(first.text))
      element(statement, around, second.text, first.text, words.slice(2));
    else if (around !== undefined) property(statement, around);
    else open(statement, undefined);
  };

  const element = (
    statement: Statement<Token>,
    parent: WrittenElement | undefined,
    id: string,
    word: string,
    rest: readonly Token[],
  ): void => {
    const path = index.pathIn(parent, id);
    // The specification may be in another file; where it is here, it has every kind.
    if (path === undefined || (kinds.size > 0 && hasSpecification && !kinds.has(word))) {
      left += path === undefined ? 1 : 0;
      open(statement, undefined);
      return;
    }
    const [title = '', description = '', technology = ''] = rest
      .filter(({ kind }) => kind === 'TEXT')
      .map(({ text }) => text);
    const made: WrittenElement = {
      word,
      path,
      name: title,
      parent,
      line: statement.line,
      description,
      technology,
      tags: tagsOf(rest),
      custodian: '',
    };
    const kept = index.add({ ...made, kind: 'other', system: undefined, groups: [] });
    if (kept === undefined) left += 1;
    else if (!written.has(path)) written.set(path, made);
    open(statement, kept === undefined ? undefined : { block: 'element', element: written.get(path) });
  };

  const property = (statement: Statement<Token>, target: WrittenElement): void => {
    const { words } = statement;
    const [first, second] = words;
    const text = second?.kind === 'TEXT' ? second.text : '';
    if (first?.text === 'title') target.name ||= text;
    else if (first?.text === 'description' || first?.text === 'summary') target.description ||= text;
    else if (first?.text === 'technology') target.technology ||= text;
    else if (first?.kind === 'TAG')
      target.tags = [target.tags, tagsOf(words)]
        .filter((each) => each !== '')
        .join(',')
        .slice(0, 1_000);
    open(statement, first?.text === 'metadata' ? { block: 'metadata', element: target } : undefined);
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
    const [first, second] = words;
    const text = second?.kind === 'TEXT' ? second.text : '';
    const frame = frames.at(-1);
    if (frame === undefined) {
      const block = first?.text === 'specification' || first?.text === 'model' ? first.text : undefined;
      if (opens && block === 'specification') hasSpecification = true;
      if (opens && block === 'model') hasModel = true;
      open(statement, block === undefined ? undefined : { block });
    } else if (frame.block === 'model' || frame.block === 'element') inModel(statement, frame);
    else if (frame.block === 'specification') {
      const kind: DeclaredKind = { shape: '', technology: '' };
      if (first?.text === 'element' && second !== undefined) kinds.set(second.text, kind);
      open(statement, first?.text === 'element' ? { block: 'kind', kind } : undefined);
    } else if (frame.block === 'relation' && frame.relation !== undefined) {
      if (first?.text === 'title') frame.relation.description ||= text;
      if (first?.text === 'description') frame.relation.description ||= text;
      if (first?.text === 'technology') frame.relation.technology ||= text;
      open(statement, undefined);
    } else if (frame.block === 'metadata' && frame.element !== undefined) {
      if (/^(?:owner|custodian|steward|team)$/i.test(first?.text ?? '')) frame.element.custodian ||= text;
      open(statement, undefined);
    } else if (frame.kind !== undefined) {
      if (first?.text === 'technology') frame.kind.technology ||= text;
      if (first?.text === 'shape') frame.kind.shape ||= second?.text ?? '';
      open(statement, first?.text === 'style' ? { block: 'style', kind: frame.kind } : undefined);
    } else open(statement, undefined);
  }
  if (frames.length > 0 || hidden > 0) unbalanced ??= tokens.at(-1)?.line ?? 1;
  const resolved = resolveRelations(
    relations.map(({ kind, ...each }) => ({ ...each, description: each.description || kind })),
    index,
  );
  return {
    name: '',
    elements: withMeaning(written, kinds),
    relations: resolved.relations,
    hasSpecification,
    hasModel,
    unknown: [...unknown, ...resolved.unknown],
    left,
    ...(unbalanced === undefined ? {} : { unbalanced }),
  };
};

const tagsOf = (words: readonly Token[]): string =>
  words
    .filter(({ kind }) => kind === 'TAG')
    .map(({ text }) => text)
    .join(',');
