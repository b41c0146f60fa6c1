import type { Importer } from '../importer.ts';
import { readMessages } from './read-messages.ts';

/** A header of a file, a batch or a message, over the wire or not, with its separator and the characters it encodes with. */
const begins =
  /^[\s\p{Cc}\uFEFF]{0,1000}(?:FHS|BHS|MSH)([^\p{L}\p{N}\s\p{Cc}_])[^\p{L}\p{N}\s\p{Cc}_]{0,5}(?:\1|\p{Cc}|$)/u;

/** The importer of HL7 version 2 messages: one or many, in batches or as they come over the wire. */
export const hl7v2Importer: Importer = {
  kind: 'hl7v2',
  title: 'HL7 version 2 messages (batch or stream)',
  recognise: ({ head }) => Promise.resolve(begins.test(head)),
  read: readMessages,
};
