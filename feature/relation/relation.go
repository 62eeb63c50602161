// Package relation decides how the people of an account stand to each other and to us, who says so, and what that advises.
package relation
