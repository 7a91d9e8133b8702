import { startInstance } from '@/lib/platform/instance'
import { startTileServer } from '@/lib/testing/tile-server'
import { ADMIN_EMAIL } from './session'
import { startVideoServer } from './video-server'

/**
 * Starts an instance as `npm start` does, with the demo in it, for the whole run. Tests make their own rows beside it
 * through the same database.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const port = new URL(process.env.E2E_URL ?? '').port
  const secret = 'only for tests, forty characters long....'
  const [tiles, video] = await Promise.all([startTileServer(), startVideoServer()])
  const instance = await startInstance({
    env: {
      ...{ PORT: port, AUTH_SECRET: secret, BASEMAP_URL: tiles.template, LOG_LEVEL: 'warn' },
      ...{ ADMIN_EMAILS: ADMIN_EMAIL, VIDEO_URL: video.url },
    },
    onOutput: (text) => process.stdout.write(text),
  })
  Object.assign(process.env, {
    AUTH_SECRET: secret,
    DATABASE_URL: instance.databaseUrl,
    DATA_DIR: instance.dataDir,
    LOG_LEVEL: 'silent',
  })
  return async () => {
    await instance.stop()
    tiles.stop()
    video.stop()
  }
}
