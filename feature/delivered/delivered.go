// Package delivered decides what an offer is worth to a customer and costs him, beside those of others.
package delivered
