import { expect, it } from '@jest/globals';
import { metricsText } from './metrics.js';

it('figures are told in the text format that monitors read', () => {
  const help = { en: 'How much water.', zh: '水量。' };
  const text = metricsText([
    { name: 'water_litres', help, value: 1.5, labels: { in: 'a "tub"' } },
    { name: 'water_litres', help, value: 0, labels: { in: 'sink', of: 'x' } },
    { name: 'taps', help, value: 2 },
  ]);

  expect(text).toBe(`# HELP sifang_water_litres How much water. 水量。
# TYPE sifang_water_litres gauge
sifang_water_litres{in="a \\"tub\\""} 1.5
sifang_water_litres{in="sink",of="x"} 0
# HELP sifang_taps How much water. 水量。
# TYPE sifang_taps gauge
sifang_taps 2
`);
});
