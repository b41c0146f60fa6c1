import type { ImportArtefactInput as Artefact, ImportReport as Report } from '../../../app/import-artefact.ts';
import { fromBase64 } from '../../base64.ts';
import { toUserError } from '../../errors.ts';
import type {
  ImportArtefactInput,
  ImportReport,
  MutationResolvers,
  ObservationOutcome,
} from '../../gen/resolver-types.ts';
import { enumByConcept } from '../concept-fields.ts';
import { failedPayload } from './failed-payload.ts';

/** Imports one file, or tells what importing it would change. */
export const importArtefact: NonNullable<MutationResolvers['importArtefact']> = async (
  _parent,
  { input },
  { services, reads, actor },
) => {
  const bytes = fromBase64(input.contentBase64);
  if (bytes === undefined) {
    const message = 'contentBase64 is not base64. Encode the bytes of the file as they are.';
    return { ok: false, error: toUserError({ type: 'ArgumentInvalid', field: 'contentBase64', message }) };
  }
  const imported = await services.importArtefact(toArtefact(input, bytes, actor));
  reads.forget();
  if (!imported.ok) return failedPayload(imported.error);
  return { ok: true, report: toReport(imported.value), revision: imported.value.revision };
};

const toArtefact = (input: ImportArtefactInput, bytes: Uint8Array, actor: string): Artefact => {
  const { fileName, contentBase64: _, dryRun, ...said } = input;
  const present = Object.entries(said).filter(([, value]) => value !== null && value !== undefined);
  return { fileName, bytes, dryRun, actor, options: Object.fromEntries(present) as NonNullable<Artefact['options']> };
};

const toReport = (report: Report): ImportReport => {
  const { counts, countByOutcome, changes, ...same } = report;
  return {
    ...same,
    ...counts,
    alreadyImported: report.alreadyImported ?? null,
    system: report.system ?? null,
    channel: report.channel ?? null,
    channelExplanation: report.channelExplanation ?? null,
    changes: changes.map((change) => ({ ...change, concept: enumByConcept[change.concept] })),
    outcomes: Object.entries(countByOutcome).map(([outcome, count]) => ({
      outcome: outcome as ObservationOutcome,
      count,
    })),
  };
};
