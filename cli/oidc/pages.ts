/** The pages of the local provider: Chinese first, English beside it; they look like the console, whose design tokens they use. */
import { readFileSync } from 'node:fs';
import { agencies } from '../../domain/authority/agencies.ts';
import { demoPeople, type DemoPerson } from '../demo/people.ts';

const tokens = readFileSync(new URL('../../web/src/app/tokens.css', import.meta.url), 'utf8');
const styles = readFileSync(new URL('./pages.css', import.meta.url), 'utf8');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string): string => text.replaceAll(/[&<>"']/g, (c) => entities[c] ?? c);
const both = (zh: string, en: string): string => `${safe(zh)} <span lang="en">${safe(en)}</span>`;

interface Group { readonly zh: string; readonly en: string; readonly people: readonly DemoPerson[] }

const groups: readonly Group[] = [
  ...agencies.map(({ id, name }) => ({ ...name, people: demoPeople.filter((person) => person.posts[0]?.agency === id) })),
  { zh: '企业', en: 'Enterprises', people: demoPeople.filter((person) => person.enterprise) },
  { zh: '个人', en: 'Citizens', people: demoPeople.filter((person) => !person.enterprise && person.posts.length === 0) },
].filter((group) => group.people.length > 0);

export const signInPage = (uid: string): string =>
  page('登录', 'Sign in', `
  <p class="note">${both('本机演示环境：选择一个身份登录，无需密码。', 'Demonstration on this machine: choose who you are, no password.')}</p>
  <form method="post" action="/sign-in/${encodeURIComponent(uid)}">
    <div class="groups">${groups.map(groupOf).join('')}</div>
  </form>`);

const groupOf = ({ zh, en, people }: Group): string => `
    <section><h2>${both(zh, en)}</h2><ul>${people.map(personOf).join('')}</ul></section>`;

const personOf = ({ id, name, about, enterprise }: DemoPerson): string => `
      <li><button name="person" value="${safe(id)}"><span class="seal" aria-hidden="true">${safe(name.slice(0, 1))}</span>
        <span class="who"><b>${safe(name)}</b> <code>${safe(id)}</code></span>
        <span class="what">${enterprise ? `${safe(enterprise.name)}<br>` : ''}${both(about.zh, about.en)}</span></button></li>`;

/** Nobody who chose "sign out" wants to be asked again: the form sends itself, the button is for browsers without scripts. */
export const signOutPage = (form: string): string =>
  page('退出登录', 'Sign out', `
  ${form}<button class="plain" type="submit" form="op.logoutForm" name="logout" value="yes" id="yes">${both('退出登录', 'Sign out')}</button>
  <script>document.getElementById('yes').click()</script>`);

export const signedOutPage = (back: string): string =>
  page('已退出', 'Signed out', `<p class="note">${both('您已退出登录。', 'You have signed out.')}</p><p><a href="${safe(back)}">${both('返回办结', 'Back to Banjie')}</a></p>`);

export const errorPage = (reason: string, back: string): string =>
  page('无法登录', 'Sign-in failed', `<p class="note">${both('登录没有完成，请重新开始。', 'The sign-in did not finish; please start again.')}</p><p><code>${safe(reason)}</code></p><p><a href="${safe(back)}">${both('返回办结', 'Back to Banjie')}</a></p>`);

const page = (zh: string, en: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${safe(zh)} · ${safe(en)} · 办结</title><link rel="stylesheet" href="/fonts/400.css"><link rel="stylesheet" href="/fonts/700.css"><style>${tokens}${styles}</style></head>
<body><header><svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#1d4479"/><path d="M8 16.5l5.2 5.2L24.5 10.4" fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/><path d="M8 25.5h16" stroke="#e0b04a" stroke-width="2" stroke-linecap="round"/></svg><strong>办结</strong> <span lang="en">Banjie</span></header>
<main><h1>${both(zh, en)}</h1>${body}</main></body></html>`;
