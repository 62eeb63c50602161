// Package notice decides what is told to whom, by which way and when, and when somebody is left in peace.
package notice
