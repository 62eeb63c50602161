// Keeps the program on the device, so that it opens without network. It keeps files of the build and the empty
// page around them, never an answer of the API. The build writes the version and the names of the files into it.
const shell = 'erba-shell-__VERSION__'
const files = ['__FILES__']

addEventListener('install', (event) => event.waitUntil(fill()))
addEventListener('activate', (event) => event.waitUntil(tidy()))
addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(file(event.request))
  else if (mode === 'navigate' && !pathname.startsWith('/api/')) event.respondWith(page(event.request))
})

// The page is fetched by whoever is signed in; sent to the sign-in, nothing is kept.
async function fill() {
  const kept = await caches.open(shell)
  const empty = await fetch('/', { redirect: 'error', cache: 'no-store' })
  if (!empty.ok) throw new Error(String(empty.status))
  await kept.put('/', empty)
  await kept.addAll(files)
}

// Files of a build before are gone with the last window that uses them.
async function tidy() {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith('erba-shell-') && name !== shell).map((name) => caches.delete(name)))
  await clients.claim()
}

// Names carry a hash: what is kept under one never changes.
async function file(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

// The server's page first, with its policy and its session; the kept one only where there is no server.
async function page(request) {
  try {
    return await fetch(request)
  } catch (lost) {
    const kept = await caches.match('/', { ignoreVary: true })
    if (kept) return kept
    throw lost
  }
}
