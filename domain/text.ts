/** A text in both languages of the product. Chinese is the official one; English is the help for readers. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export const text = (zh: string, en: string): Text => ({ zh, en });
