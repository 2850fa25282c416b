import type { Fields } from '../step.js';

/** What a clerk reads off a notice: words of the text itself, and roles by post, never by name. */
export interface Registered {
  readonly file: string;
  readonly meeting: Fields;
  readonly title: string;
  readonly issuedBy: string;
}

const by = (role: string, post: string, organisation?: string): Fields => ({
  role,
  post,
  ...(organisation && { organisation }),
});

const reporting = (post: string, ...organisations: readonly string[]): readonly Fields[] =>
  organisations.map((organisation) => by('reports', post, organisation));

/** The three notices as the city's headquarters registers them. */
export const REGISTERED: readonly Registered[] = [
  {
    file: 'notice-000',
    title: '对做好“壮族三月三”、清明节期间疫情防控工作进行再部署再落实',
    issuedBy: '自治区新冠肺炎疫情防控指挥部',
    meeting: {
      title: '自治区新冠肺炎疫情防控工作电视电话会议',
      heldBy: '自治区新冠肺炎疫情防控指挥部',
      kinds: ['work'],
      form: 'tvTelephone',
      venues: [
        { kind: 'main', name: '自治区主会场' },
        { kind: 'branch', name: '梧州市分会场' },
        { kind: 'branch', name: '凭祥市分会场' },
      ],
      roles: [
        by('chair', '自治区党委书记、自治区人大常委会主任、自治区新冠肺炎疫情防控指挥部指挥长'),
        by('speaks', '自治区党委副书记、自治区主席、指挥部指挥长'),
        ...reporting('负责同志', '南宁市', '梧州市', '防城港市', '百色市', '崇左市'),
      ],
    },
  },
  {
    file: 'notice-001',
    title: '安排部署泸州市下一阶段疫情防控工作',
    issuedBy: '市委应对新冠肺炎疫情工作领导小组',
    meeting: {
      title: '市委应对新冠肺炎疫情工作领导小组召开会议',
      heldBy: '市委应对新冠肺炎疫情工作领导小组',
      kinds: ['leadingGroup'],
      form: 'notStated',
      venues: [],
      roles: [
        by('chair', '市委副书记、市长、领导小组组长'),
        by('speaks', '市委书记、领导小组组长'),
        by('attends', '市委副书记、领导小组副组长'),
      ],
    },
  },
  {
    file: 'notice-002',
    title: '把疫情防控作为能力作风的重大考验 守牢长周期不发生规模性疫情的底线',
    issuedBy: '省委',
    meeting: {
      title: '省委新冠肺炎疫情防控工作第十二次专题会议',
      heldBy: '省委',
      series: '省委新冠肺炎疫情防控工作专题会议',
      number: 12,
      kinds: ['special'],
      form: 'video',
      venues: [
        { kind: 'main', name: '主会场' },
        { kind: 'branch', name: '各省辖市、济源示范区和各县(市、区)' },
      ],
      roles: [
        by('speaks', '省委书记'),
        by('arranges', '省长'),
        ...reporting(
          '负责人',
          '濮阳市',
          '郑州市',
          '省教育厅',
          '万邦国际集团',
          '郑州汇艺万怡酒店',
          '濮阳市华龙区盟城社区',
        ),
      ],
    },
  },
];
