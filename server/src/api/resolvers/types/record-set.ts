import { describeRecordSet } from '../../../domain/coverage/index.ts';
import type { RecordSetLineResolvers, RecordSetResolvers } from '../../gen/resolver-types.ts';

/** How much of the designated record set is mapped. */
export const RecordSet: RecordSetResolvers = { sentence: (recordSet) => describeRecordSet(recordSet) };

/** One class of the catalogues. */
export const RecordSetLine: RecordSetLineResolvers = {
  dataClasses: ({ dataClasses }, _args, { reads }) => reads.referAll('DataClass', dataClasses),
};
