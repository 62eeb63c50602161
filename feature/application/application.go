// Package application decides what a customer uses our goods for, what he has planned to buy, and how well we know all that.
package application
