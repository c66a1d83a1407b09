/** Every way through the record of a transfer. */
import { describeWalks, pureWalker } from '../../test/support/walk-purely.ts';
import { transferRecord } from './definition.ts';
import { record } from './walks.ts';

const walker = pureWalker(transferRecord, record);

describeWalks(transferRecord, record, walker);
