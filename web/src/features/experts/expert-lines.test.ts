import { expect, test } from 'vitest';
import { advisedOf, advisedText, fieldsOfText, kinOf, kinText } from './expert-lines.ts';

const uscc = '91440605MA4W2Q7H9C';

test('kin and advice are read from lines, and written as they are read', () => {
  const kin = [{ relation: '配偶', name: '佛山市晨光电器有限公司', uscc }, { relation: '儿子', name: '某检测公司' }];
  expect(kinOf(`配偶，佛山市晨光电器有限公司，${uscc.toLowerCase()}\n\n儿子, 某检测公司`)).toEqual(kin);
  expect(kinOf(kinText(kin))).toEqual(kin);
  const advised = [{ name: '甲公司', until: null }, { name: '乙公司', uscc, until: '2026-03-31' }, { name: '丙公司', until: '2025-12-31' }];
  expect(advisedOf(advisedText(advised))).toEqual(advised);
  expect(kinOf(' \n')).toEqual([]);
  expect(fieldsOfText('质量管理、标准化，质量管理')).toEqual(['质量管理', '标准化']);
});

test.each(['配偶', '，某公司', '配偶，某公司，代码，多余'])('a line of kin that cannot be understood is refused: %s', (line) => expect(kinOf(line)).toBeNull());
test.each(['，，2026-03-31', '甲公司，，三月', '甲公司，，2026-03-31，多余'])('so is one of advice: %s', (line) => expect(advisedOf(line)).toBeNull());
