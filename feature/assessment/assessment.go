// Package assessment decides whether a deal is real, whether we can compete, can win, and whether it is worth it.
package assessment
