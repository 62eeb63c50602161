// Package pool decides which accounts belong to nobody, when one falls back and who may take how many.
package pool
