//go:build !race

package latent

// realLines is how many of the wholesaler's lines are imported: all.
const realLines = 1 << 30
