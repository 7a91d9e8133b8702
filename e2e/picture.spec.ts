import { expect, test } from '@playwright/test'

// The README's picture: `PICTURE=docs/screenshot.png` keeps it; otherwise it lies with the run's results.
const FILE = process.env.PICTURE ?? 'test-results/screenshot.png'
const VIEW = '/en?lat=43.6&lng=7.1&z=11'

test('the README’s picture: the same outings on a phone and on a desk', async ({ browser, baseURL }, {
  project,
}) => {
  test.skip(project.name !== 'desktop', 'one picture is enough')
  const shots: string[] = []
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1180, height: 844 },
  ]) {
    const page = await browser.newPage({ viewport, baseURL, locale: 'en-GB', deviceScaleFactor: 1.5 })
    // The test's own background is one grey pixel: without it, shores and towns are drawn.
    await page.route(/\/\d+\/\d+\/\d+\.png$/, (route) => route.abort())
    await page.goto(VIEW)
    await expect(page.getByRole('button', { name: /outings?/ }).first()).toBeVisible()
    await expect(page.getByText('Background map missing', { exact: false })).toBeVisible()
    await page.waitForLoadState('networkidle')
    shots.push((await page.screenshot()).toString('base64'))
    await page.close()
  }
  const [phone, desk] = shots
  const frame = 'border-radius:18px;box-shadow:0 2px 18px rgb(60 40 20/25%);height:844px'
  const page = await browser.newPage({ viewport: { width: 1680, height: 920 } })
  await page.setContent(
    `<body style="margin:0;display:flex;gap:32px;align-items:center;justify-content:center;height:100vh;background:#e9dfcf">
      <img style="${frame}" src="data:image/png;base64,${phone}"><img style="${frame}" src="data:image/png;base64,${desk}">`,
  )
  const picture = await page.screenshot({ path: FILE })
  expect(picture.length).toBeGreaterThan(100_000)
  await page.close()
})
