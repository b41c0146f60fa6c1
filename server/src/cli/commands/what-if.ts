import { readFile } from 'node:fs/promises';
import { readChanges } from '../../app/change-input.ts';
import type { PlacedProblem, SetChange } from '../../app/change-set.ts';
import { inputInvalid } from '../../app/input-invalid.ts';
import { sentenceOfWhatIf, whatIf as whatIfOf, type WhatIf, type WhatIfProblem } from '../../app/what-if.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { statement } from '../../domain/statement.ts';
import {
  describeStranded,
  describeTurn,
  outageConcepts,
  type Outage,
  type OutageProblem,
} from '../../domain/what-if/index.ts';
import { jsonRecords } from '../../domain/workshop/index.ts';
import type { CliError } from '../cli-error.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { openJudged } from '../open-judged.ts';
import { whyUnreadable } from '../why-unreadable.ts';

/** Options of `what-if`, as they were given. */
export interface WhatIfOptions extends StoreOptions {
  readonly changes?: string;
  readonly down?: readonly string[];
  readonly audience?: string;
  readonly asOf?: string;
  readonly first: number;
}

/** `what-if`: what would differ if changes were made and things were down. Nothing is written. */
export const whatIf = (context: CommandContext, options: WhatIfOptions): Promise<ExitCode> =>
  withWorkspace(context, options, async (workspace) => {
    const changes = await changesIn(options.changes);
    if (!changes.ok) return changes;
    const outages: Outage[] = [];
    for (const word of options.down ?? []) {
      const outage = outageNamed(word);
      if (!outage.ok) return outage;
      outages.push(outage.value);
    }
    const opened = await openJudged(workspace);
    if (!opened.ok) return opened;
    const { index, deps } = opened.value;
    const { audience } = options;
    if (audience !== undefined && !index.graph.Audience.has(audience))
      return err({ type: 'AudienceNotFound', id: audience });
    const now = workspace.clock.now();
    const answer = whatIfOf(
      index,
      { ...deps, stamp: { actor: 'local user', now } },
      { changes: changes.value, outages, asOf: options.asOf ?? now.slice(0, 10) },
    );
    if (!answer.ok) return answer.error.type === 'WhatIfRefused' ? refused(answer.error.problems) : err(answer.error);
    return ok(toldOf(answer.value, options));
  });

const toldOf = (answer: WhatIf, { audience, first }: WhatIfOptions) => {
  const { turns, stranded, unstranded, effects } = answer.difference();
  const { appeared, gone } = answer.findings();
  const graphs = [answer.sandbox.graph, answer.base.graph] as const;
  const rows = turns.filter((turn) => audience === undefined || turn.audience === audience);
  const sentence = sentenceOfWhatIf(answer, audience);
  const value = {
    ok: true,
    statement,
    asOf: answer.asOf,
    revision: answer.base.graph.revision,
    sentence,
    notes: answer.notes(),
    audiences: effects.filter((effect) => audience === undefined || effect.audience === audience),
    outcomes: rows.map((turn) => ({ ...turn, sentence: describeTurn(graphs, turn) })),
    stranded,
    unstranded,
    findingsOpened: appeared,
    findingsClosed: gone,
  };
  const shown = rows.slice(0, first);
  const text = [
    sentence,
    ...answer.notes(),
    ...shown.map((turn) => `  ${describeTurn(graphs, turn)}`),
    ...(shown.length < rows.length
      ? [`  and ${rows.length - shown.length} more; --first ${rows.length} shows all`]
      : []),
    ...stranded.map((turn) => `  ${describeStranded(graphs, turn, true)}`),
    ...unstranded.map((turn) => `  ${describeStranded(graphs, turn, false)}`),
    `Findings: ${appeared.length} would open, ${gone.length} would close.`,
    ...appeared.slice(0, first).map(({ explanation }) => `  opens: ${explanation}`),
    ...gone.slice(0, first).map(({ explanation }) => `  closes: ${explanation}`),
    'Nothing was written.',
  ].join('\n');
  return { value, text };
};

/** What is not there to be down is told by itself; else what is wrong with each change. */
const refused = (problems: readonly WhatIfProblem[]): Result<never, CliError> => {
  const errors: PlacedProblem[] = [];
  for (const problem of problems) {
    if (isOfChange(problem)) errors.push(problem);
    else return err(problem.error as OutageProblem);
  }
  return err({ type: 'ChangeSetRefused', errors });
};

const isOfChange = (problem: WhatIfProblem): problem is PlacedProblem => problem.error.type !== 'NotThereThatDay';

const changesIn = async (file: string | undefined): Promise<Result<readonly SetChange[], CliError>> => {
  if (file === undefined) return ok([]);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    return err({ type: 'FileUnreadable', file, message: `${file} cannot be read: ${whyUnreadable(cause)}` });
  }
  const records = jsonRecords(text);
  const unreadable = (message: string): Result<never, CliError> => err({ type: 'FileUnreadable', file, message });
  if (records.length === 0)
    return unreadable(`${file} holds no changes. Give a JSON list of changes as applyChanges takes them.`);
  const changes = readChanges(records);
  return changes.ok ? changes : unreadable(`${file}: ${changes.error.message}`);
};

const outageNamed = (word: string): Result<Outage, CliError> => {
  const at = word.indexOf(':');
  const [kind, id] = [word.slice(0, at).replaceAll('_', '').toLowerCase(), word.slice(at + 1)];
  const concept = outageConcepts.find((each) => each.toLowerCase() === (kind === 'channel' ? 'accesschannel' : kind));
  return at === -1 || concept === undefined || id === ''
    ? err(inputInvalid('down', `"${word}" names nothing that can be down. Write system:ID, flow:ID or channel:ID.`))
    : ok({ concept, id });
};
