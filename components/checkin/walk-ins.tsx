'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { TextInput } from '@/components/ui/text-input'
import type { DoorDesk } from './use-door'

type Props = Pick<DoorDesk, 'walkIn' | 'walkOut'> & { people: { id: string; name: string }[] }

/** Those who came without having said so: a first name is enough, and none will do. */
export function WalkIns({ people, walkIn, walkOut }: Props) {
  const t = useTranslations('checkin')
  const [name, setName] = useState('')
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-xl">{t('walkIns')}</h2>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          walkIn(name.trim().slice(0, 60))
          setName('')
        }}
      >
        <div className="flex-1">
          <Field id="walk-in" label={t('walkInName')} note={t('optional')}>
            {(ids) => (
              <TextInput
                {...ids}
                value={name}
                maxLength={60}
                autoComplete="off"
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
        </div>
        <Button type="submit">
          <Icon name="plus" />
          {t('walkInAdd')}
        </Button>
      </form>
      {people.length > 0 && (
        <ul className="divide-y divide-line rounded-card border border-line bg-card">
          {people.map(({ id, name: who }) => (
            <li key={id} className="flex min-h-14 items-center justify-between gap-2 pr-2 pl-4">
              <span className="[overflow-wrap:anywhere]">{who || t('walkInNameless')}</span>
              <Button
                variant="plain"
                aria-label={t('walkInRemove', { name: who || t('walkInNameless') })}
                onClick={() => walkOut(id)}
              >
                <Icon name="close" className="size-5" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
