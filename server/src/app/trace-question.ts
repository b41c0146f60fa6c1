import { entryById, type Catalogues } from '../domain/catalogue/index.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { TraceQuestion } from '../domain/trace/index.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';

/** What is asked of a trace, as it comes in: absent, `null` and given. */
export interface TraceQuestionInput {
  readonly dataClass: string;
  readonly audience?: string | null | undefined;
  readonly channel?: string | null | undefined;
  readonly purpose?: string | null | undefined;
  readonly asOf?: string | null | undefined;
}

/**
 * The question, about `today` when no date is given. Error: the purpose is not in the reference catalogue. A misspelt one would
 * bear on no restriction, and the answer would look freer than it is.
 */
export const toTraceQuestion = (
  catalogues: Pick<Catalogues, 'purposes'>,
  input: TraceQuestionInput,
  today: string,
): Result<TraceQuestion, InputInvalid> => {
  const { dataClass, audience, channel, purpose, asOf } = input;
  if (typeof purpose === 'string' && entryById(catalogues.purposes, purpose) === undefined) {
    const known = catalogues.purposes.map(({ id }) => id).join(', ');
    return err(inputInvalid('purpose', `There is no purpose "${purpose}". Use one of ${known}.`));
  }
  return ok({
    dataClass,
    asOf: asOf ?? today,
    ...(typeof audience === 'string' ? { audience } : {}),
    ...(typeof channel === 'string' ? { channel } : {}),
    ...(typeof purpose === 'string' ? { purpose } : {}),
  });
};
