import type { PartData } from './story-data.ts';

/** For whom a part is: "for everyone", "for Patient, Proxy". */
export const audienceWords = ({ audiences }: Pick<PartData, 'audiences'>): string =>
  audiences.length === 0 ? 'for everyone' : `for ${audiences.map(({ name }) => name).join(', ')}`;
