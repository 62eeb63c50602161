// Package store decides how well a shop shows what it sells.
package store
