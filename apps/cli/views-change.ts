import type { TableStatus } from '#platform/postgres';
import { EXIT, Failed } from './failed.js';
import { showProgress } from './progress.js';
import { viewNamed, withViews } from './views-place.js';

type Which = Pick<TableStatus, 'view' | 'version' | 'build'>;

const find = (tables: readonly TableStatus[], { view, version, build }: Which) =>
  tables.find((table) => table.view === view && table.version === version && table.build === build);

/** Builds a view anew beside the one that is read, then lets readers see the new one. */
export const viewsRebuild = (name: string) =>
  withViews(async ({ events, builds, until }) => {
    const view = viewNamed(name);
    const build = await builds.order(view);
    if (build === undefined) {
      throw new Failed(
        `${name} still keeps its former build: run "sifang views discard ${name}" first ` +
          `仍保留着上一次构建，请先运行 sifang views discard ${name}`,
      );
    }
    const which = { view: name, version: view.version, build };
    const head = Number(await events.head().then((at) => (at === 'start' ? 0n : at)));
    const bar = showProgress(`${name} rebuild 重建`, head);
    const started = performance.now();
    try {
      await until((tables) => {
        const table = find(tables, which);
        if (table && table.at !== 'start') bar.to(Number(table.at), Math.max(head, Number(table.at)));
        return table?.state === 'serving';
      });
    } finally {
      bar.end();
    }
    return { ...which, state: 'serving', seconds: Number(((performance.now() - started) / 1_000).toFixed(1)) };
  });

/** Lets readers see the former build of a view again; the one they see now is kept in its place. */
export const viewsRollback = (name: string) =>
  withViews(async ({ builds, until }) => {
    const view = viewNamed(name);
    const build = await builds.ask(view, 'serve');
    if (build === undefined) {
      throw new Failed(
        `${name} keeps no former build of version ${view.version}; rows of an earlier version are read by the release that made them ` +
          `没有可回退的构建；旧版本的数据由旧版程序读取`,
      );
    }
    const which = { view: name, version: view.version, build };
    await until((tables) => find(tables, which)?.state === 'serving');
    return { ...which, state: 'serving' };
  });

/** Removes what a rollback would go back to: the former build, and tables of earlier versions that no running release writes. */
export const viewsDiscard = (name: string) =>
  withViews(async ({ builds, until }) => {
    const view = viewNamed(name);
    const build = await builds.ask(view, 'drop');
    if (build !== undefined) {
      await until((tables) => find(tables, { view: name, version: view.version, build }) === undefined);
    }
    const { dropped, inUse } = await builds.dropEarlier(view);
    if (inUse.length > 0) {
      throw new Failed(
        `a running release still uses ${name} version ${inUse.join(', ')} 仍有运行中的旧版程序在使用`,
        EXIT.warnings,
      );
    }
    return { view: name, builds: build === undefined ? 0 : 1, earlierVersions: dropped.length };
  });
