/** 专家库 of the demonstration: enough in each field that a panel can be drawn by lot and a substitute is left. */
import type { z } from 'zod';
import type { keepExpertSchema } from '../../contracts/panels.ts';
import { demoPerson } from './people.ts';

export type DemoExpert = z.input<typeof keepExpertSchema>;

const expert = (name: string, title: string, employer: string, fields: readonly string[], more: Partial<DemoExpert> = {}): DemoExpert =>
  ({ name, title, employer, employerUscc: null, region: '440000', fields: [...fields], phone: null, person: null, active: true, kin: [], advised: [], ...more });

const own = (person: string): Pick<DemoExpert, 'person'> & { readonly name: string } => ({ person, name: demoPerson(person)?.name ?? person });

export const demoExperts: readonly DemoExpert[] = [
  expert(own('shen').name, '教授', '华南理工大学', ['质量管理'], own('shen')),
  expert(own('fan').name, '正高级工程师', '广东省计量科学研究院', ['计量检测'], own('fan')),
  expert(own('gu').name, '研究员', '广东省标准化研究院', ['标准化', '质量管理'], own('gu')),
  expert(own('zhong').name, '高级工程师', '深圳大学', ['质量管理'], { ...own('zhong'), region: '440300' }),
  expert(own('cheng').name, '教授', '中山大学', ['质量管理', '标准化'], { ...own('cheng'), region: '440100' }),
  expert(own('luming').name, '高级工程师', '广州计量检测技术研究院', ['计量检测'], { ...own('luming'), region: '440100' }),
  expert(own('helan').name, '教授', '暨南大学', ['财务审计'], { ...own('helan'), region: '440100' }),
  expert(own('zhangcheng').name, '注册会计师', '佛山信诚会计师事务所', ['财务审计'], { ...own('zhangcheng'), region: '440600' }),
  // With conflicts, so that a draw has somebody to leave out; and without an account, so that one who is drawn elsewhere needs a substitute.
  expert('梁工', '总工程师', '佛山市晨光电器有限公司', ['质量管理', '标准化'], { region: '440600', employerUscc: demoPerson('chenguang')?.enterprise?.uscc ?? null }),
  expert('袁顾问', '咨询师', '广州卓越质量咨询有限公司', ['质量管理'], {
    region: '440100', advised: [{ name: demoPerson('haichuan')?.enterprise?.name ?? '', uscc: demoPerson('haichuan')?.enterprise?.uscc, until: null }],
  }),
];
