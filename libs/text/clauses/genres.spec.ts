import { describe, expect, it } from '@jest/globals';
import { normaliseNotice } from '../normalise.js';
import { draftClauses } from './clauses.js';
import { declaredCounts } from './declared.js';

const lines = (...text: readonly string[]) => text.join('\n');
const drafted = (text: string) => draftClauses(normaliseNotice(text));
/** Number and text of each clause; what stands below another one is indented. */
const outline = (text: string) =>
  drafted(text).map(({ level, number, text: asked }) => `${'  '.repeat(level - 1)}${number}${asked}`);

describe('E: notices of other shapes, as a clerk would read them', () => {
  it('a numbered notice with headings, attachments and a signature', () => {
    const text = lines(
      'Q市人民政府办公室关于做好汛期安全工作的通知',
      'Q政办〔2023〕18号',
      '各县(市、区)人民政府,市直各有关单位:',
      '近期我市降雨偏多。为切实做好汛期安全工作,经市政府同意,现就有关事项通知如下:',
      '一、提高思想认识',
      '各单位要充分认识汛期安全的重要性,压实责任。',
      '二、强化隐患排查',
      '(一)排查重点部位。对山塘、水库逐一排查。凡不符合要求,一律必须停业整顿。',
      '(二)建立台账',
      '1.2023年6月底前完成第一轮排查。',
      '2.5月30日前报送台账;逾期不报的,严肃问责。',
      '3.每日17时前报告。',
      '三、严格值班值守。严禁脱岗漏岗,不得擅自离岗。请各单位于6月5日前将落实情况报市应急局。',
      '特此通知。',
      '附件:1.排查表',
      '2.联系人名单',
      'Q市人民政府办公室',
      '2023年5月20日',
      '(此件公开发布)',
    );
    expect(outline(text)).toEqual([
      '一、提高思想认识',
      '  各单位要充分认识汛期安全的重要性,压实责任',
      '二、强化隐患排查',
      '  (一)排查重点部位',
      '    对山塘、水库逐一排查',
      '    凡不符合要求,一律必须停业整顿',
      '  (二)建立台账',
      '    1.2023年6月底前完成第一轮排查',
      '    2.5月30日前报送台账;逾期不报的,严肃问责',
      '    3.每日17时前报告',
      '三、严格值班值守',
      '  严禁脱岗漏岗,不得擅自离岗',
      '  请各单位于6月5日前将落实情况报市应急局',
    ]);
    expect(
      drafted(text)
        .filter(({ heading }) => heading)
        .map(({ number }) => number),
    ).toEqual(['一、', '二、', '(二)']);
    expect(drafted(text).map(({ parent }) => parent)).toEqual([null, 1, null, 3, 4, 4, 3, 7, 7, 7, null, 11, 11]);
  });

  it('a public notice in articles', () => {
    expect(
      outline(
        lines(
          '关于禁止燃放烟花爆竹的通告',
          '为保障安全,根据《烟花爆竹安全管理条例》第二十八条规定,现通告如下:',
          '第一条 城区范围内禁止燃放烟花爆竹。',
          '第二条 任何单位和个人不得销售烟花爆竹。',
          '第五条 违反本通告的,由公安机关依法处理。',
          'Q市公安局',
          '二〇二三年一月十日',
        ),
      ),
    ).toEqual([
      '第一条 城区范围内禁止燃放烟花爆竹',
      '第二条 任何单位和个人不得销售烟花爆竹',
      '第五条 违反本通告的,由公安机关依法处理',
    ]);
  });

  it('minutes, whose speaker stands behind the number', () => {
    expect(
      outline(
        lines(
          'Q县防汛工作会议纪要',
          '时间:2023年6月1日上午',
          '地点:县政府三楼会议室',
          '参加:各乡镇、各部门负责人',
          '会议听取了县水利局关于汛情的汇报,研究了有关问题。现纪要如下:',
          '一、会议要求,各乡镇要落实包保责任;县水利局要加密巡查。',
          '二、会议议定,由县应急局牵头,县财政局配合,6月10日前落实抢险物资。',
        ),
      ),
    ).toEqual([
      '一、各乡镇要落实包保责任;县水利局要加密巡查',
      '二、会议议定,由县应急局牵头,县财政局配合,6月10日前落实抢险物资',
    ]);
  });

  it('a speech that counts its points, and asks the audience', () => {
    const text =
      '下面,我强调三点意见。第一,要提高认识。大家想一想,为什么总是出问题?就是责任没有落实到人。第二,要强化措施。' +
      '这里我主要强调六个方面:一是加强排查,不留死角;二是严格管控,三是落实责任。';
    expect(outline(text)).toEqual([
      '第一,要提高认识',
      '  就是责任没有落实到人',
      '第二,要强化措施',
      '  一是加强排查,不留死角',
      '  二是严格管控',
      '  三是落实责任',
    ]);
    expect(
      declaredCounts(text, drafted(text)).map(({ words, declared, captured }) => [words, declared, captured]),
    ).toEqual([
      ['三点意见', 3, 2],
      ['六个方面', 6, 3],
    ]);
  });

  it('a notice without numbers', () => {
    expect(
      outline(
        lines(
          '各乡镇:',
          '近期企业反应强烈的问题较多。',
          '各餐饮单位须落实消毒制度,应当公示检查结果。',
          '任何单位不得瞒报,务必当日上报。',
          '请各乡镇在6月10日前将排查情况报县指挥部。',
        ),
      ),
    ).toEqual([
      '各餐饮单位须落实消毒制度,应当公示检查结果',
      '任何单位不得瞒报,务必当日上报',
      '请各乡镇在6月10日前将排查情况报县指挥部',
    ]);
  });

  it('a notice whose headings stand before what they head in one line', () => {
    const text = lines(
      'Q市教育局关于开展校园安全专项整治的通知',
      '各县(区)教育局,局直属各学校:',
      '根据2021年5月1日起施行的办法,现就有关工作通知如下:',
      '一、整治重点',
      '(一)消防安全。重点检查疏散通道是否畅通。严禁占用疏散通道。',
      '(二)校车安全。1.校车驾驶人不得超员。2.凡不符合安全要求,一律停运整改。',
      '二、工作步骤',
      '(一)自查阶段(3月10日至3月31日)。各学校要逐项自查。',
      '(二)压实责任。各单位要明确专人。',
      'Q市教育局',
      '2024年3月5日',
      '(此件主动公开)',
    );
    expect(outline(text)).toEqual([
      '一、整治重点',
      '  (一)消防安全',
      '    重点检查疏散通道是否畅通',
      '    严禁占用疏散通道',
      '  (二)校车安全',
      '    1.校车驾驶人不得超员',
      '    2.凡不符合安全要求,一律停运整改',
      '二、工作步骤',
      '  (一)自查阶段(3月10日至3月31日)',
      '    各学校要逐项自查',
      '  (二)压实责任',
      '    各单位要明确专人',
    ]);
    const headings = drafted(text).filter(({ heading }) => heading);
    expect(headings.map((clause) => clause.text)).toEqual([
      ...['整治重点', '消防安全', '校车安全'],
      ...['工作步骤', '自查阶段(3月10日至3月31日)'],
    ]);
  });

  it('headings of two halves, and what looks like a heading but has nothing below it', () => {
    const headings = (...text: readonly string[]) =>
      drafted(lines(...text)).flatMap((clause) => (clause.heading ? [clause.text] : []));
    expect(
      headings('现提出要求如下:', '一、认清形势,增强责任感', '各单位要重视。', '二、排查水库', '三、上报情况'),
    ).toEqual(['认清形势,增强责任感']);
    expect(headings('现提出要求如下:', '一、检查', '1.排查水库,整改隐患', '2.上报情况')).toEqual(['检查']);
  });

  it('minutes in Traditional script that tell what was found, and who was there', () => {
    expect(
      outline(
        lines(
          'Q縣安全生產委員會會議紀要',
          '時間:2023年9月7日下午3時',
          '主持人:縣長某某',
          '會議聽取了工作匯報。現紀要如下:',
          '一、會議認為,乾安鎮等地成效顯著,但仍存在薄弱環節。',
          '二、會議議定以下事項:',
          '1.由縣應急局牽頭,9月15日前完成排查;',
          '2.凡未按要求設置防護的,一律停工;',
          '3、縣交通局不得對超限車輛放行。',
          '三、會議要求,各成員單位要切實履職。不符合要求的方案不予通過。',
          '出席:縣應急局主要負責同志',
          '請假:縣氣象局',
        ),
      ),
    ).toEqual([
      '二、会议议定以下事项:',
      '  1.由县应急局牵头,9月15日前完成排查',
      '  2.凡未按要求设置防护的,一律停工',
      '  3、县交通局不得对超限车辆放行',
      '三、各成员单位要切实履职',
      '  不符合要求的方案不予通过',
    ]);
  });

  it('a list that runs on in one line', () => {
    expect(outline('现将要求通知如下:(一)关闭通道。(二)封存台账;(三)每日报告。')).toEqual([
      '(一)关闭通道',
      '(二)封存台账',
      '(三)每日报告',
    ]);
    expect(outline('会议强调,要做好以下工作:①排查②整改③报告。')).toEqual(['①排查', '②整改', '③报告']);
  });

  it('chapters with articles that begin anew', () => {
    const text = lines('第一章 总则', '第一条 各单位必须落实责任。', '第二章 职责', '第二条 县指挥部应当每日调度。');
    expect(drafted(text).map(({ number, parent }) => [number, parent])).toEqual([
      ['第一章 ', null],
      ['第一条 ', 1],
      ['第二章 ', null],
      ['第二条 ', 3],
    ]);
  });

  it.each([
    ['严禁', '严禁擅自开工。'],
    ['不得', '值班人员不得离岗。'],
    ['应', '各单位应于三日内整改。'],
    ['须', '入场人员须登记。'],
    ['务必', '各乡镇务必排查到位。'],
    ['请…前', '请各单位于今日17时前报送。'],
    ['请各…', '请各县立即排查。'],
    ['不要', '大家不要聚集。'],
    ['一律', '违规车辆一律停运。'],
    ['限期', '存在隐患的,限期整改。'],
  ])('%s makes a duty', (_, text) => {
    expect(outline(text)).toEqual([text.slice(0, -1)]);
  });

  it.each([
    '企业反应较快。',
    '应急响应已启动。',
    '纪要已印发。',
    '申请已提交。',
    '主要情况良好。',
    '须知已张贴。',
    '不得不说成效好。',
  ])('a word that only looks like one does not: %s', (text) => {
    expect(outline(text)).toEqual([]);
  });
});

describe('E: words before 要求', () => {
  it.each([
    ['会议要求,各地要排查。', '各地要排查'],
    ['市长李某要求,各地要排查。', '各地要排查'],
    ['楼某某最后强调,要排查。', '要排查'],
    ['凡不符合要求,一律必须停业整顿。', '凡不符合要求,一律必须停业整顿'],
    ['未达到质量要求,不得验收。', '未达到质量要求,不得验收'],
    ['按照会议要求,各地要排查。', '按照会议要求,各地要排查'],
    ['如主任未要求,不得开门。', '如主任未要求,不得开门'],
    ['安全要求,必须落实。', '安全要求,必须落实'],
  ])('are a speaker or stay: %s', (text, asked) => {
    expect(outline(text)).toEqual([asked]);
  });

  it('stay in the middle of a paragraph', () => {
    expect(outline('各地要排查。会议要求,要整改到位。')).toEqual(['各地要排查', '会议要求,要整改到位']);
  });
});

describe('E: a full stop inside quotation marks', () => {
  it('does not cut', () => {
    expect(outline('要牢记“安全第一。预防为主。”的方针,严防反弹。各地要落实。')).toEqual([
      '要牢记“安全第一。预防为主。”的方针,严防反弹',
      '各地要落实',
    ]);
  });

  it('ends what somebody said', () => {
    expect(outline('会上要求:“要严格管理。”各单位必须落实。')).toEqual(['会上要求:“要严格管理。”', '各单位必须落实']);
  });

  it('cuts where the quotation never ends', () => {
    expect(outline('要牢记“安全第一。各地要落实责任到人。')).toEqual(['要牢记“安全第一', '各地要落实责任到人']);
  });
});

describe('E: numbered items are never melted together', () => {
  it.each([
    ['要求如下:1.排查;2.整改;3.上报。', ['1.', '2.', '3.']],
    ['会议强调,一要排查;二要整改;三要上报。', ['一要', '二要', '三要']],
    ['要做到:一是严,二是实,三是快。', ['一是', '二是', '三是']],
    ['1.2022年3月底前完成。\n2.5月1日前上报。\n3.10月8日要复查。', ['1.', '2.', '3.']],
  ])('%s', (text, numbers) => {
    expect(drafted(text).map(({ number }) => number)).toEqual(numbers);
  });

  it('and a measure or a year is no number', () => {
    expect(drafted('1.5米线要划好。\n2022年要完成。').map(({ number }) => number)).toEqual(['', '']);
  });
});

describe('C13: declared counts', () => {
  const counts = (text: string) =>
    declaredCounts(normaliseNotice(text).text, drafted(text)).map(({ declared, captured }) => [declared, captured]);

  it.each([
    ['现提出以下5点要求:1.排查。2.整改。3.上报。', [[5, 3]]],
    ['要做好以下三项工作。\n一、排查。\n(一)查水库。\n(二)查道路。\n二、整改。\n三、上报。', [[3, 3]]],
    ['我讲两点意见。第一,要排查。第二,要整改。', [[2, 2]]],
    ['要增强“四个意识”,下午三点半前要上报。', []],
    ['要落实以下四个方面。', [[4, 0]]],
  ])('%s', (text, expected) => {
    expect(counts(text)).toEqual(expected);
  });
});

it('an interrogative ? is no damage, and a lost character is', () => {
  const flags = (text: string) => normaliseNotice(text).flags.length;
  expect(flags('大家想一想,为什么总是出问题?')).toBe(0);
  expect(flags('责任落实了吗?还有没有死角?')).toBe(0);
  expect(flags('是否每日上报?“谁来负责到底?”')).toBe(0);
  expect(flags('要落实?任。')).toBe(1);
  expect(flags('如何?实责任要研究。')).toBe(1);
});
