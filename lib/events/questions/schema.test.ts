import { describe, expect, it } from 'vitest'
import { questionFields } from './schema'

const read = (form: Record<string, string>) => questionFields.safeParse(form)
const mistakes = (form: Record<string, string>) =>
  read(form).error?.issues.map(({ path, message }) => [path.join('.'), message])

describe('the questions of a form', () => {
  it('are those of its slots that have words, in their order', () => {
    const { data } = read({
      ...{ question1: ' Un régime ? ', question1Type: 'text', question1Required: 'on' },
      ...{ question2: '', question2Type: 'choice', question2Choices: 'a\nb' },
      ...{ question3: 'Comment ?', question3Type: 'choice', question3Choices: 'À pied\r\nÀ vélo\n\nÀ pied' },
      ...{ question5: 'À vélo ?', question5Type: 'yes_no', question5Choices: 'left over' },
    })
    expect(data?.map(({ id: _, ...question }) => question)).toEqual([
      { type: 'text', text: 'Un régime ?', choices: [], required: true },
      { type: 'choice', text: 'Comment ?', choices: ['À pied', 'À vélo'], required: false },
      { type: 'yes_no', text: 'À vélo ?', choices: [], required: false },
    ])
  })

  it('keep their id when they are mended, and get another when they are new', () => {
    const first = read({ question1: 'Un regime ?' }).data?.[0]?.id
    expect(first).toMatch(/^question1-/)
    expect(read({ question1: 'Un régime ?', question1Id: first ?? '' }).data?.[0]?.id).toBe(first)
    expect(read({ question1: 'À vélo ?' }).data?.[0]?.id).not.toBe(first)
    expect(read({ question1: 'x', question1Id: 'a b"' }).data?.[0]?.id).toMatch(/^question1-/)
  })

  it('are text when their type is none', () => {
    expect(read({ question1: 'Quoi ?', question1Type: 'essay' }).data?.[0]?.type).toBe('text')
  })

  const nine = Array.from({ length: 9 }, (_, index) => `choix ${index}`).join('\n')
  it.each([
    [{ question2: 'x'.repeat(121) }, 'question_long'],
    [{ question2: 'Quoi ?', question2Type: 'choice', question2Choices: 'seul\nseul' }, 'choices_few'],
    [{ question2: 'Quoi ?', question2Type: 'choice', question2Choices: nine }, 'choices_many'],
    [
      { question2: 'Quoi ?', question2Type: 'choice', question2Choices: `a\n${'b'.repeat(61)}` },
      'choice_long',
    ],
    [{ question2: 'Quoi ?', question2Choices: 'c'.repeat(3000) }, 'choice_long'],
  ])('say on their slot what is wrong (%#)', (form, message) => {
    expect(mistakes(form)).toEqual([['question2', message]])
  })
})
