// Package coverage decides who covers which account with how many hours, and where effort and worth do not fit.
package coverage
