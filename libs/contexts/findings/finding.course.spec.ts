import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { blocksOf } from '../../../test/support/readme.js';
import { read, root } from '../../../test/support/source-files.js';
import { askedBy, type FindingStep } from './finding.course.js';
import { moves, played, type Move } from './finding.course.examples.js';
import { finding } from './finding.decider.js';
import { STAGES } from './finding.words.js';

const PAGE = 'libs/contexts/findings/stages.md';

const named = (type: string) =>
  `${type} ${Object.entries(finding.events.facts).find(([name]) => name === type)?.[1].title.zh ?? ''}`;

const arrow = ({ from, events, to }: Move) =>
  `    ${from === 'new' ? '[*]' : from} --> ${to.is}: ${events.map(named).join(', ')}`;

/** The way of a finding through its stages, as Mermaid draws it. */
const diagram = (): string => ['stateDiagram-v2', ...new Set(moves().map(arrow)), ''].join('\n');

const drawn = () => blocksOf(PAGE).find(({ language }) => language === 'mermaid')?.text;

if (process.env['DIAGRAM'] === 'write') {
  writeFileSync(join(root, PAGE), read(PAGE).replace(drawn() ?? 'stateDiagram-v2\n', diagram()));
}

describe('the course of a finding', () => {
  it('is accepted step by step, and passes through every stage', () => {
    expect(new Set(moves().map(({ to }) => to.is))).toEqual(new Set(Object.keys(STAGES.words)));
  });

  it('takes every step that people ask for', () => {
    expect(new Set(moves().map(({ step }) => step))).toEqual(
      new Set(Object.keys(finding.decide).filter((step) => step !== 'NumberFinding')),
    );
  });

  it('brings about every fact that there is, but the number that the system gives', () => {
    const facts = moves().flatMap(({ events }) => events);
    expect(new Set([...facts, 'FindingNumbered'])).toEqual(new Set(Object.keys(finding.events.facts)));
  });

  it('has each step asked for by somebody whose role may ask for it', () => {
    const { NumberFinding: _, ...asked } = finding.commands.declared;
    for (const [step, { who }] of Object.entries(asked)) {
      expect(who).toContain(played[askedBy[step as FindingStep]][0]);
    }
  });

  it('is drawn as it is; after a change: DIAGRAM=write', () => {
    expect(drawn()).toBe(diagram());
  });
});
