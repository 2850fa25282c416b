/**
 * The words that make a duty, apart from the words that only look like them: 重要 and 反应 ask for nothing. Negations count: what must
 * not be done is a duty, too.
 */
const DUTIES: readonly RegExp[] = [
  /(?<![重主需首必紧只纪概摘提扼险机须])要(?![求素点闻案领件害塞么是道地])/u,
  /必须|务必|务须|须(?![知臾发眉])/u,
  /应当|(?<![反适相响供对效顺报回照呼感呈理答因])应(?![急对用付变答邀聘试激征约允声届力酬验诺景])/u,
  /严禁|禁止|不得(?![不已])|不准|不许|不可(?!避|抗|或)|切勿|一律|严防/u,
  /(?<![申邀聘提报敬呈])请(?![示假柬帖教客愿问])[^。]{0,40}(?:前|遵照|贯彻|执行|落实|报送|做好|及时|认真|配合|自觉)/u,
  /(?<![申邀聘提报敬呈])请(?:各|你|贵|有关|相关|全体|广大)/u,
  /严肃(?:追责|问责|处理|查处)|确保|责令|限期/u,
];

/** What a measure is for asks nothing: 为确保安全,… */
const PURPOSE = /^为[^,。]*,/u;

/** A paragraph whose speaker stresses or demands, so that its sentences are demands without a word of duty. */
const STRESSED = /(?:强调|要求|决定|部署如下)[,:]/u;

/** How things stand, who came, what was reported: in a paragraph that asks, a sentence that asks nothing. */
const REPORTS: readonly RegExp[] = [
  /以来,|情况看,|^(?:会议|大会)?(?:充分肯定|听取了|通报了|传达(?:学习)?了|审议了)/u,
  /(?:参加|列席|出席|主持)(?:了)?(?:会议|活动)?(?:并(?:讲话|致辞))?$|设分会场$|形式召开$|^\(?(?:记者|通讯员|责任编辑|来源|联系人|附件)/u,
  /^(?!.*[要须应请]).*(?:召开|举行)了?[^,。]{0,20}会议?$/u,
  /^(?:当前|目前),?[^要须]*(?:形势|态势|仍)[^要须]*$/u,
];

/** Whether these words ask somebody to do or leave something. */
export const asks = (sentence: string): boolean =>
  DUTIES.some((pattern) => pattern.test(sentence.replace(PURPOSE, '')));

/** Whether what a paragraph says is demanded as a whole. */
export const isStressed = (paragraph: string): boolean => STRESSED.test(paragraph);

/** Whether a sentence only tells how things are. */
export const reports = (sentence: string): boolean => REPORTS.some((pattern) => pattern.test(sentence));

/** Whether even a numbered sentence only tells what a meeting found or heard. */
export const tells = (sentence: string): boolean =>
  /^(?:会议|大会)(?:认为|听取了?|通报了?|传达了?|审议了)/u.test(sentence) && !asks(sentence);
