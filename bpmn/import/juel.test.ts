import { evaluate } from 'feelin';
import { describe, expect, it } from 'vitest';
import { juelToFeel } from './juel.ts';

const feel = (el: string): string | null => {
  const read = juelToFeel(el, (variable) => variable, 'boolean');
  return read.ok ? read.feel : null;
};

describe('a simple condition of EL in FEEL', () => {
  it.each([
    ['amount > 1000 && approved == true', 'amount > 1000 and approved = true'],
    ['approved', 'approved = true'],
    ['!approved', 'not(approved = true)'],
    ['not approved', 'not(approved = true)'],
    ['a and (b or !c)', 'a = true and (b = true or not(c = true))'],
    ['a && b || c', 'a = true and b = true or c = true'],
    ['status eq "ok" or status == \'sent\'', 'status = "ok" or status = "sent"'],
    ['empty remark', 'remark = null'],
    ['! empty remark', 'not(remark = null)'],
    ['x == null', 'x = null'],
    ['(a ? b : c) == "x"', '(if a = true then b else c) = "x"'],
    ['customer.age >= 18', 'customer.age >= 18'],
    ['nrOfCompletedInstances/nrOfInstances >= 0.6', 'nrOfCompletedInstances / nrOfInstances >= 0.6'],
    ['(a + b) * 2 - c < -1', '(a + b) * 2 - c < (-1)'],
    ['a - (b - c) > 0', 'a - (b - c) > 0'],
    ['clarified.equals("yes") && a', 'clarified = "yes" and a = true'], ['!kind.equals(other)', 'not(kind = other)'],
    ['amount ge 5 && amount le 9', 'amount >= 5 and amount <= 9'],
  ])('%s → %s', (el, expected) => {
    const found = feel(el);
    expect(found?.replace('(-1)', '-1')).toBe(expected.replace('(-1)', '-1'));
  });

  it.each(['bean.method()', 'list[0]', 'fn:size(list)', 'a % 2 == 0', 'a = 5', 'a ==', '', '&& a', 'a; b', '"text"', 'x -> y', `${'('.repeat(60)}a${')'.repeat(60)}`, `${'!'.repeat(500)}a`, 'a + "x" == "1x"', '"unclosed', '1 + true > 2'])(
    'is refused: %s', (el) => expect(feel(el)).toBeNull());

  it('an absent variable is false in every place, as in EL', () => {
    const value = (el: string, context: object = {}): unknown => evaluate(feel(el) ?? '', { a: null, n: null, ...context } as never).value;
    expect([value('a'), value('!a'), value('n > 5'), value('!(n > 5)'), value('!(n > 5 && a)'), value('n > 5 || !a'), value('n != 5'), value('empty a')]).toEqual([false, true, null, true, true, true, true, true]);
    expect(value('!(n > 5)', { n: 9 })).toBe(false);
  });

  it('tells which variables it reads, and as what', () => {
    const read = juelToFeel('amount > 5 && ok && name == "x" && order.total < 3', (v) => `my${v}`, 'boolean');
    expect(read).toMatchObject({ ok: true, uses: [{ variable: 'amount', as: 'number' }, { variable: 'ok', as: 'boolean' }, { variable: 'name', as: 'text' }, { variable: 'order', as: 'number', path: true }] });
    expect(read.ok && read.feel).toBe('myamount > 5 and myok = true and myname = "x" and myorder.total < 3');
  });
});
