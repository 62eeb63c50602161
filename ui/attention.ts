// Whether somebody sits before the screen: what it asks by itself must not keep him signed in.
const pause = 60_000
let touched = Date.now()

for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel']) {
  globalThis.document?.addEventListener(event, () => (touched = Date.now()), { capture: true, passive: true })
}

/** isAttended is true for a minute after every touch. */
export const isAttended = () => Date.now() - touched < pause
