import { describe, expect, it } from '@jest/globals';
import { optionsFrom, Usage } from './arguments.js';

describe('the options of the demo', () => {
  it('are the server’s own settings, where nothing else is said', () => {
    expect(optionsFrom([], {})).toEqual({
      url: 'http://127.0.0.1:4000',
      dataDirectory: '.data',
      language: 'zh',
      help: false,
    });
    expect(optionsFrom([], { PORT: '4100', DATA_DIR: '/srv/sifang' })).toMatchObject({
      url: 'http://127.0.0.1:4100',
      dataDirectory: '/srv/sifang',
    });
  });

  it('win over the settings', () => {
    const said = ['--url', 'https://sifang.example/', '--data-dir', 'elsewhere', '--language', 'en'];
    expect(optionsFrom(said, { PORT: '4100', DATA_DIR: '/srv/sifang' })).toMatchObject({
      url: 'https://sifang.example',
      dataDirectory: 'elsewhere',
      language: 'en',
    });
  });

  it.each([['--url', 'ftp://x'], ['--url', 'nowhere'], ['--language', 'fr'], ['--nope'], ['stray']])(
    'are refused: %s %s',
    (...args) => {
      expect(() => optionsFrom(args, {})).toThrow(Usage);
    },
  );
});
