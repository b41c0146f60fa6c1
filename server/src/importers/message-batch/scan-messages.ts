/** What one message shows, without a value of it. */
export interface SeenMessage {
  readonly sendingApplication: string;
  readonly sendingFacility: string;
  readonly receivingApplication: string;
  readonly receivingFacility: string;
  readonly type: string;
  readonly event: string;
  readonly version: string;
  /** How often each segment comes. */
  readonly segments: ReadonlyMap<string, number>;
  /** Code systems of what was ordered (OBR-4) and observed (OBX-3), and sections of the service (OBR-24): how often each. */
  readonly codeSystems: ReadonlyMap<string, number>;
  readonly sections: ReadonlyMap<string, number>;
  /** The line on which the message begins, counted from 1 by the separators of segments. */
  readonly line: number;
}

/** A scanner of messages. `add` takes text in pieces (mutates it), `end` the last message. */
export interface MessageScanner {
  readonly add: (piece: string) => void;
  readonly end: () => void;
  /** Lines that are no segment, and messages without a type. */
  readonly counts: () => { readonly strange: number; readonly untyped: number; readonly longLines: number };
}

/** A segment that is longer is cut: what is looked at stands at its beginning. */
const longestSegment = 64 * 1024;

/**
 * Returns a scanner that tells of each message as it ends. Libraries for HL7 parse every field into a value; here no value may ever be held,
 * so only names of segments, the header, and the code system and section of orders and results are taken out of a line. The separators are
 * read from each header and never assumed.
 */
export const createMessageScanner = (onMessage: (message: SeenMessage) => void): MessageScanner => {
  let rest = '';
  let isCut = false;
  let line = 0;
  let current: Open | undefined;
  let [strange, untyped, longLines] = [0, 0, 0];
  const close = (): void => {
    if (current === undefined) return;
    const { field: _f, component: _c, ...message } = current;
    if (message.type === '') untyped += 1;
    onMessage(message);
    current = undefined;
  };
  const take = (text: string): void => {
    line += 1;
    // MLLP puts 0x0B before a message and 0x1C behind it.
    const segment = text.replace(/^[\p{Cc}\s\uFEFF]+/u, '');
    if (segment === '') return;
    const name = segment.slice(0, 3);
    if (name === 'MSH') {
      close();
      current = openMessage(segment, line);
      return;
    }
    if (/^(?:FHS|BHS|BTS|FTS)$/.test(name)) {
      close();
      return;
    }
    if (
      !/^[A-Z][A-Z0-9]{2}$/.test(name) ||
      current === undefined ||
      (segment.length > 3 && segment[3] !== current.field)
    ) {
      strange += 1;
      return;
    }
    count(current.segments, name);
    if (name === 'OBR') {
      codeSystemOf(current, fieldAt(segment, current.field, 4));
      const section = fieldAt(segment, current.field, 24);
      if (/^[A-Z]{2,3}$/.test(section)) count(current.sections, section);
    }
    if (name === 'OBX') codeSystemOf(current, fieldAt(segment, current.field, 3));
  };
  return {
    add: (piece) => {
      const parts = (rest + piece).split(/\r\n|\r(?!$)|\n/);
      rest = parts.pop() ?? '';
      for (const part of parts) {
        take(isCut ? '' : part.slice(0, longestSegment));
        isCut = false;
      }
      if (rest.length > longestSegment) {
        // The rest of an endless line is passed over, whatever it is.
        take(rest.slice(0, longestSegment));
        longLines += 1;
        isCut = true;
        rest = '';
      }
    },
    end: () => {
      if (!isCut) take(rest.replace(/\r$/, '').slice(0, longestSegment));
      rest = '';
      close();
    },
    counts: () => ({ strange, untyped, longLines }),
  };
};

interface Open extends SeenMessage {
  readonly segments: Map<string, number>;
  readonly codeSystems: Map<string, number>;
  readonly sections: Map<string, number>;
  readonly field: string;
  readonly component: string;
}

const openMessage = (segment: string, line: number): Open => {
  const field = segment[3] ?? '|';
  const component = segment[4] ?? '^';
  const repetition = segment[5] ?? '~';
  // MSH-1 is the separator itself: MSH-n is the part n - 1.
  const at = (n: number): string => fieldAt(segment, field, n - 1);
  const named = (n: number): string => nameIn((at(n).split(repetition)[0] ?? '').split(component)[0] ?? '');
  const [type = '', event = ''] = at(9).split(component);
  return {
    sendingApplication: named(3),
    sendingFacility: named(4),
    receivingApplication: named(5),
    receivingFacility: named(6),
    type: /^[A-Z0-9]{3}$/.test(type) ? type : '',
    event: /^[A-Z0-9]{3}$/.test(event) ? event : '',
    version: /^\d(?:\.\d){0,2}$/.test((at(12).split(component)[0] ?? '').trim())
      ? (at(12).split(component)[0] ?? '').trim()
      : '',
    segments: new Map([['MSH', 1]]),
    codeSystems: new Map(),
    sections: new Map(),
    line,
    field,
    component,
  };
};

/** The name of an application or facility; a free text there is not kept whole. */
const nameIn = (text: string): string =>
  text
    .replace(/[^\w .:\-/]/g, '')
    .trim()
    .slice(0, 60);

/** The field of a segment, counted from 1, without splitting the rest of it. */
const fieldAt = (segment: string, separator: string, n: number): string => {
  let from = segment.indexOf(separator);
  for (let at = 1; at < n && from >= 0; at += 1) from = segment.indexOf(separator, from + 1);
  if (from < 0) return '';
  const to = segment.indexOf(separator, from + 1);
  return segment.slice(from + 1, to < 0 ? undefined : to);
};

/** The name of the coding system is the third component, or the sixth; the code and its text are never looked at. */
const codeSystemOf = (message: Open, field: string): void => {
  const parts = field.split(message.component);
  for (const at of [2, 5]) {
    const system = (parts[at] ?? '').trim();
    if (/^[A-Za-z0-9.-]{1,20}$/.test(system)) count(message.codeSystems, system);
  }
};

const count = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
