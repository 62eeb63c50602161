// Package maintenance decides in which forms a relationship is kept up, and whether that brings people closer.
package maintenance
