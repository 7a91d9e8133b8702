'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { inputClass } from '@/components/ui/text-input'
import { KindField } from './kind-field'

/** Sends a file as browsers do, script or not: it may be hundreds of megabytes, and goes to disk while it comes. */
export function UploadForm() {
  const t = useTranslations('imports')
  const locale = useLocale()
  const [sent, setSent] = useState(false)
  return (
    <form
      action={`/api/imports?locale=${locale}`}
      method="post"
      encType="multipart/form-data"
      onSubmit={() => setSent(true)}
      className="flex flex-col gap-4"
    >
      {/* Before the file: what stands behind it is not read. */}
      <KindField id="upload-kind" />
      <Field id="upload-file" label={t('file')} hint={t('fileHint')}>
        {(ids) => (
          <input
            type="file"
            name="file"
            required
            accept=".json,.geojson,.csv,.tsv"
            className={`${inputClass} file:mr-3 file:rounded-full file:border-0 file:bg-sunken file:px-4 file:py-2 file:text-ink`}
            {...ids}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" aria-disabled={sent} className="self-start">
        {sent ? t('sending') : t('send')}
      </Button>
    </form>
  )
}
