'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Notice } from '@/components/ui/notice'
import type { HelpLine } from '@/lib/loneliness/help/schema'
import type { Check } from '@/lib/loneliness/rules'
import { HIGH, nextCheck, scoreOf } from '@/lib/loneliness/rules'
import { CheckForm } from './check-form'
import { Curve } from './curve'
import { Help } from './help'
import { Keeping } from './keeping'
import { eraseChecks, keepChecks, keptChecks } from './kept'

/** The phone's own calendar day. */
const today = () => new Intl.DateTimeFormat('sv-SE').format(new Date())

/** Three questions, a number and a curve. All of it happens in this browser: nothing here is ever sent. */
export function PrivateCheck({ personId, lines }: { personId: string; lines: HelpLine[] }) {
  const t = useTranslations('check')
  const [checks, setChecks] = useState<Check[]>()
  const [keeps, setKeeps] = useState(true)
  const [again, setAgain] = useState(false)
  useEffect(() => {
    let left = false
    keptChecks(personId).then((kept) => {
      if (left) return
      setChecks(kept ?? [])
      setKeeps(kept !== null)
    })
    return () => {
      left = true
    }
  }, [personId])
  if (!checks) return <p className="text-muted noscript:hidden">{t('opening')}</p>

  const last = checks.at(-1)
  const next = nextCheck(checks, today())

  async function answered(answers: Check['answers']) {
    const all = [...(checks ?? []), { day: today(), answers }]
    setChecks(all)
    setAgain(false)
    setKeeps(await keepChecks(personId, all))
  }

  return (
    <div className="flex flex-col gap-8">
      {!keeps && <Notice>{t('notKept')}</Notice>}
      {last && !again ? (
        <section className="flex flex-col gap-4" aria-live="polite">
          <p className="text-lg">{t('score', { score: scoreOf(last) })}</p>
          <p>{t(scoreOf(last) >= HIGH ? 'high' : 'low')}</p>
          {scoreOf(last) >= HIGH && <Help lines={lines} />}
        </section>
      ) : (
        <CheckForm onAnswer={answered} />
      )}
      {last && <Curve checks={checks} />}
      {last && !again && <Keeping {...{ next, checks }} onAgain={() => setAgain(true)} onErase={erase} />}
    </div>
  )

  async function erase() {
    await eraseChecks(personId)
    setChecks([])
  }
}
