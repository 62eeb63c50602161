package opportunity

import "erba/kernel"

// Split is the part of a deal that a user has, in percent. The parts of a deal sum
// up to 100; nobody named: its owner has all of it.
type Split struct {
	Deal    kernel.ID `json:"-"       db:"opportunity_id"`
	User    kernel.ID `json:"user"    db:"user_id"`
	Percent int       `json:"percent" db:"percent"`
}
