/** 申请材料 that are chosen with the form. They belong to the case, and so are sent as soon as there is one. */
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadReceiptSchema } from '../../../../../contracts/documents.ts';
import { request, withQuery } from '../../../lib/http.ts';
import { Button } from '../../../ui/button.tsx';
import { Labelled } from '../../../ui/form/labelled.tsx';

/** As the API has it. */
const largest = 20 * 1024 * 1024;
export const isTooLarge = (file: File): boolean => file.size > largest;

/** One after the other: they are large, and each is a command to the same case. @returns those that were not taken, with why */
export async function sendFiles(caseId: string, files: readonly File[]): Promise<readonly { readonly file: File; readonly error: unknown }[]> {
  const failed: { file: File; error: unknown }[] = [];
  for (const file of files) {
    try {
      await request(withQuery(`/cases/${caseId}/files`, { name: file.name, purpose: 'application' }), uploadReceiptSchema, { method: 'POST', file, idempotencyKey: crypto.randomUUID() });
    } catch (error) {
      failed.push({ file, error });
    }
  }
  return failed;
}

export function StartFiles({ files, onChange }: { files: readonly File[]; onChange: (files: readonly File[]) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const wrong = files.some(isTooLarge);
  return (
    <Labelled id="start-files" label={t('start.files')} group="many" wide help={`${t('start.filesHelp')} ${t('files.help')}`} problem={wrong ? t('start.fileTooLarge') : undefined}>
      {() => (
        <>
          {files.length > 0 && (
            <ul className="start-files">
              {files.map((file, i) => (
                <li key={`${file.name}:${file.size}:${file.lastModified}`}>
                  <span lang="zh-CN">{file.name}</span>
                  <span className="quiet small nowrap">{Math.max(1, Math.round(file.size / 1024))} KB</span>
                  <Button tone="quiet" small aria-label={t('start.removeNamed', { name: file.name })} onClick={() => onChange(files.filter((_, at) => at !== i))}>{t('start.remove')}</Button>
                </li>
              ))}
            </ul>
          )}
          <input
            ref={input} type="file" multiple hidden
            onChange={(event) => {
              const same = (a: File) => (b: File): boolean => a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
              onChange([...files, ...[...(event.target.files ?? [])].filter((file) => !files.some(same(file)))]);
              event.target.value = '';
            }}
          />
          <div><Button small onClick={() => input.current?.click()}>{t('start.chooseFiles')}</Button></div>
        </>
      )}
    </Labelled>
  );
}
