//go:build !race

package latent

// watched says that every access is, which takes many times as long.
const watched = false
