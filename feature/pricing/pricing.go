// Package pricing decides what a product costs whom until when, below which price nobody sells, and who lets a special price pass.
package pricing
