// Package gift decides what may be given to whom, and who has to agree.
package gift
