import type { Proposal } from '../domain/capture/index.ts';
import type { ThingReference } from '../domain/model/concepts.ts';
import type { Id } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { inputInvalid } from './input-invalid.ts';
import type { ProposeLine } from './propose-line.ts';
import type { Given } from './workshop-input.ts';
import { writeRecord, type RecordRefused, type RecordWritten, type WorkshopDeps } from './workshop-record.ts';
import { newItem } from './write-workshop-item.ts';
import type { Writer } from './write-workshop.ts';

/** A line as it was said; `about` and `link` are what was pointed at then, and where. `saidBy`: who said it, where that is not who writes. */
export interface LineSaid {
  readonly workshop: Id;
  readonly line: string;
  readonly topic?: Given<string>;
  readonly about?: Given<ThingReference>;
  readonly link?: Given<string>;
  readonly saidBy?: Given<string>;
}

/** What was kept of a line, and what it was understood as. */
export type LineCaptured = RecordWritten<'WorkshopItem'> & { readonly proposal: Proposal };

export type CaptureLine = (
  said: LineSaid,
  writer: Writer,
) => Promise<Result<LineCaptured, RecordRefused<'WorkshopItem'>>>;

/**
 * Returns the use case that keeps a line as a proposal of an open workshop: nothing of it is in the inventory yet. A line that is not understood is
 * kept as well, so that what was said is not lost; it cannot be accepted. Errors: `InputInvalid`, `EntityNotFound`, `StoreUnavailable`.
 */
export const createCaptureLine =
  (deps: WorkshopDeps & { readonly proposeLine: ProposeLine }): CaptureLine =>
  async ({ line, ...said }, writer) => {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text === '') return err({ error: inputInvalid('line', 'The line is empty. Write what was said.') });
    const proposed = await deps.proposeLine(text, []);
    if (!proposed.ok) return err({ error: proposed.error });
    const proposal = proposed.value;
    const written = await writeRecord(deps, 'WorkshopItem', writer, ({ graph }) => {
      const workshop = graph.Workshop.get(said.workshop);
      if (workshop?.state === 'PLANNED')
        return err(inputInvalid('workshop', `The workshop "${workshop.name}" is not open yet. Open it first.`));
      const description = proposal.understood ? proposal.sentence : `Not understood: ${proposal.sentence}`;
      const item = { ...said, kind: 'PROPOSAL', name: text, description } as const;
      const document = newItem(graph, item, { actor: writer.actor, at: deps.now() });
      return document.ok ? ok({ document: document.value, expected: 0 }) : document;
    });
    return written.ok ? ok({ ...written.value, proposal }) : written;
  };
