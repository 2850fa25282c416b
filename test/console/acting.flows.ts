import { randomUUID } from 'node:crypto';
import { CAST, CAST_ORGANISATIONS, CAST_TERRITORIES } from '#platform/identity';
import { expect, it } from '@jest/globals';
import type { RunningConsole } from './support/running-console.js';
import type { Visit } from './support/visit.js';

const { unit1 } = CAST_ORGANISATIONS;
const STEP = '夜间值守交接';

const head = CAST.find(({ as }) => as === 'unit-head');

/** A duty that the station has yet to accept; what its head may do, the post has. */
const prepared = async ({ api }: RunningConsole): Promise<string> => {
  const id = `dutyPoint-${randomUUID()}`;
  const point = { id, matter: '夜间值守', step: STEP, place: 'K1县火车站', territoryId: CAST_TERRITORIES.county1.id };
  const told = [
    await api.tell('hq', 'defineDutyPoint', { ...point, requiredParties: ['unit'], standard: '逐班签字' }),
    await api.tell('hq', 'assignParty', {
      ...{ id, assignmentId: `assignment-${randomUUID()}`, party: 'unit', capacity: 'lead' },
      holder: { orgId: unit1.id },
    }),
  ];
  for (const one of told) expect(one).toMatchObject({ events: expect.anything() });
  return id;
};

/** What somebody does who stands in for another. It changes who holds a duty, and comes after whatever counts them. */
export const actingFlows = (running: () => RunningConsole): void => {
  const fits = async (visit: Visit) =>
    expect([await visit.barriers(), await visit.sideways(), visit.foreign, visit.complaints]).toEqual([[], 0, [], []]);

  it('A4: the head names a deputy and goes; the deputy acts in that post, and the history says for whom', async () => {
    const dutyPoint = await prepared(running());
    const away = await running().visit({ language: 'zh', as: 'unit-head' });
    const form = away.page.getByRole('form');
    await away.open(`/people/${head?.id ?? ''}`);
    await away.page.getByRole('button', { name: /^指定B角/ }).click();
    await form.getByRole('combobox', { name: 'B角' }).fill('田报');
    await away.page.getByTitle(/田报/).click();
    await form.getByRole('button', { name: '指定B角', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await away.page.getByRole('table', { name: 'B角' }).getByText('田报').waitFor();
    await away.page.getByRole('button', { name: /^报离岗/ }).click();
    await form.getByLabel('离岗起始时间').fill('2025-05-01T00:00');
    await form.getByLabel('离岗截止时间').fill('2100-05-04T00:00');
    await form.getByRole('textbox', { name: '理由' }).fill('外出培训');
    await form.getByRole('button', { name: '报离岗', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await away.page.getByText('外出培训').waitFor();
    await fits(away);
    await away.picture('person-away-zh-light-1440');

    const deputy = await running().visit({ language: 'zh', as: 'unit' });
    const { page } = deputy;
    await deputy.open('/me');
    await page.getByText('代傅泽行使（B角）').waitFor();
    await deputy.picture('me-for-another-zh-light-1440');
    await page.getByRole('button', { name: '换岗位' }).click();
    const choice = page.getByRole('button', { name: /代傅泽行使（B角）/ });
    await choice.waitFor();
    await fits(deputy);
    await deputy.picture('post-choice-zh-light-1440');
    await choice.click();
    await page.getByRole('link', { name: /田报代傅泽（B角）/ }).waitFor();
    await deputy.open('/matrix');
    await page.getByRole('row').filter({ hasText: STEP }).getByRole('gridcell').nth(2).click();
    await page.getByRole('button', { name: /^认领/ }).click();
    await page.getByRole('form').getByRole('button', { name: '认领', exact: true }).click();
    await page.getByText(/已记录为事件 #\d+/).waitFor();
    await deputy.open(`/history/${dutyPoint}`);
    await page.getByText('田报代傅泽（B角）').first().waitFor();
    await page.locator('[data-position]').last().click();
    await fits(deputy);
    await deputy.picture('history-for-another-zh-light-1440');

    await away.page.getByRole('button', { name: /^报返岗/ }).click();
    await form.getByRole('button', { name: '报返岗', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await deputy.page.reload();
    await page.getByRole('button', { name: '登录' }).waitFor();
    await Promise.all([away.close(), deputy.close()]);
  });
};
