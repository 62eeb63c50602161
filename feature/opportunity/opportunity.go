// Package opportunity decides what a deal is, which step it is at, what has to be done before the next one, and how it ended.
package opportunity
