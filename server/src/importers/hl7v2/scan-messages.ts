import { headerOf, isSeparator, type MessageHeader } from './message-header.ts';
import { createFieldPicker } from './pick-fields.ts';

/** What is told of each message, in order: its header, each segment after it, its end. Never a value of a patient. */
export interface MessageEvents {
  readonly onHeader: (header: MessageHeader, line: number) => void;
  /** `picked` holds only the fields of the segment that are needed, by number. */
  readonly onSegment: (name: string, picked: ReadonlyMap<number, string>, header: MessageHeader) => void;
  readonly onEnd: () => void;
}

/** What was odd in a stream of messages. */
export interface StreamOddities {
  /** How many lines are no segment of a message, and the first of them. */
  readonly strange: number;
  readonly firstStrange: number;
  /** Whether a file, a batch or a message over the wire begins and does not end. */
  readonly isCut: boolean;
  /** How many messages the trailers of batches say there are; `undefined` when none says it. */
  readonly said: number | undefined;
  /** `2026-01-31`, of the header of the file or the first batch; `''` when it has none. */
  readonly date: string;
}

/** A scanner of messages. `add` takes text in pieces, `end` ends the last message; both tell what they find (mutates). */
export interface MessageScanner {
  readonly add: (piece: string) => void;
  readonly end: () => void;
  readonly oddities: () => StreamOddities;
}

/** CR and LF, and the bytes that begin and end a message over the wire. */
const [startBlock, endBlock] = ['\u000B', '\u001C'];
const segmentEnds = `[\r\n${startBlock}${endBlock}]`;

/** The fields that are looked at. Everything else is passed over where it stands and never becomes a value. */
const needed: Readonly<Record<string, readonly number[]>> = {
  FHS: [7],
  BHS: [7],
  BTS: [1],
  MSH: [2, 3, 4, 5, 6, 9, 12],
  OBR: [4, 24],
  OBX: [3],
};

/**
 * Returns a scanner of HL7 version 2 messages. Parsers for it hold a message whole and make a value of each of its fields; here no value of a
 * patient may be held, and a file may be larger than the memory. So this one walks over the text and copies only the fields it needs.
 * Segments end at CR, LF, CRLF or a byte of MLLP, mixed as they come. Each header says the separators of its message; none is assumed.
 */
export const createMessageScanner = (events: MessageEvents): MessageScanner => {
  const picker = createFieldPicker(needed);
  let header: MessageHeader | undefined;
  let [line, place, returnAt] = [1, 0, -2];
  let [strange, firstStrange, open] = [0, 0, 0];
  let isInBlock = false;
  let said: number | undefined;
  let date = '';

  const endMessage = (): void => {
    if (header !== undefined) events.onEnd();
    header = undefined;
  };
  const endSegment = (): void => {
    const { name, separator, picked } = picker.take();
    if (name === '') return;
    const isEnvelope = separator === '' || isSeparator(separator);
    if (name === 'MSH' && separator !== '' && isEnvelope) {
      endMessage();
      header = headerOf(separator, picked);
      events.onHeader(header, line);
    } else if ((name === 'FHS' || name === 'BHS') && isEnvelope) {
      endMessage();
      open += 1;
      date ||= dateIn(picked.get(7));
    } else if ((name === 'BTS' || name === 'FTS') && isEnvelope) {
      endMessage();
      open = Math.max(0, open - 1);
      if (/^\d{1,9}$/.test(picked.get(1) ?? '')) said = (said ?? 0) + Number(picked.get(1));
    } else if (header !== undefined && separator === header.separator && /^[A-Z][A-Z0-9]{2}$/.test(name)) {
      // Three letters alone are no segment: where a text has line feeds in it, such a line could be a result.
      events.onSegment(name, picked, header);
    } else {
      strange += 1;
      firstStrange ||= line;
    }
  };
  return {
    add: (piece) => {
      const ends = new RegExp(segmentEnds, 'g');
      let from = 0;
      for (let end = ends.exec(piece); end !== null; end = ends.exec(piece)) {
        const [mark] = end;
        picker.add(piece, from, end.index);
        endSegment();
        from = ends.lastIndex;
        if (mark === startBlock) isInBlock = true;
        if (mark === endBlock) {
          isInBlock = false;
          endMessage();
        }
        // CRLF ends one line, also where a piece ends between the two.
        if (mark === '\r' || (mark === '\n' && returnAt !== place + end.index - 1)) line += 1;
        if (mark === '\r') returnAt = place + end.index;
      }
      picker.add(piece, from, piece.length);
      place += piece.length;
    },
    end: () => {
      endSegment();
      endMessage();
    },
    oddities: () => ({ strange, firstStrange, isCut: open > 0 || isInBlock, said, date }),
  };
};

/** The day of a header, where it can be one. */
const dateIn = (text: string | undefined): string => {
  const [, year, month, day] = /^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/.exec(text ?? '') ?? [];
  return year === undefined ? '' : `${year}-${month ?? ''}-${day ?? ''}`;
};
