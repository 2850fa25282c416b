import { locate } from '#text';
import { readNotice } from '../notices.js';
import { told, type Fields, type Made } from '../step.js';
import { clauseKey } from './notices.js';

/** What City Q asks for in its own words; each clause carries clauses of the parent. */
export const CLAUSES = [
  {
    key: 'q1',
    number: told('1', '一'),
    text: told(
      'Every step has somebody in a post: territory, department, unit and individual each hold their part',
      '压实属地、部门、单位、个人四方责任，每个环节明确到岗到人',
    ),
    due: { rule: 'none' },
  },
  {
    key: 'q2',
    number: told('2', '二'),
    text: told(
      'Each step of the arrival checks at stations has a responsible unit, and none is left blank',
      '车站到站查验各环节逐一明确责任单位，不留空白',
    ),
    due: { rule: 'stated', text: told('before 28 March', '3月28日前') },
  },
  {
    key: 'q3',
    number: told('3', '三'),
    text: told(
      'Waiting halls and other places that matter are disinfected twice a day, each time signed',
      '候车厅等重点场所每日消毒两次，逐次签字',
    ),
    due: { rule: 'none' },
  },
  {
    key: 'q4',
    number: told('4', '四'),
    text: told(
      'Somebody is on duty around the clock during the holidays, and inspections are stepped up',
      '假期值班值守二十四小时不断档，加强督查检查',
    ),
    due: { rule: 'none' },
  },
] as const satisfies readonly Fields[];

type Key = (typeof CLAUSES)[number]['key'];

/** Which clause of the parent is carried by which own one, by words of the parent; the rest goes to the first. */
const CARRIED: readonly (readonly [words: string, by: Key, how: 'adopted' | 'stricter'])[] = [
  ['来桂返桂人员', 'q2', 'adopted'],
  ['确保责任到人、任务到岗、措施到位', 'q2', 'stricter'],
  ['清洁消毒', 'q3', 'stricter'],
  ['卫生消杀', 'q3', 'adopted'],
  ['值班值守', 'q4', 'adopted'],
  ['加强假期疫情监测', 'q4', 'adopted'],
];

/** What a city without a border has nothing to do with. */
const NOT_HERE = ['抓牢边境防控', '抵边村屯', '入境人员集中隔离', '边境口岸'];

const reason = told('City Q has no border and no port of entry', 'Q市无边境、无口岸');

const carrier = (text: string) => CARRIED.find(([words]) => locate(text, words));

/** Every clause of the parent: adopted, made stricter, or exempted with a reason (D3, C17). */
export const clauseMap = (parent: string, directiveId: Made): readonly Fields[] =>
  readNotice(parent).clauses.map(({ order, text }) => {
    const entry = { directiveId, clause: clauseKey(order) };
    if (NOT_HERE.some((words) => locate(text, words))) return { ...entry, how: 'exempted', reason };
    const [, by = 'q1', how = 'adopted'] = carrier(text) ?? [];
    return { ...entry, how, by };
  });
