// Package loss decides how an account is handled on which we lose.
package loss
