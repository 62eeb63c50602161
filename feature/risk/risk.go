// Package risk decides what may break an account off, how likely and how bad, and how one that broke is won back.
package risk
