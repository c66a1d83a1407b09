/** Departments that are asked about an applicant, and who sits in the committee. Neither list was found in the rule of the province: who runs the round chooses from these. */

/** 征求意见的部门, by the post that answers. */
export const askedDepartments = {
  'officer@gd-ecology': ['省生态环境厅', 'Ecology and Environment'], 'officer@gd-human-resources': ['省人力资源和社会保障厅', 'Human Resources and Social Security'],
  'officer@gd-tax': ['省税务局', 'Tax'], 'officer@gd-customs': ['海关广东分署', 'Customs'], 'officer@gd-drc': ['省发展改革委（信用）', 'Development and Reform (credit)'],
  'officer@gd-industry': ['省工业和信息化厅', 'Industry and Information Technology'], 'officer@gd-housing': ['省住房和城乡建设厅', 'Housing and Urban-Rural Development'], 'officer@gd-science': ['省科学技术厅', 'Science and Technology'],
} as const;

/** 评选表彰委员会委员, by their post. */
export const committeeMembers = {
  'committee-member@gd-amr': ['省市场监管局', 'Market Regulation'], 'committee-member@gd-drc': ['省发展改革委', 'Development and Reform'], 'committee-member@gd-industry': ['省工业和信息化厅', 'Industry'],
  'committee-member@gd-finance': ['省财政厅', 'Finance'], 'committee-member@gd-human-resources': ['省人力资源和社会保障厅', 'Human Resources'], 'committee-member@gd-science': ['省科技厅', 'Science and Technology'],
  'committee-member@gd-commerce': ['省商务厅', 'Commerce'], 'committee-member@gd-ecology': ['省生态环境厅', 'Ecology'], 'committee-member@gd-housing': ['省住房和城乡建设厅', 'Housing'],
} as const;

export const secretariat = 'gd-award-secretariat';
export const government = 'gd-gov';

const nameOf = (names: Readonly<Record<string, readonly [zh: string, en: string]>>) => (pool: string): string => Object.entries(names).reduceRight((rest, [value, [name]]) => `if ${pool} = "${value}" then "${name}" else ${rest}`, pool);
/** FEEL: the name in Chinese, from the post. */
export const departmentName = nameOf(askedDepartments);
export const memberName = nameOf(committeeMembers);
