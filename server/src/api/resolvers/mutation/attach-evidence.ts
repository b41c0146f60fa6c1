import { fromBase64 } from '../../base64.ts';
import { toUserError } from '../../errors.ts';
import type { MutationResolvers } from '../../gen/resolver-types.ts';
import { failedPayload } from './failed-payload.ts';

/** Puts a document on record. */
export const attachEvidence: NonNullable<MutationResolvers['attachEvidence']> = async (
  _parent,
  { input },
  { services, reads, actor },
) => {
  const { contentBase64, fileName, ...said } = input;
  const hasFile = typeof contentBase64 === 'string';
  const bytes = hasFile ? fromBase64(contentBase64) : undefined;
  if (hasFile && bytes === undefined) {
    const message = 'contentBase64 is not base64. Encode the bytes of the file as they are.';
    return { ok: false, error: toUserError({ type: 'ArgumentInvalid', field: 'contentBase64', message }) };
  }
  const present = Object.entries(said).filter(([, value]) => typeof value === 'string' && value.trim() !== '');
  const attached = await services.attachEvidence({
    ...Object.fromEntries(present),
    ...(bytes === undefined ? {} : { file: { fileName: fileName ?? 'evidence', bytes } }),
    actor,
  });
  reads.forget();
  if (!attached.ok) return failedPayload(attached.error);
  return { ok: true, evidence: attached.value.entity, revision: attached.value.revision };
};
