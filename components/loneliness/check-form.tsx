import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field-error'
import { RadioCards } from '@/components/ui/radio-cards'
import { type Check, readAnswers } from '@/lib/loneliness/rules'

const QUESTIONS = ['company', 'leftOut', 'isolated'] as const

/** The three questions. Not a form that could be sent: there is nowhere that it goes. */
export function CheckForm({ onAnswer }: { onAnswer: (answers: Check['answers']) => void }) {
  const t = useTranslations('check')
  const self = useRef<HTMLDivElement>(null)
  const [given, setGiven] = useState<Partial<Record<(typeof QUESTIONS)[number], number>>>({})
  const [wrong, setWrong] = useState(false)

  function finish() {
    const answers = readAnswers(QUESTIONS.map((question) => given[question]))
    if (answers) return onAnswer(answers)
    setWrong(true)
    const missing = QUESTIONS.find((question) => given[question] === undefined)
    self.current?.querySelector<HTMLElement>(`input[name="${missing}"]`)?.focus()
  }

  return (
    <div ref={self} className="flex flex-col gap-6">
      {QUESTIONS.map((question) => (
        <RadioCards
          key={question}
          name={question}
          legend={t(question)}
          options={[1, 2, 3].map((value) => ({
            value: String(value),
            label: t(`often${value as 1 | 2 | 3}`),
          }))}
          onChange={(value) => setGiven((known) => ({ ...known, [question]: Number(value) }))}
        />
      ))}
      {wrong && <FieldError id="check-error" error={t('incomplete')} />}
      <Button variant="primary" className="w-full text-lg" onClick={finish}>
        {t('see')}
      </Button>
    </div>
  )
}
