import { CAST_TERRITORIES } from '#platform/identity';
import { PEOPLE } from '../cast.js';
import { photo } from '../evidence.js';
import { madeBy, told } from '../step.js';
import { at } from '../when.js';
import { course } from './course.js';
import { EXIT } from './exit.js';

/** Somebody with a role saw it outside any planned inspection (C116); it stays open, because nobody holds the step yet. */
export const gapFinding = course('the gap at the exit', [
  [
    PEOPLE.commander,
    'recordGapFinding',
    at('03-26', '10:20'),
    {
      dutyPointId: madeBy(EXIT),
      severity: 'serious',
      description: told(
        'I found a problem: the station asks for the scan, the exit desk keeps the lists, and nobody checks the code.',
        '我发现一个问题：站内只管扫码宣传，出站口只管信息维护，健康码无人核验。',
      ),
      place: told('Exit of the railway station', '火车站出站口'),
      territoryId: CAST_TERRITORIES.county1.id,
      evidence: [photo({ en: 'Photograph of the unattended exit', zh: '出站口无人核验照片' })],
    },
  ],
  [PEOPLE.lead, 'confirmFinding', at('03-26', '16:00'), {}],
]);
