import { createApplyChangeSet, type ApplyChangeSet } from '../../app/apply-change-set.ts';
import { toSetChange } from '../../app/change-input.ts';
import { createCurrentGraph } from '../../app/current-graph.ts';
import { integrationKindsOf } from '../../app/integration-kinds.ts';
import { createProposeLine, type ChosenName } from '../../app/propose-line.ts';
import { createSearchInventory } from '../../app/search-inventory.ts';
import { createTakeBack } from '../../app/take-back.ts';
import { createTurns } from '../../app/turns.ts';
import type { Proposal } from '../../domain/capture/index.ts';
import type { Change } from '../../domain/model/change.ts';
import { ok } from '../../domain/result.ts';
import { searchCurrent } from '../../store/index.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import type { Workspace } from '../open-workspace.ts';

/** Who writes when nobody says. */
const localUser = 'local user';

/** Options of `capture`, as they were given. */
export interface CaptureOptions extends StoreOptions {
  readonly apply?: boolean;
  /** What names stand for: `words=id`, or `words=` for something new. */
  readonly choose?: readonly string[];
  readonly actor?: string;
  readonly reason?: string;
}

/**
 * `capture LINE`: what a line of plain words proposes; with `--apply` it is written, once every name is certain or chosen. Exit code 3 for a line that
 * is not understood or not certain enough to be written.
 */
export const capture = (context: CommandContext, line: string, options: CaptureOptions): Promise<ExitCode> =>
  withWorkspace(context, options, async (workspace) => {
    const { propose, apply } = editsOf(workspace);
    const proposed = await propose(line, (options.choose ?? []).map(toChoice));
    if (!proposed.ok) return proposed;
    const proposal = proposed.value;
    const code = proposal.understood ? exitCode.done : exitCode.badInput;
    if (options.apply !== true || proposal.changes.length === 0)
      return ok({ value: { ok: proposal.understood, proposal }, text: describeProposal(proposal), code });
    if (!proposal.certain)
      return ok({
        value: { ok: false, proposal },
        text: `${describeProposal(proposal)}\nNot written: it is not certain what ${uncertainIn(proposal)} stands for. Say it with --choose "WORDS=ID", or "WORDS=" for something new.`,
        code: exitCode.badInput,
      });
    const { actor = localUser, reason = `captured: ${line}` } = options;
    const written = await apply({ changes: proposal.changes.map(toSetChange), actor, reason });
    if (!written.ok) return written;
    const { changes, revision } = written.value;
    return ok({
      value: { ok: true, proposal, changes, revision },
      text: `${proposal.sentence}\nWritten:\n${describeChanges(changes)}`,
    });
  });

/** Options of `undo` for entries of the log, as they were given. */
export interface UndoRevisionsOptions extends StoreOptions {
  readonly reason?: string;
  readonly actor?: string;
}

/** `undo REVISION…`: takes back what entries of the log did. */
export const undoRevisions = (
  context: CommandContext,
  revisions: readonly number[],
  { reason, actor = localUser, ...options }: UndoRevisionsOptions,
): Promise<ExitCode> =>
  withWorkspace(context, options, async (workspace) => {
    const taken = await editsOf(workspace).takeBack({ revisions, actor, ...(reason === undefined ? {} : { reason }) });
    if (!taken.ok) return taken;
    const { changes, revision } = taken.value;
    const text =
      changes.length === 0 ? 'It is so already: nothing was written.' : `Taken back:\n${describeChanges(changes)}`;
    return ok({ value: { ok: true, changes, revision }, text });
  });

const editsOf = ({
  store,
  catalogues,
  clock: { now },
}: Workspace): {
  readonly apply: ApplyChangeSet;
  readonly takeBack: ReturnType<typeof createTakeBack>;
  readonly propose: ReturnType<typeof createProposeLine>;
} => {
  const currentGraph = createCurrentGraph({ store, integrationKinds: integrationKindsOf(catalogues) });
  const search = createSearchInventory({ store: searchCurrent(currentGraph), catalogues, currentGraph });
  const inTurn = createTurns();
  return {
    apply: createApplyChangeSet({ store, catalogues, currentGraph, now, inTurn }),
    takeBack: createTakeBack({ store, currentGraph, now, inTurn }),
    propose: createProposeLine({ catalogues, currentGraph, search, now }),
  };
};

const toChoice = (text: string): ChosenName => {
  const at = text.lastIndexOf('=');
  const [words, id] = at === -1 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  return id === '' ? { words } : { words, id };
};

const uncertainIn = ({ names }: Proposal): string =>
  names
    .filter(({ isCertain }) => !isCertain)
    .map(({ words }) => `"${words}"`)
    .join(', ');

const describeProposal = ({ understood, sentence, names, changes, already }: Proposal): string =>
  [
    understood ? sentence : `Not understood: ${sentence}`,
    ...names.map(({ words, matches, isCertain }) => {
      const found = matches.map(({ name, id, matched }) => `${name} (${id}, found by ${matched})`).join('; ');
      return `  "${words}": ${found === '' ? 'new' : found}${isCertain ? '' : ' - not certain, choose one'}`;
    }),
    ...(already
      ? ['Nothing would be written.']
      : understood
        ? [`${changes.length} ${changes.length === 1 ? 'change' : 'changes'} would be written; write with --apply.`]
        : []),
  ].join('\n');

const describeChanges = (changes: readonly Change[]): string =>
  changes.map(({ revision, action, concept, entity }) => `  ${revision} ${action} ${concept} ${entity}`).join('\n');
