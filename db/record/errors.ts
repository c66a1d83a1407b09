/** Errors of the record that no repetition can mend. Their `name` is what Temporal knows as the type of a failure. */

/** The request is not one that an engine may send (seqs with gaps, a command twice, text that JSON cannot hold). A bug in the caller. */
export class MalformedAppend extends Error {
  override readonly name = 'MalformedAppend';
}

/** What stands in the record is not what its writer was told stands there. Somebody has to look: `banjie verify`. */
export class RecordCorruption extends Error {
  override readonly name = 'RecordCorruption';
  readonly caseId: string;
  constructor(caseId: string, message: string) {
    super(`case ${caseId}: ${message}`);
    this.caseId = caseId;
  }
}
