//go:build race

package latent

// realLines is how many of the wholesaler's lines are imported where every access
// is watched, which takes many times as long: those of the first months.
const realLines = 100_000
