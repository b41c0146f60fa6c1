import { describe, expect, it } from 'vitest';
import { splitPathSentence } from './path-words.ts';

describe('splitPathSentence', () => {
  it.each([
    [
      'LIS sends it by HL7 v2 to EHR; Portal releases it to the patient. “Delay” delays it at Portal (a basis is recorded); “Fee” charges for it at Portal (no documented exception).',
      'LIS sends it by HL7 v2 to EHR; Portal releases it to the patient.',
      '“Delay” delays it at Portal (a basis is recorded); “Fee” charges for it at Portal (no documented exception).',
    ],
    [
      'LIS holds it; it goes no further than LIS for the payer. “Hold” withholds it at LIS (no documented exception).',
      'LIS holds it; it goes no further than LIS for the payer.',
      '“Hold” withholds it at LIS (no documented exception).',
    ],
    [
      'Dr. Who’s store holds it; Portal releases it to the patient. Nothing restricts this path.',
      'Dr. Who’s store holds it; Portal releases it to the patient.',
      'Nothing restricts this path.',
    ],
    ['LIS holds it.', 'LIS holds it.', ''],
  ])('parts the journey from what restricts it: %s', (sentence, journey, restrictions) => {
    expect(splitPathSentence(sentence)).toEqual({ journey, restrictions });
    expect([journey, restrictions].filter(Boolean).join(' ')).toBe(sentence);
  });
});
