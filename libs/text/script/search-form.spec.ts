import { searchForm } from './search-form.js';

describe('the form in which a name is found', () => {
  it.each([
    ['梧州市疫情防控指揮部', '梧州市疫情防控指挥部'],
    ['隨著', '随着'],
    ['乾安縣', '乾安县'],
    ['Ｇａｔｅ　２', 'gate 2'],
    ['U1  Station', 'u1 station'],
  ])('is one for %s and %s', (one, other) => {
    expect(searchForm(one)).toBe(searchForm(other));
  });

  it('tells names apart that differ', () => {
    expect(searchForm('泸州市')).not.toBe(searchForm('梧州市'));
  });

  it('has every part of a name as the whole has it, in either script', () => {
    const [name, simplified] = ['顯著薴麻後臺徵集辦公室', '显著苎麻后台征集办公室'];
    for (let from = 0; from < name.length; from++) {
      expect(searchForm(name)).toContain(searchForm(name.slice(from, from + 2)));
      expect(searchForm(name)).toContain(searchForm(simplified.slice(from, from + 2)));
    }
  });
});
