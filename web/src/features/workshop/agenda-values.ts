import type { FormBase } from '../../editing/drafts.ts';
import type { FieldSpec } from '../../editing/form-specs.ts';
import type { FieldValue, FormValues } from '../../editing/form-values.ts';
import { todayHere } from '../../editing/today.ts';
import { valueWords } from '../../editing/value-words.ts';
import type { WorkshopData } from './workshop-data.ts';

/** One topic as it is typed; without an id while it is not written yet. */
export interface TopicTyped {
  readonly id?: string;
  readonly title: string;
  readonly minutes: string;
  readonly notes: string;
  readonly link: string;
}

/** A topic of which nothing is typed yet. */
export const emptyTopic: TopicTyped = { title: '', minutes: '', notes: '', link: '' };

/** The fields of a workshop's form. The topics are kept as text, so that they are drafted and compared as the others are. */
export const workshopSpecs: readonly FieldSpec[] = [
  { name: 'name', label: 'Name', kind: 'text', required: true },
  { name: 'heldOn', label: 'Day', kind: 'date', required: true },
  { name: 'facilitator', label: 'Led by', kind: 'text', hint: 'Empty: you.' },
  { name: 'description', label: 'What it is for', kind: 'long' },
  { name: 'attendees', label: 'Who is there', kind: 'long', hint: 'One name on each line.' },
  { name: 'topics', label: 'Agenda', kind: 'long' },
];

/** The topics as the form keeps them. Pure. */
export const writeTopics = (topics: readonly TopicTyped[]): string =>
  topics.length === 0 ? '' : JSON.stringify(topics);

/** The topics that a form keeps. Pure and total. */
export const readTopics = (value: FieldValue | undefined): readonly TopicTyped[] => {
  try {
    return typeof value === 'string' && value !== '' ? (JSON.parse(value) as readonly TopicTyped[]) : [];
  } catch {
    return [];
  }
};

/** A form with nothing known yet but the day. */
export const newWorkshop = (): FormBase => ({
  revision: 0,
  values: { name: '', heldOn: todayHere(), facilitator: '', description: '', attendees: '', topics: '' },
});

/** The form of a workshop as it is. Pure. */
export const baseOfWorkshop = (workshop: WorkshopData): FormBase => ({
  revision: workshop.revision,
  values: {
    name: workshop.name,
    heldOn: workshop.heldOn,
    facilitator: workshop.facilitator,
    description: workshop.description ?? '',
    attendees: workshop.attendees.join('\n'),
    topics: writeTopics(
      workshop.topics.map(({ id, title, minutes, notes, link }) => ({
        id,
        title,
        minutes: minutes === null || minutes === undefined ? '' : String(minutes),
        notes: notes ?? '',
        link: link ?? '',
      })),
    ),
  },
});

/** The names that are typed one a line. Pure. */
export const namesIn = (text: FieldValue | undefined): readonly string[] => [
  ...new Set(
    String(text ?? '')
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];

/** What the form says, as the API takes it. A topic without a title is left out. Pure. */
export const workshopInput = (values: FormValues) => ({
  name: text(values, 'name'),
  heldOn: text(values, 'heldOn'),
  facilitator: text(values, 'facilitator'),
  description: text(values, 'description') || null,
  attendees: [...namesIn(values['attendees'])],
  topics: readTopics(values['topics'])
    .filter(({ title }) => title.trim() !== '')
    .map(({ id, title, minutes, notes, link }) => ({
      ...(id === undefined ? {} : { id }),
      title: title.trim(),
      minutes: minutes.trim() === '' ? null : Number(minutes),
      notes: notes.trim() || null,
      link: placeIn(link) || null,
    })),
});

const text = (values: FormValues, name: string): string => String(values[name] ?? '').trim();

/** A link that is pasted whole is kept as the place in this page that it is. Pure. */
export const placeIn = (link: string): string => {
  const trimmed = link.trim();
  const origin = globalThis.location?.origin;
  return origin !== undefined && trimmed.startsWith(`${origin}/`) ? trimmed.slice(origin.length) : trimmed;
};

/** What a field of this form holds, in words. Pure. */
export const workshopWords = (spec: FieldSpec, value: FieldValue | undefined): string =>
  spec.name === 'topics'
    ? readTopics(value)
        .map(({ title, minutes }) => (minutes === '' ? title : `${title} (${minutes} min)`))
        .join(', ') || 'nothing'
    : spec.name === 'attendees'
      ? namesIn(value).join('; ') || 'nothing'
      : valueWords(spec, value);
