/** Reviews by experts: texts of its pages. */
export const reviewsEn = {
  title: 'Reviews', intro: 'Draws of experts, scores, rankings. Draws and rankings can be computed again in your own browser.', none: 'There is no review that you take part in, witness or run.', open: 'Open the case', back: 'All reviews', notFound: 'There is no such review, or it is not yours to see.',
  sheetsOf: '{{done}} of {{all}} sheets in', opened: 'Opened', closedAt: 'Closed', scoringNow: 'Scoring', closed: 'Closed',
  waiting: 'Reviews for me',
  invitations: {
    title: 'Invitations', drawn: 'You were drawn by lot as an expert for {{field}}.', accept: 'I take part', refuse: 'I cannot come', recuse: 'I must be recused', accepted: 'Takes part', refused: 'Declined', recused: 'Recused',
    told: { accepted: 'Recorded: you take part', refused: 'Recorded: the next expert takes your seat', recused: 'Recorded: you are recused, the next expert takes your seat' }, reason: 'Reason', refuseHelp: 'The next expert of the same field takes your seat. This cannot be taken back.', recuseHelp: 'Whoever has an interest in the applicant must not judge it. The next expert of the same field takes your seat. This cannot be taken back.', later: 'You will find your score sheet here when the panel is opened.',
  },
  scoring: { title: 'My scores', score: 'Score', look: 'Show', done: 'All handed in' },
  witnessing: { title: 'Draws to witness', witness: 'Witness', committed: 'List fixed' },
  running: { title: 'Panels', look: 'Show' },
  ofCase: { title: 'Draw of experts and review', unrevealed: 'To be witnessed', revealed: 'Drawn', witnessedBy: 'witnessed by {{name}}', candidates_one: '{{count}} candidate', candidates_other: '{{count}} candidates', look: 'Show the draw', lookPanel: 'Show the panel', toWitness: 'Witness' },
  draw: {
    title: 'Draw of experts', steps: 'How it is drawn', fixed: 'The list is fixed', fixedText: 'The list of {{count}} candidates and a secret number are sealed by a commitment and cannot be changed from here on.', commitment: 'Commitment', listHash: 'Hash of the list',
    witnessed: 'A witness adds a word', witnessedText: '{{name}} added the word “{{word}}”, and the number was shown.', waits: 'Waiting for the word of a witness.', made: 'The order follows', madeText: 'Number, word and list give a seed; the seed gives the order in each field, and who sits.', madeLater: 'Follows at once.',
    seed: 'Seed', nonce: 'Secret number', word: 'Your word', wordHelp: 'Whatever comes to mind. The list is fixed and you do not know the number, so nobody can steer the result.', reveal: 'Draw', revealed: 'Drawn',
    afterReveal: 'When it is drawn, go back to the case and complete the step.',
    seats: 'Result', field: 'Field', expert: 'Expert', answer: 'Answer', waitingAnswer: 'No answer yet', accepted: 'Takes part', noAccount: 'No account', noAccountHint: 'Cannot sign in to score; a substitute can take the seat', vacant: '{{count}} seat(s) for {{field}} are empty; no substitute is left.',
    decline: 'Substitute', declineNamed: 'Substitute for {{name}}', declineTitle: '{{name}} does not take part', declineHelp: 'The next in the order of the same field takes the seat. This cannot be taken back.', kind: 'Why', refused: 'Declined', recused: 'Recused', reason: 'Reason', declined: 'The seat has gone to a substitute', declinedList: 'Declined and recused',
    candidates: 'List of candidates', order: 'Order', seated: 'Sits', out: 'Out', excluded: 'Left out', excludedText: 'Not on the list: they have an interest in an applicant.', reasons: 'Why', noExcluded: 'Nobody was left out for an interest.',
    repeat: 'Repeat the draw', repeatText: 'Does the draw again in your browser, from the list, the number and the word that are published, without believing the server.', again: 'Draw again', same: 'The repeated draw is the same as the record', different: 'The repeated draw differs from the record', repeated: 'Drawn again: {{names}}',
    checks: { order: 'The order of the list follows from the numbers of the experts', list: 'The list has the hash that was sealed', commitment: 'The number fits the commitment that was published before', seed: 'The seed follows from number, word and list', lot: 'The order follows from the seed', seats: 'Those who sit are those on this page' }, ok: 'same', wrong: 'differs', later: 'Possible as soon as it has been witnessed.',
    drawId: 'Number of the draw', plan: 'Seats by field', wordOf: 'Word of the witness', fixedList: 'The list as it was sealed, in its order',
    how: 'Anybody can compute this again; all that is needed stands below. Order of the list: by SHA-256(draw⏎expert). Commitment = SHA-256(number⏎hash of the list). Seed = SHA-256(number⏎word⏎hash of the list). Order of each field: Fisher–Yates by the first 12 digits of SHA-256(seed:field:throw).',
    seatCount_one: '{{count}} seat', seatCount_other: '{{count}} seats',
  },
  panel: {
    title: 'Panel', rules: 'Rules of scoring', criterion: 'Criterion', max: 'Maximum', weight: 'Weight', trim: 'The {{count}} highest and lowest are left out', noTrim: 'All sheets count', quorum: 'At least {{count}} sheets for each applicant', places_one: '{{count}} place', places_other: '{{count}} places', threshold: 'Threshold {{points}}', noThreshold: 'No threshold', outlier: 'Sheets more than {{points}} from the median are pointed out; they count',
    ties: 'Equal means are ordered by: {{rules}}', noTies: 'Equal means share a rank', tie: { 'untrimmed-mean': 'mean of all sheets', 'lowest-sheet': 'lowest sheet that counts' },
    progress: 'Sheets handed in', member: 'Expert', handedIn: 'Sheets', recusedFrom: 'Recused from', none: 'none', closePanel: 'Close scoring', closeTitle: 'Close scoring?', closeText: 'After that no sheet can be handed in or changed; the ranking is computed and sealed at once.', missing_one: '{{count}} sheet is missing.', missing_other: '{{count}} sheets are missing.', complete: 'All sheets are in.', closedNow: 'Scoring is closed, the ranking is sealed',
    recuse: 'Record a recusal', recuseNamed: 'Record a recusal: {{name}}', recuseTitle: '{{name}} is recused', recuseHelp: 'They no longer score that applicant, and what they handed in for it does not count. This cannot be taken back.', recuseMine: 'I must be recused', applicant: 'Applicant', recused: 'The recusal is recorded', recusals: 'Recused during the review', recusalOf: '{{member}} from {{applicant}}', hidden: 'Until it is closed nobody sees another’s points.',
  },
  sheet: {
    title: 'Score sheet', of: 'Score sheet: {{name}}', applicants: 'Applicants', unscored: 'To score', handedIn: 'Handed in', recused: 'Recused', limits: '0–{{max}} points, weight {{weight}} of {{all}}', points: 'points', total: 'Weighted', unknownTotal: 'Follows when every criterion has points', comment: 'Remarks', submit: 'Hand in', again: 'Hand in again', done: 'Handed in: {{name}}', mayChange: 'You can change it until scoring is closed; the last one counts. What is not handed in is kept in this tab only.', last: 'Handed in {{version}}×, last {{at}}', next: 'Next applicant to score', closed: 'Scoring is closed; this is what you handed in.', notHandedIn: 'You handed in nothing before scoring was closed.', recusedText: 'You may not judge this applicant; the others do.', allDone: 'You have scored all applicants.',
  },
  ranking: {
    title: 'Ranking', rank: 'Rank', score: 'Score', status: 'Result', how: 'How', howNamed: 'How it came about: {{name}}', unranked: 'Not ranked', vacant_one: '{{count}} place stays empty', vacant_other: '{{count}} places stay empty',
    statuses: { awarded: 'Chosen', 'beyond-places': 'Places taken', 'below-threshold': 'Below threshold', 'no-quorum': 'Too few sheets', 'undecided-tie': 'Tie: to be voted on' },
    total: 'Weighted', use: 'Counts?', counted: 'Counts', highest: 'Highest, left out', lowest: 'Lowest, left out', outlier: 'Far from the median of {{median}}', formula: '{{count}} count: ({{sum}}) ÷ {{count}} = {{mean}}', joint: '; ', tieWith: 'Same mean as {{names}}', tieBy: 'ordered by “{{rule}}”', tieNone: 'no rule tells them apart: equal rank',
    repeat: 'Repeat the ranking', repeatText: 'Computes the ranking again in your browser, from all sheets that count and the rules, and compares it with the sealed digest.', again: 'Compute again', same: 'The repeated ranking is the one that was sealed', different: 'The repeated ranking differs from the one that was sealed', digest: 'Sealed digest', computed: 'Digest computed again',
  },
};
