import type { Importer } from '../importer.ts';
import { readMessages } from './read-messages.ts';

/** A header of a file, a batch or a message, with MLLP or not. */
const begins = /^[\p{Cc}\s\uFEFF]*(?:FHS|BHS|MSH)[^\w\s]/u;

/** The importer of HL7 version 2 messages: one, many, in batches, as they come over the wire. */
export const hl7v2Importer: Importer = {
  kind: 'hl7v2',
  title: 'HL7 version 2 messages (batch or stream)',
  recognise: ({ head }) => Promise.resolve(begins.test(head) && /(?:^|\p{Cc})MSH[^\w\s]/u.test(head)),
  read: readMessages,
};
