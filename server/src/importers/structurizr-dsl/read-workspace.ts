import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import {
  noFacts,
  type ArtefactFacts,
  type ClassSign,
  type FlowFact,
  type HoldingFact,
  type NoteFact,
  type SystemFact,
} from '../facts/facts.ts';
import type { Reading } from '../importer.ts';
import { createWordMatcher, type WordMatcher } from '../signs/class-signs.ts';
import { parseWorkspace, type ModelElement, type ModelRelation, type Workspace } from './parse-workspace.ts';
import { tokensOf } from './tokens.ts';

/** Returns the systems and flows of a model; what is between parts of systems is rolled up to the systems. Errors: a text or brace that is not closed. */
export const readWorkspace = async (
  artefact: Artefact,
  { vocabulary, options }: Reading,
): Promise<Result<ArtefactFacts, ArtefactRefused>> => {
  const text = await artefact.wholeText();
  if (!text.ok) return text;
  const { tokens, unclosed } = tokensOf(text.value);
  if (unclosed !== undefined)
    return err(
      refused(artefact, 'MALFORMED', 'a text has no closing quote', 'close it on that line', {
        line: unclosed,
        column: 1,
      }),
    );
  const workspace = parseWorkspace(tokens);
  if (workspace.unbalanced !== undefined)
    return err(
      refused(
        artefact,
        'MALFORMED',
        'a brace is not closed, or closed twice',
        'check the file with the tool it was written for',
        { line: workspace.unbalanced, column: 1 },
      ),
    );
  const name = options.origin ?? (workspace.name || 'workspace');
  const scope = `workspace:${name}`;
  const matcher = createWordMatcher(vocabulary);
  const all = [...workspace.elements.values()];
  const systems = all.filter(({ kind }) => kind === 'softwareSystem');
  const { flows, unknown } = flowsOf(workspace, scope, matcher);
  return ok({
    kind: 'structurizr',
    title: `Architecture model "${workspace.name || 'without a name'}", ${systems.length} systems`,
    grade: 'DOCUMENTED',
    origin: name,
    describes: {
      systems: systems.length,
      containers: all.filter(({ kind }) => kind === 'container').length,
      components: all.filter(({ kind }) => kind === 'component').length,
      persons: all.filter(({ kind }) => kind === 'person').length,
      relationships: workspace.relations.length,
    },
    ...noFacts,
    // A file that includes others does not have everything.
    covers: workspace.includes.length === 0 ? [scope] : [],
    systems: systems.map((each) => toSystem(each, scope)),
    flows,
    holdings: all.flatMap((each) => storeOf(each, scope, matcher)),
    notes: all
      .filter(({ kind }) => kind === 'person')
      .map((each): NoteFact => ({
        key: `person:${each.path}`,
        scope,
        name: `${each.name} uses it`,
        pointer: `line ${each.line}`,
        description: each.description,
        code: 'person',
      })),
    warnings: [
      ...workspace.includes
        .slice(0, 20)
        .map(
          ({ name: file, line }) =>
            `Line ${line} includes "${file.slice(0, 120)}", which is not in this file: import it too.`,
        ),
      ...unknown.slice(0, 50),
    ],
  });
};

const toSystem = (
  { path, name, description, groups, tags, technology, line }: ModelElement,
  scope: string,
): SystemFact => {
  const words = [
    description,
    groups.length === 0 ? '' : `In ${groups.join(', in ')}`,
    technology,
    tags === '' ? '' : `Tags: ${tags}`,
  ].filter((each) => each !== '');
  return {
    key: path,
    scope,
    name,
    pointer: `line ${line}`,
    ...(words.length === 0 ? {} : { description: words.join('. ') }),
    isSelf: false,
    isUnresolved: false,
    identifiers: [],
    certainty: 'CERTAIN',
  };
};

/** A container that is a store of data is something its system holds. */
const storeOf = (element: ModelElement, scope: string, matcher: WordMatcher): readonly HoldingFact[] => {
  const { kind, system, name, description, technology, tags, line, path } = element;
  if (
    kind !== 'container' ||
    system === undefined ||
    !/database|data ?store|storage|bucket|postgres|mysql|oracle|sql ?server|mongo|redis|fhir server/i.test(
      `${name} ${technology} ${tags}`,
    )
  )
    return [];
  return [
    {
      key: path,
      scope,
      name,
      pointer: `line ${line}`,
      ...(description === '' ? {} : { description }),
      system,
      ...(technology === '' ? {} : { format: technology }),
      parts: [],
      classes: signsOf(matcher, `${name} . ${description}`, `line ${line}`),
    },
  ];
};

const signsOf = (matcher: WordMatcher, text: string, pointer: string): readonly ClassSign[] =>
  matcher.signsIn(text).map(({ sign, phrase }) => ({
    classes: sign.classes,
    certainty: sign.classes.length === 1 ? 'LIKELY' : 'POSSIBLE',
    reason: `"${phrase}" stands in its description`,
    pointer,
  }));

const flowsOf = (
  workspace: Workspace,
  scope: string,
  matcher: WordMatcher,
): { readonly flows: readonly FlowFact[]; readonly unknown: readonly string[] } => {
  const flows = new Map<string, FlowFact>();
  const unknown: string[] = [];
  for (const relation of workspace.relations) {
    const [from, to] = [find(workspace, relation, relation.from), find(workspace, relation, relation.to)];
    if (from === undefined || to === undefined) {
      unknown.push(
        `Line ${relation.line} joins "${(from === undefined ? relation.from : relation.to).slice(0, 80)}", which is not in the model: the relationship is left out.`,
      );
      continue;
    }
    if (from.system === undefined || to.system === undefined || from.system === to.system) continue;
    const key = `${from.system}>${to.system}>${relation.description.toLowerCase()}`;
    if (flows.has(key)) continue;
    const [start, end] = [workspace.elements.get(from.system), workspace.elements.get(to.system)];
    flows.set(key, {
      key,
      scope,
      name: relation.description || `${start?.name ?? ''} to ${end?.name ?? ''}`,
      pointer: `line ${relation.line}`,
      description:
        from === start && to === end
          ? relation.description
          : `${relation.description} (${from.name} to ${to.name})`.trim(),
      from: from.system,
      to: to.system,
      ...(relation.technology === '' ? {} : { protocol: relation.technology }),
      carries: signsOf(matcher, relation.description, `line ${relation.line}`),
      isComplete: false,
      certainty: 'CERTAIN',
    });
  }
  return { flows: [...flows.values()], unknown };
};

/** An identifier is looked up whole, then from where it is written outwards, then by its end alone if that is one element only. */
const find = ({ elements }: Workspace, { scope }: ModelRelation, written: string): ModelElement | undefined => {
  const exact = elements.get(written);
  if (exact !== undefined) return exact;
  const parts = scope.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const found = elements.get(`${parts.slice(0, length).join('.')}.${written}`);
    if (found !== undefined) return found;
  }
  const ends = [...elements.values()].filter(({ path }) => path.endsWith(`.${written}`));
  return ends.length === 1 ? ends[0] : undefined;
};
