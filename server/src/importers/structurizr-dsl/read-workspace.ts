import { err, ok, type Result } from '../../domain/result.ts';
import { modelFacts } from '../architecture/model-facts.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import { noFacts, type ArtefactFacts } from '../facts/facts.ts';
import type { Reading } from '../importer.ts';
import { cleanText } from '../json-value.ts';
import { redact } from '../redact.ts';
import { createWordMatcher } from '../signs/class-signs.ts';
import { counted } from '../tables/in-words.ts';
import { parseWorkspace, type Workspace } from './parse-workspace.ts';
import { tokensOf } from './tokens.ts';

/** How long a workspace may be, in characters and in words; the longest known is a hundredth of it. */
const longest = 4 * 1024 * 1024;
const mostTokens = 1_000_000;

/** Returns the systems and flows of a model; what is between parts of systems is rolled up to the systems. Errors: a text or brace that is not closed. */
export const readWorkspace = async (
  artefact: Artefact,
  { vocabulary, options }: Reading,
): Promise<Result<ArtefactFacts, ArtefactRefused>> => {
  const text = await artefact.wholeText();
  if (!text.ok) return text;
  const tooLarge = err(
    refused(
      artefact,
      'TOO_LARGE',
      'the workspace has more than 4 MiB or a million words',
      'import its parts one by one',
    ),
  );
  if (text.value.length > longest) return tooLarge;
  const { tokens, unclosed } = tokensOf(text.value);
  if (tokens.length > mostTokens) return tooLarge;
  const broken = (message: string, mend: string, line: number) =>
    err(refused(artefact, 'MALFORMED', message, mend, { line, column: 1 }));
  if (unclosed !== undefined) return broken('a text has no closing quote', 'close it on that line', unclosed);
  const workspace = parseWorkspace(tokens);
  if (workspace.unbalanced !== undefined)
    return broken(
      'a brace is not closed, or closed twice',
      'check the file with the tool it was written for',
      workspace.unbalanced,
    );
  const said = redact(cleanText(workspace.name) ?? '');
  // Two workspaces without a name must not end each other's systems.
  const name = options.origin ?? (said || (cleanText(artefact.name.replace(/\.\w{1,12}$/, '')) ?? 'workspace'));
  const scope = `workspace:${name}`;
  const facts = modelFacts(workspace, scope, createWordMatcher(vocabulary));
  const isWhole = workspace.includes.length === 0 && workspace.left === 0;
  return ok({
    ...noFacts,
    kind: 'structurizr',
    title: `Architecture model "${said || 'without a name'}", ${counted(facts.systems.length, 'system')}`,
    grade: 'DOCUMENTED',
    origin: name,
    describes: describes(workspace),
    // A file that includes others does not have everything.
    covers: isWhole ? [scope] : [],
    ...facts,
    cannotTell: [
      {
        subject: 'which way data goes',
        reason:
          'an arrow of an architecture model says who uses whom; where its words do not say what is sent, the way data goes is a guess',
        candidates: [],
      },
    ],
    warnings: warningsOf(workspace),
  });
};

const describes = ({ elements, relations, unknown }: Workspace): ArtefactFacts['describes'] => {
  const all = [...elements.values()];
  const count = (word: string): number => all.filter((each) => each.word === word).length;
  return {
    systems: count('softwareSystem'),
    containers: count('container'),
    components: count('component'),
    persons: count('person'),
    relationships: relations.length + unknown.length,
  };
};

/** How many of a kind are told of one by one. */
const mostTold = 20;

const warningsOf = ({ includes, unknown, bulk, left }: Workspace): readonly string[] => [
  ...includes
    .slice(0, mostTold)
    .map(
      ({ name, line }) =>
        `Line ${line} includes "${tidy(name)}", which is not in this file: import it too, or the whole workspace as one file.`,
    ),
  ...unknown
    .slice(0, mostTold)
    .map(
      ({ name, line }) =>
        `Line ${line} joins "${tidy(name)}", which is not in the model: the relationship is left out.`,
    ),
  ...(unknown.length > mostTold
    ? [`${unknown.length - mostTold} more relationships join something that is not in the model.`]
    : []),
  ...(bulk.length > 0 ? [`Line ${bulk[0]} changes many elements at once: what it says of them is not read.`] : []),
  ...(left > 0 ? [`${left} elements or relationships were too many and are left out.`] : []),
];

const tidy = (text: string): string => redact(cleanText(text) ?? '').slice(0, 120);
