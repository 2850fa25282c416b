import { describe } from '@jest/globals';
import { hasChromium } from './chromium.js';

if (!hasChromium)
  console.warn('skipped: no Chromium for this platform comes with the packages; CHROMIUM=/path names another');

/** A browser's spec runs where there is a browser. */
export const inBrowser = hasChromium ? describe : describe.skip;
