/** A setting of this test file's instance. Call before anything reads env(), which is parsed once. */
export function instanceSetting(name: 'SMTP_URL' | 'ADMIN_EMAILS' | 'DATA_DIR', value: string): void {
  process.env[name] = value
}
