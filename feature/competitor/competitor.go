// Package competitor decides who stands against us, where he is strong, and how much he threatens a deal.
package competitor
