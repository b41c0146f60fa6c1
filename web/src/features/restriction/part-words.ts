import type { PartData } from './story-data.ts';

/** Which classes a part is about: those it names, else every one, or every one that the other parts do not name. */
export const classWords = ({ classes }: Pick<PartData, 'classes'>, parts: number): string =>
  classes.map(({ name }) => name).join(', ') || (parts > 1 ? 'Every other data class' : 'Every data class');

/** For whom a part is: "for everyone", "for Patient, Proxy", "for everyone else". */
export const audienceWords = ({ audiences }: Pick<PartData, 'audiences'>, parts: number): string =>
  `for ${audiences.map(({ name }) => name).join(', ') || (parts > 1 ? 'everyone else' : 'everyone')}`;
