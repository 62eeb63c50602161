// Package campaign decides whether the right people are met, the right things said and done, and what was learned.
package campaign
