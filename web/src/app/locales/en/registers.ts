import type { Dictionary } from '../zh-CN.ts';

export const registers: Pick<Dictionary, 'enterprises' | 'experts' | 'agencies' | 'funds'> = {
  enterprises: {
    ownIntro: 'Its entry in the register, its cases and its credit file.',
    title: 'Enterprises', intro: 'Enterprises as cases, sign-ins and administrators have entered them, by territory.', search: 'Find an enterprise by name or code', searchHint: 'Name, credit code', empty: 'No enterprises yet.', emptyFiltered: 'No enterprise matches.',
    name: 'Enterprise', region: 'Place', industry: 'Industry', updated: 'Updated', facts: 'Facts', cases: 'Cases', counts: '{{all}} in all, {{open}} open', contacts: 'Contacts', origin: 'Entered by',
    from: { case: 'a case', 'sign-in': 'its sign-in', administrator: 'an administrator' }, hints: 'Look at', credit: 'Quality credit file', noCredit: 'No entries.', itsCases: 'Its cases that you may see', noCases: 'No cases that you may see.',
    standing: { public: 'Public', 'not-public': 'Not public', ended: 'Period over', withdrawn: 'Withdrawn' }, until: 'Public until {{day}}',
    correct: 'Correct', correctTitle: 'Correct the entry: {{name}}', correctHelp: 'Only what you write is changed, all else stays as it is. Who corrected it, when and why is recorded.', corrected: 'The entry has been corrected', unchanged: 'Nothing was changed', entryName: 'Name of the enterprise', reason: 'Reason of the correction', save: 'Save the correction',
    contact: { name: 'Name', phone: 'Telephone', duty: 'Position' }, contactOf: 'Contact {{name}} {{phone}}', newContact: 'New contact', addContact: 'Add a contact', remove: 'Remove', removeContact: 'Remove contact {{n}}', keepsHelp: 'Left empty, it stays as it is',
    history: 'Corrections', neverCorrected: 'Never corrected.', entered: 'Entered', members: { name: 'Name', region: 'Place', industry: 'Industry', contacts: 'Contacts' },
  },
  experts: {
    title: 'Experts', intro: 'Panels are drawn by lot from the experts in use; whoever has kin in an applicant or has advised it is left out of the draw.', add: 'Enter an expert', keep: 'Edit {{name}}', edit: 'Edit', save: 'Save', kept: 'The entry is saved', empty: 'There are no experts yet.', emptyFiltered: 'No expert fits these filters.',
    name: 'Name', post: 'Title', employer: 'Employer', employerUscc: 'Credit code of the employer', employerUsccHelp: 'With it they are left out where their employer applies', fields: 'Fields', fieldsHelp: 'Set several apart by commas', region: 'Place', phone: 'Telephone',
    account: 'Account', accountHelp: 'Without one they cannot sign in to score', status: 'Status', active: 'May be drawn', activeHelp: 'Whoever is out of use is not drawn any more; reviews under way go on', inUse: 'In use', outOfUse: 'Out of use',
    kin: 'Kin', kinHelp: 'One a line: relation, enterprise, credit code (if known)', advised: 'Enterprises advised', advisedHelp: 'One a line: enterprise, credit code (if known), last day (empty while it goes on)',
    kinCount_one: '{{count}} enterprise with kin', kinCount_other: '{{count}} enterprises with kin', advisedCount_one: '{{count}} enterprise advised', advisedCount_other: '{{count}} enterprises advised',
  },
  agencies: {
    title: 'Agencies', intro: 'Agencies that take cases, and those above them.', search: 'Find an agency by name', searchHint: 'Name of the agency', kind: 'Kind', region: 'Region', name: 'Agency', superior: 'Superior', none: 'No agency fits these filters.',
    kinds: { market: 'Market regulation', police: 'Police', procuratorate: 'Procuratorate', government: 'Government', department: 'Other departments', inspection: 'Inspection', technical: 'Technical body', body: 'Other bodies' },
  },
  funds: {
    title: 'Funds', intro: 'Money is reserved, committed, disbursed, recovered and released by the steps of cases; nothing is changed here.', none: 'There is no fund that you may see.', ceiling: 'In all',
    accounts: { capital: 'Capital', available: 'Free', reserved: 'Reserved', committed: 'Committed', disbursed: 'Disbursed', recovered: 'Recovered' },
    audit: 'Audit', auditText: 'Holds all entries against each other: whether debits equal credits, whether the balances and what each case holds follow from the entries, whether the chain of hashes is whole.', check: 'Audit the ledger', sound: 'The ledger is whole and balanced', unsound_one: '{{count}} finding', unsound_other: '{{count}} findings', checkedAt: 'Audited {{at}}',
    entryCount: 'Entries', debits: 'Debits', credits: 'Credits', head: 'Last hash', atEntry: 'entry {{seq}}', isShould: 'the ledger says {{is}}, it should be {{should}}',
    findings: { chain: 'The chain of hashes is broken', order: 'Entries are missing or out of order', negative: 'A balance is below zero', sides: 'Wrong sides', ceiling: 'The capital does not agree', balance: 'A balance does not agree', position: 'What a case holds does not agree' },
    entries: 'Entries', entriesOf: 'Entries: {{name}}', allEntries: 'All entries', ofCase: 'This case only', noEntries: 'No entries.', seq: 'No.', at: 'When', operation: 'Operation', amount: 'Amount', case: 'Case', note: 'Note', hash: 'Hash', sides: 'Debit {{debit}} · credit {{credit}}',
  },
};
