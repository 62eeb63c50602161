// Package commitment decides what we have promised a customer and he us, until when, and whether it was kept.
package commitment
