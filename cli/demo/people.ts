/** The people of the demonstration. They have no passwords: the provider that signs them in listens on this machine only. */
import type { Post, Viewer } from '../../domain/authority/viewer.ts';

export interface DemoPerson extends Viewer {
  /** What the person does, for whoever chooses one to sign in as. */
  readonly about: { readonly zh: string; readonly en: string };
}

const official = (id: string, name: string, post: Post, zh: string, en: string): DemoPerson => ({ id, name, posts: [post], enterprise: null, about: { zh, en } });
const at = (role: string, agency: string): Post => ({ role, agency });

export const demoPeople: readonly DemoPerson[] = [
  official('lin', '林晓', at('officer', 'gd-amr'), '承办人', 'case officer'),
  official('zhou', '周敏', at('officer', 'gd-amr'), '承办人', 'case officer'),
  official('huang', '黄志强', at('section-head', 'gd-amr'), '审核人', 'section head'),
  official('he', '何建国', at('agency-head', 'gd-amr'), '负责人', 'head of the agency'),
  official('wu', '吴倩', at('officer', 'gz-amr'), '承办人', 'case officer'),
  official('deng', '邓涛', at('section-head', 'gz-amr'), '审核人', 'section head'),
  official('feng', '冯敏仪', at('agency-head', 'gz-amr'), '负责人', 'head of the agency'),
  official('su', '苏婷', at('officer', 'gz-amr'), '承办人', 'case officer'),
  official('mo', '莫凯', at('officer', 'gz-tianhe-amr'), '区局承办人', 'case officer of a district'),
  official('ou', '区文静', at('section-head', 'gz-tianhe-amr'), '区局审核人', 'section head of a district'),
  official('kong', '孔令德', at('agency-head', 'gz-tianhe-amr'), '区局负责人', 'head of a district regulator'),
  official('liaoyun', '廖芸', at('officer', 'gz-haizhu-amr'), '区局承办人', 'case officer of a district'),
  official('penglixin', '彭立新', at('section-head', 'gz-haizhu-amr'), '区局审核人', 'section head of a district'),
  official('ye', '叶青', at('officer', 'sz-amr'), '承办人', 'case officer'),
  official('pan', '潘文', at('officer', 'fs-amr'), '承办人', 'case officer'),
  official('peng', '彭海', at('agency-head', 'gd-amr'), '分管负责人', 'deputy head of the agency'),
  official('du', '杜蓉', at('agency-head', 'gd-amr'), '分管负责人', 'deputy head of the agency'),
  official('xu', '许文', at('legal-reviewer', 'gd-amr'), '法制审核人员', 'legal reviewer'),
  official('liao', '廖静', at('legal-reviewer', 'gd-amr'), '听证主持人', 'host of hearings'),
  official('zeng', '曾兰', at('legal-reviewer', 'gz-amr'), '法制审核人员', 'legal reviewer'),
  official('kuang', '邝明', at('section-head', 'fs-amr'), '审核人', 'section head'),
  official('guo', '郭峰', at('officer', 'samr'), '承办人', 'case officer'),
  official('qin', '秦悦', at('officer', 'samr'), '承办人', 'case officer'),
  official('jin', '金卫', at('section-head', 'samr'), '审核人', 'section head'),
  official('song', '宋岚', at('agency-head', 'samr'), '负责人', 'head of the agency'),
  official('tang', '唐颖', at('technical-body', 'gd-recall-tech'), '技术机构人员', 'technical expert'),
  official('lei', '雷刚', at('officer', 'gz-police'), '经侦民警', 'economic crime police officer'),
  official('tong', '童立', at('agency-head', 'gz-police'), '公安局负责人', 'head of the police bureau'),
  official('yan', '严谨', at('officer', 'gz-procuratorate'), '检察官', 'procurator'),
  official('fang', '方正', at('section-head', 'gz-police'), '公安局法制审核', 'legal review of the police'),
  official('shi', '石磊', at('officer', 'sz-police'), '经侦民警', 'economic crime police officer'),
  official('lu', '陆勇', at('agency-head', 'sz-police'), '公安局负责人', 'head of the police bureau'),
  official('mei', '梅朗', at('officer', 'gz-procuratorate'), '行政检察官', 'administrative procurator'),
  official('xie', '谢律', at('agency-head', 'gz-procuratorate'), '检察长', 'chief procurator'),
  official('bai', '白杨', at('officer', 'gd-police'), '省厅民警', 'police officer of the province'),
  official('jiang', '江岚', at('officer', 'gd-procuratorate'), '省院检察官', 'procurator of the province'),
  official('shen', '沈知行', at('expert', 'gd-experts'), '质量管理专家', 'expert in quality management'),
  official('fan', '范思远', at('expert', 'gd-experts'), '计量检测专家', 'expert in metrology'),
  official('gu', '顾言', at('expert', 'gd-experts'), '标准化专家', 'expert in standards'),
  official('tan', '谭静', at('secretariat', 'gd-award-secretariat'), '质量奖秘书处', 'secretariat of the quality award'),
  official('xiao', '萧雨', at('secretariat', 'gd-award-secretariat'), '质量奖秘书处', 'secretariat of the quality award'),
  official('meng', '孟凡', at('agency-head', 'gd-award-secretariat'), '质量奖秘书处负责人', 'head of the secretariat of the quality award'),
  official('rong', '容秋', at('agency-head', 'gd-gov'), '省政府领导', 'provincial government'),
  official('pei', '裴珊', at('agency-head', 'fs-amr'), '负责人', 'head of the agency'),
  official('ji', '纪元', at('officer', 'gd-ecology'), '生态环境厅经办人', 'officer of the department of ecology'),
  official('shizheng', '石峥', at('officer', 'gd-human-resources'), '人社厅经办人', 'officer of the department of human resources'),
  official('tian', '田野', at('officer', 'gd-tax'), '税务局经办人', 'officer of the tax service'),
  official('duruo', '杜若', at('committee-member', 'gd-amr'), '评选表彰委员会委员', 'member of the award committee'),
  official('fu', '傅明', at('committee-member', 'gd-drc'), '评选表彰委员会委员', 'member of the award committee'),
  official('gao', '高远', at('committee-member', 'gd-industry'), '评选表彰委员会委员', 'member of the award committee'),
  official('hu', '胡静', at('committee-member', 'gd-finance'), '评选表彰委员会委员', 'member of the award committee'),
  official('zhong', '钟意', at('expert', 'gd-experts'), '质量管理专家', 'expert in quality management'),
  official('cheng', '程立', at('expert', 'gd-experts'), '质量管理、标准化专家', 'expert in quality management and standards'),
  official('luming', '陆明', at('expert', 'gd-experts'), '计量检测专家', 'expert in metrology'),
  official('qiu', '邱岳', at('secretariat', 'gd-fund-secretariat'), '基金管理办公室', 'office of the fund'),
  official('xuqing', '许晴', at('officer', 'gd-consumer-council'), '省消委会经办人', 'officer of the consumer council'),
  official('cai', '蔡珊', at('officer', 'gd-finance'), '财政厅经办人', 'officer of the department of finance'),
  official('ding', '丁一峰', at('officer', 'gd-audit'), '审计人员', 'auditor'),
  { id: 'chenguang', name: '梁雪', posts: [], enterprise: { uscc: '91440605MA4W2Q7H9C', name: '佛山市晨光电器有限公司' }, about: { zh: '小家电生产者', en: 'makes small appliances' } },
  { id: 'haichuan', name: '郑海', posts: [], enterprise: { uscc: '91440101MA5CK83P1C', name: '广州海川玩具有限公司' }, about: { zh: '玩具生产者', en: 'makes toys' } },
  { id: 'yuehang', name: '曾宇', posts: [], enterprise: { uscc: '91440000725456195C', name: '广东粤航汽车有限公司' }, about: { zh: '汽车生产者', en: 'makes cars' } },
  { id: 'citizen', name: '陈伟', posts: [], enterprise: null, about: { zh: '消费者', en: 'consumer' } },
  official('supervisor', '罗明', at('supervisor', 'gd-gov-inspection'), '督查人员', 'supervisor'),
  official('admin', '管理员', at('administrator', 'gd-amr'), '系统管理员', 'administrator'),
];

export const demoPerson = (id: string): DemoPerson | undefined => demoPeople.find((person) => person.id === id);
