/** The parts of a DOCX (ISO/IEC 29500 transitional) that are the same in every document. */
import { lineHeight, page, size, textSize } from '../typography.ts';

export const twips = (points: number): number => Math.round(points * 20);
export const halves = (points: number): number => Math.round(points * 2);

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const r = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const xml = (text: string): string => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

export const fonts = { body: '仿宋_GB2312', title: '方正小标宋简体', heading: '黑体', latin: 'Times New Roman' } as const;
/** Half of the text goes by the East-Asian font, digits and Latin by the other; the hint settles “” … — for which either would do. */
export const runFonts = (font: string): string => `<w:rFonts w:hint="eastAsia" w:ascii="${fonts.latin}" w:hAnsi="${fonts.latin}" w:cs="${fonts.latin}" w:eastAsia="${font}"/>`;

export const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ['word/document', `${office}.document.main+xml`], ['word/styles', `${office}.styles+xml`], ['word/settings', `${office}.settings+xml`], ['word/fontTable', `${office}.fontTable+xml`],
  ['word/footer-odd', `${office}.footer+xml`], ['word/footer-even', `${office}.footer+xml`], ['docProps/core', 'application/vnd.openxmlformats-package.core-properties+xml'],
].map(([part, type]) => `<Override PartName="/${part}.xml" ContentType="${type}"/>`).join('')}</Types>`;

const relationship = (id: number, type: string, target: string): string => `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
const relationships = (...list: readonly string[]): string => `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
export const packageRels = relationships(
  relationship(1, `${r}/officeDocument`, 'word/document.xml'), relationship(2, 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'),
);
export const documentRels = relationships(...['styles', 'settings', 'fontTable'].map((part, i) => relationship(i + 1, `${r}/${part}`, `${part}.xml`)), relationship(4, `${r}/footer`, 'footer-odd.xml'), relationship(5, `${r}/footer`, 'footer-even.xml'));

/** Where the named font is missing (仿宋_GB2312 and 小标宋 do not come with every Windows, none with a Mac), the one beside it is taken. */
const font = (name: string, instead: string, family: string): string => `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="fixed"/></w:font>`;
export const fontTable = `${declaration}<w:fonts xmlns:w="${w}">${font('仿宋_GB2312', '仿宋', 'modern')}${font('仿宋', 'FangSong', 'modern')}${font('方正小标宋简体', '华文中宋', 'roman')}${font('华文中宋', '宋体', 'roman')}${font('黑体', 'SimHei', 'modern')}<w:font w:name="${fonts.latin}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`;

const exact = (points: number): string => `<w:spacing w:before="0" w:after="0" w:line="${twips(points)}" w:lineRule="exact"/>`;
/** 28 characters of 三号 are a hair wider than the line (§5.2.3). Not by a grid of characters, in which LibreOffice would give each of them two cells. */
const tighter = `<w:spacing w:val="${Math.floor((textSize - size.三号) * 20)}"/>`;
export const styles = `${declaration}<w:styles xmlns:w="${w}"><w:docDefaults><w:rPrDefault><w:rPr>${runFonts(fonts.body)}${tighter}<w:kern w:val="2"/><w:sz w:val="${halves(size.三号)}"/><w:szCs w:val="${halves(size.三号)}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${exact(lineHeight)}</w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style><w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;
/** 避头尾 and compressed punctuation; page numbers differ between odd and even pages. */
export const settings = `${declaration}<w:settings xmlns:w="${w}"><w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="${twips(lineHeight)}"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:ulTrailSpace/><w:adjustLineHeightInTable/><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;

/** “— 1 —”, 四号, one character in from the edge. */
export const footer = (side: 'odd' | 'even'): string => {
  const run = (inner: string): string => `<w:r><w:rPr>${runFonts('宋体')}<w:sz w:val="${halves(size.四号)}"/></w:rPr>${inner}</w:r>`;
  const field = `${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}${run('<w:t>1</w:t>')}${run('<w:fldChar w:fldCharType="end"/>')}`;
  const indent = side === 'odd' ? '<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>' : '<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>';
  return `${declaration}<w:ftr xmlns:w="${w}"><w:p><w:pPr>${indent}</w:pPr>${run('<w:t xml:space="preserve">— </w:t>')}${field}${run('<w:t xml:space="preserve"> —</w:t>')}</w:p></w:ftr>`;
};

export const core = (title: string, author: string): string =>
  `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dc:creator>${xml(author)}</dc:creator><dc:language>zh-CN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created></cp:coreProperties>`;

const bottomMargin = page.height - page.top - page.textHeight;
const rightMargin = page.width - page.left - page.textWidth;
/** A4, 版心 156 mm × 225 mm, a grid of 22 lines. */
const section = `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/><w:pgSz w:w="${twips(page.width)}" w:h="${twips(page.height)}"/><w:pgMar w:top="${twips(page.top)}" w:right="${twips(rightMargin)}" w:bottom="${twips(bottomMargin)}" w:left="${twips(page.left)}" w:header="851" w:footer="${twips(bottomMargin - 34)}" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="${twips(lineHeight)}"/></w:sectPr>`;
export const wholeDocument = (body: string): string => `${declaration}<w:document xmlns:w="${w}" xmlns:r="${r}"><w:body>${body}${section}</w:body></w:document>`;
