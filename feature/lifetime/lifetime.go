// Package lifetime decides what an account will bring as long as it stays, and by which way of computing that is known.
package lifetime
