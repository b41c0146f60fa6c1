import { flag, listOf, oneOf, record, text, type Decoder } from './decode.ts';
import { entryOptional, entryRequired, type Entry } from './entry.ts';

/** A kind of requester. `individual`: the person the EHI is about, or who stands in for them, 45 CFR 171.202(a)(2). */
export interface AudienceEntry extends Entry {
  readonly description: string;
  readonly individual: boolean;
}

/** What a requester wants the EHI for. */
export interface PurposeEntry extends Entry {
  readonly description: string;
}

export const channelReaches = ['USCDI', 'PRODUCT', 'DRS', 'PARTIAL'] as const;
/** What a kind of channel can be expected to carry: the USCDI floor, one product's EHI, the whole record set, or a part. */
export type ChannelReach = (typeof channelReaches)[number];

/**
 * A kind of access channel. `audiences` are the ones it usually serves. `electronicAccess`: individuals obtain EHI there
 * over the internet without manual effort, 45 CFR 171.302(d). `gaps` are hints for explaining what a channel lacks.
 */
export interface ChannelKind extends Entry {
  readonly audiences: readonly string[];
  readonly standards: readonly string[];
  readonly floor: string;
  readonly reach: ChannelReach;
  readonly electronicAccess: boolean;
  readonly gaps: readonly string[];
}

/** Decodes an entry of audiences.yaml. */
export const decodeAudience: Decoder<AudienceEntry> = record(
  { ...entryRequired, description: text, individual: flag },
  entryOptional,
);

/** Decodes an entry of purposes.yaml. */
export const decodePurpose: Decoder<PurposeEntry> = record({ ...entryRequired, description: text }, entryOptional);

/** Decodes an entry of channels.yaml. */
export const decodeChannel: Decoder<ChannelKind> = record(
  {
    ...entryRequired,
    audiences: listOf(text),
    standards: listOf(text),
    floor: text,
    reach: oneOf(channelReaches),
    electronicAccess: flag,
    gaps: listOf(text),
  },
  entryOptional,
);
