import { describe, expect, it } from 'vitest'
import { refusalOf, smtpAnswer } from './rules'

const answered = (response: string, command = 'RCPT TO') =>
  Object.assign(new Error(`Can't send mail: ${response}`), {
    command,
    response,
    responseCode: Number.parseInt(response, 10),
  })

describe('an address is refused for good', () => {
  it.each([
    '550 5.1.1 <ana@example.org>: Recipient address rejected: User unknown',
    '550 No such user here',
    '553 5.1.3 Invalid address',
    '550 5.2.1 The account is disabled',
    '551 User not local',
    '556 5.1.10 Recipient not found: null MX',
  ])('%s', (response) => {
    expect(refusalOf(answered(response))).toBe(response)
  })
})

describe('an address is not to blame', () => {
  it.each([
    ['greylisted', answered('451 4.7.1 Try again later')],
    ['a full mailbox', answered('552 5.2.2 Mailbox full')],
    ['a policy of the server', answered('550 5.7.1 Relaying denied')],
    ['blocked by reputation', answered('554 5.7.1 Service unavailable; client host blocked')],
    ['the server has had enough of us', answered('554 Transaction failed')],
    ['the sender is refused', answered('550 5.1.8 Sender unknown', 'MAIL FROM')],
    ['the mail is refused', answered('550 5.1.1 Spam', 'DATA')],
    ['nobody answered', Object.assign(new Error('connect ECONNREFUSED'), { command: 'CONN' })],
    ['something else broke', 'no error at all'],
  ])('%s', (_case, error) => {
    expect(refusalOf(error)).toBeNull()
  })
})

it('says the server’s answer on one short line, or what happened instead', () => {
  expect(smtpAnswer(answered('550-5.1.1 No such user.\r\n550 5.1.1 Look again.'))).toBe(
    '550-5.1.1 No such user. 550 5.1.1 Look again.',
  )
  expect(smtpAnswer(answered(`550 ${'x'.repeat(500)}`))).toHaveLength(300)
  expect(smtpAnswer(new Error('connect ECONNREFUSED 127.0.0.1:25'))).toBe('connect ECONNREFUSED 127.0.0.1:25')
})
