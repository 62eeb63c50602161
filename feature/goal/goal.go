// Package goal decides what is wanted of an account: a sum or a share of what it buys, and how well that is known.
package goal
