import { expect, it } from 'vitest';
import { articleText } from './citation.ts';

it.each([
  ['§8①', '第八条第一款', 'Article 8(1)'], ['§10', '第十条', 'Article 10'], ['§17', '第十七条', 'Article 17'], ['§21①', '第二十一条第一款', 'Article 21(1)'],
  ['§30', '第三十条', 'Article 30'], ['§105', '第一百零五条', 'Article 105'], ['§110', '第一百一十条', 'Article 110'], ['§23①(5)', '第二十三条第一款第五项', 'Article 23(1)(5)'], ['附则', '附则', '附则'], ['', '', ''],
])('%s is cited as %s', (short, zh, en) => expect(articleText(short)).toEqual({ zh, en }));
