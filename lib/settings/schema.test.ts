import { describe, expect, it } from 'vitest'
import { settingsSchema, timeZoneSchema } from './schema'

describe('a time zone', () => {
  it.each(['Europe/Paris', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'UTC', 'Asia/Kathmandu'])(
    '%s is one',
    (zone) => {
      expect(timeZoneSchema.parse(zone)).toBe(zone)
    },
  )

  it.each([
    '',
    'Paris',
    '+02:00',
    'Europe/Paris; --',
    '../etc',
    `Europe/${'a'.repeat(80)}`,
    'Europe/Paris\n',
    null,
    ['UTC'],
  ])('%j is none', (zone) => {
    expect(timeZoneSchema.safeParse(zone).success).toBe(false)
  })
})

describe('the settings form', () => {
  const never = { quietFrom: '', quietTo: '' }
  const fault = (form: object) =>
    settingsSchema.safeParse(form).error?.issues.map(({ path, message }) => [path[0], message])

  it('reads what is ticked; what is not there is off', () => {
    const { choices } = settingsSchema.parse({
      ...never,
      mail_reminder: 'on',
      push_reminder: 'on',
      mail_thanks: 'on',
    })
    expect(choices.reminder).toEqual({ mail: true, push: true })
    expect(choices.thanks).toEqual({ mail: true, push: false })
    expect(choices.change).toEqual({ mail: false, push: false })
  })

  it('takes no notification for a kind that has none', () => {
    expect(settingsSchema.parse({ ...never, push_thanks: 'on' }).choices.thanks.push).toBe(false)
  })

  it('reads the quiet hours, and none', () => {
    expect(settingsSchema.parse({ quietFrom: '22:30', quietTo: '07:00:00' })).toMatchObject({
      quietFrom: 1350,
      quietTo: 420,
    })
    expect(settingsSchema.parse(never)).toMatchObject({ quietFrom: null, quietTo: null })
  })

  it('says what is wrong with them', () => {
    expect(fault({ quietFrom: '22:00', quietTo: '' })).toEqual([['quietTo', 'quiet_both']])
    expect(fault({ quietFrom: '22:00', quietTo: '22:00' })).toEqual([['quietTo', 'quiet_same']])
    expect(fault({ quietFrom: '25:00', quietTo: '07:00' })).toEqual([['quietFrom', 'quiet_time']])
  })

  it('lets go of a zone that is none, and of none at all', () => {
    expect(settingsSchema.parse({ ...never, timeZone: 'Europe/Paris' }).timeZone).toBe('Europe/Paris')
    expect(settingsSchema.parse({ ...never, timeZone: '' }).timeZone).toBeUndefined()
    expect(settingsSchema.parse(never).timeZone).toBeUndefined()
  })
})
