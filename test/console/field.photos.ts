import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { aPhoto, aPicture, loggedWith, Phone } from './support/phone.js';
import type { RunningConsole } from './support/running-console.js';

/** What becomes of pictures on a phone. */
export const fieldPhotos = (console: () => RunningConsole): void => {
  const phone = async () => new Phone(await console().visit({ width: 390, as: 'inspector' }));

  describe('with pictures', () => {
    it('goes on after its tab was killed in the middle, with the very bytes, once', async () => {
      const one = await (await phone()).kept();
      const { visit, page } = one;
      let cut: () => void = () => undefined;
      const isCut = new Promise<void>((resolve) => (cut = resolve));
      await visit.context.route('**/evidence/uploads/*', (route) => {
        const { 'upload-offset': offset } = route.request().headers();
        if (route.request().method() !== 'PATCH' || offset === '0') return route.continue();
        // What comes after the first piece never comes through.
        cut();
        return undefined;
      });
      await one.write({ what: '出站口体温计缺失', place: '三号工地', photos: ['one', 'two'] });
      await page.getByText('照片 0 / 2').waitFor();
      await isCut;
      await page.close();
      await visit.context.unroute('**/evidence/uploads/*');
      const next = await visit.context.newPage();
      const from: (string | undefined)[] = [];
      next.on('request', (request) => {
        if (request.method() === 'PATCH') from.push(request.headers()['upload-offset']);
      });
      await one.open(next);
      await next.getByText('上次发送').waitFor();
      // The first piece is there already.
      expect(Number(from[0])).toBeGreaterThanOrEqual(1_000_000);
      const [found, ...more] = await loggedWith(console(), '出站口体温计缺失');
      expect(more).toEqual([]);
      expect(found?.events.map(({ name }) => name)).toEqual(['ObservationRecorded']);
      const digests = ['one', 'two'].map((name) => createHash('sha256').update(aPicture(name)).digest('hex'));
      expect(found?.evidence.map(({ sha256 }) => sha256)).toEqual(digests);
      const [line] = await one.queue(next);
      expect(line).toContain(`已入库 · 事件 #${found?.events[0]?.position ?? ''}`);
      await visit.close();
    });

    it('makes a large photo smaller before it is kept, with what its camera claims, and sends those very bytes', async () => {
      const one = await (await phone()).kept();
      const { visit, page } = one;
      const [width, height] = [3_200, 600];
      const buffer = await aPhoto(page, { width, height });
      await page.getByLabel('选取').setInputFiles({ name: 'gate.jpg', mimeType: 'image/jpeg', buffer });
      await page.getByText(`由 ${String(Math.ceil(buffer.length / 1024))} KB 缩小`).waitFor();
      await visit.picture('field-zh-photo');
      await one.write({ what: '出站口照片', place: '十二号工地' });
      await page.getByText('已入库，事件').waitFor();
      const [found] = await loggedWith(console(), '出站口照片');
      const [kept] = found?.evidence ?? [];
      expect(kept?.stored).toEqual({ takenAt: '2022-04-03T09:12:00', takenWhere: '31.233333,121.475000' });
      const sent = await page.evaluate(async (path) => {
        const blob = await (await fetch(path)).blob();
        const { width: across, height: down } = await createImageBitmap(blob);
        return { size: blob.size, across, down };
      }, kept?.path ?? '');
      expect(sent).toMatchObject({ across: 2_560, down: 480 });
      expect(sent.size).toBeLessThan(buffer.length);
      await visit.close();
    });
  });
};
