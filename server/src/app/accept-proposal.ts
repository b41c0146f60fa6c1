import type { Catalogues } from '../domain/catalogue/index.ts';
import type { Proposal } from '../domain/capture/index.ts';
import type { Change } from '../domain/model/change.ts';
import type { WorkshopItem } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { workshopSource } from '../domain/workshop/index.ts';
import type { Write } from '../store/port.ts';
import { toSetChange } from './change-input.ts';
import { commitSet, type ChangeSetRefused, type SetPlan } from './change-set.ts';
import { inputInvalid } from './input-invalid.ts';
import { createKnownCodes } from './known-codes.ts';
import { planChangeSet } from './plan-change-set.ts';
import type { ChosenName, ProposeLine } from './propose-line.ts';
import type { InTurn } from './turns.ts';
import { recordSeen, refusalOf, rewritten, type RecordRefused, type WorkshopDeps } from './workshop-record.ts';
import type { Seen, Writer } from './write-workshop.ts';
import type { WriteError } from './write-entity.ts';

/** What accepting a proposal made: the item, and what is in the inventory since. */
export interface ProposalAccepted {
  readonly item: WorkshopItem;
  readonly changes: readonly Change[];
  readonly revision: number;
}

/** Why it was not accepted: of the item, or of what it would write, change by change. */
export type ProposalRefused = RecordRefused<'WorkshopItem'> | { readonly refused: ChangeSetRefused };

export type AcceptProposal = (
  seen: Seen & { readonly chosen: readonly ChosenName[] },
  writer: Writer,
) => Promise<Result<ProposalAccepted, ProposalRefused>>;

export interface AcceptProposalDeps extends WorkshopDeps {
  readonly catalogues: Catalogues;
  readonly proposeLine: ProposeLine;
  readonly inTurn: InTurn;
}

/**
 * Returns the use case that writes what a proposal says into the inventory, with the item's new state in the same transaction. The line is read
 * anew on the inventory of now. What it writes is ASSERTED by who said it, in the workshop. Errors: it is no open proposal, the line is not
 * understood or not certain, a conflict with what is there; nothing is written then.
 */
export const createAcceptProposal = (deps: AcceptProposalDeps): AcceptProposal => {
  const codes = createKnownCodes(deps.catalogues);

  const accept: AcceptProposal = async ({ id, expected, chosen }, { actor, reason }) => {
    const current = await deps.currentGraph.get();
    if (!current.ok) return err({ error: current.error });
    const { graph } = current.value;
    const seen = openProposal(graph, { id, expected });
    if (!seen.ok) return err(refusalOf(graph, 'WorkshopItem', seen.error));
    const item = seen.value;
    const proposed = await deps.proposeLine(item.name, chosen);
    if (!proposed.ok) return err({ error: proposed.error });
    const wrong = whyNotWritten(proposed.value);
    if (wrong !== undefined) return err({ error: wrong });

    const workshop = graph.Workshop.get(item.workshop)?.name ?? item.workshop;
    const batch = { actor, reason: reason ?? `said in workshop "${workshop}": ${item.name}` };
    let refusedItem: WriteError | undefined;
    const plan = (now: EhiGraph): SetPlan => {
      // Somebody may have accepted or dropped it since the first look.
      const still = openProposal(now, { id, expected });
      refusedItem = still.ok ? undefined : still.error;
      if (!still.ok) return { writes: [], problems: [{ at: 0, error: inputInvalid('item', 'written since') }] };
      const stamp = { actor: workshopSource(item.workshop, item.source), now: deps.now() };
      const planned = planChangeSet(now, proposed.value.changes.map(toSetChange), { stamp, codes });
      const answer = proposed.value.already ? 'It was so already: nothing was to be written.' : proposed.value.sentence;
      const document = rewritten<'WorkshopItem'>(item, {
        state: 'DONE',
        answer,
        answeredBy: actor,
        answeredAt: stamp.now,
      });
      const write: Write = { concept: 'WorkshopItem', document, action: 'UPDATE', expected, namesRevisions: true };
      return { ...planned, writes: [...planned.writes, { at: planned.writes.length, write }] };
    };
    const committed = await commitSet(deps.store, batch, async () => {
      const latest = await deps.currentGraph.get();
      return latest.ok ? ok({ graph: latest.value.graph, plan: plan(latest.value.graph) }) : latest;
    });
    if (committed.ok) {
      const { changes, revision } = committed.value;
      const written = changes.filter(({ concept, entity }) => concept !== 'WorkshopItem' || entity !== id);
      const own = changes.find(({ concept, entity }) => concept === 'WorkshopItem' && entity === id);
      return ok({ item: (own?.after as WorkshopItem | undefined) ?? item, changes: written, revision });
    }
    if (committed.error.type === 'StoreUnavailable') return err({ error: committed.error });
    if (refusedItem === undefined) return err({ refused: committed.error });
    const latest = await deps.currentGraph.get();
    return err(refusalOf(latest.ok ? latest.value.graph : graph, 'WorkshopItem', refusedItem));
  };

  // A line may add data classes: changes of their tree wait for one another.
  return (seen, writer) => deps.inTurn('DataClass', () => accept(seen, writer));
};

/** Returns the proposal that somebody saw, while it is open. */
const openProposal = (graph: EhiGraph, { id, expected }: Seen): Result<WorkshopItem, WriteError> => {
  const item = graph.WorkshopItem.get(id);
  if (item === undefined) return err({ type: 'EntityNotFound', concept: 'WorkshopItem', id });
  if (item.kind !== 'PROPOSAL')
    return err(inputInvalid('item', `"${item.name}" is no proposal: only a captured line can be accepted.`));
  if (item.state === 'DONE')
    return err(
      inputInvalid(
        'item',
        `"${item.name}" was accepted already, by ${item.answeredBy ?? item.source}, ${item.answeredAt ?? item.updatedAt}. Nothing was written again.`,
      ),
    );
  if (item.state === 'DROPPED')
    return err(inputInvalid('item', `"${item.name}" was dropped. Set it back to OPEN first, or capture it again.`));
  return recordSeen(graph, 'WorkshopItem', id, expected);
};

const whyNotWritten = ({ understood, certain, sentence, names }: Proposal): WriteError | undefined => {
  if (!understood) return inputInvalid('item', `The line is not understood: ${sentence}`);
  if (certain) return undefined;
  const open = names.filter(({ isCertain }) => !isCertain).map(({ words }) => `"${words}"`);
  return inputInvalid('chosen', `It is not certain what ${open.join(', ')} stands for. Choose, in \`chosen\`.`);
};
