// Package calendar decides what somebody sees of his appointments in a calendar
// of his own: by an address that only he knows, and by invitations.
package calendar

import (
	"slices"

	"erba/kernel"
)

// How much a feed tells. Whoever holds its address reads along, so nothing of the
// people at an account is ever in it.
const (
	Busy    = "busy"    // when, and nothing else
	Account = "account" // and with whom
	Full    = "full"    // and what for
)

var details = []string{Busy, Account, Full}

// Feed is an address from which a calendar fetches somebody's visits.
type Feed struct {
	ID     kernel.ID `json:"id"     db:"id"`
	User   kernel.ID `json:"-"      db:"user_id"`
	Name   string    `json:"name"   db:"name" doc:"Where it is used, such as a phone"`
	Detail string    `json:"detail" db:"detail" enum:"busy,account,full"`
	Sealed string    `json:"-"      db:"sealed"` // the word of its address, as only its holder can show it
	Made   int64     `json:"made"   db:"made_at" doc:"Microseconds UTC"`
	Used   int64     `json:"used"   db:"used_at" doc:"To the hour; 0: never"`
	Ended  int64     `json:"-"      db:"ended_at"`
}

// Check reports the first rule that a feed breaks.
func (f Feed) Check() error {
	switch {
	case len([]rune(f.Name)) < 2 || len([]rune(f.Name)) > 60:
		return kernel.Invalid("calendar.no_name").In("name")
	case !slices.Contains(details, f.Detail):
		return kernel.Invalid("calendar.bad_detail").In("detail")
	}
	return nil
}

// most is how many feeds somebody can have.
const most = 5

// Issued is a new feed with its address, which can be seen only now.
type Issued struct {
	Feed
	Path string `json:"path" doc:"Behind the program's own address"`
}
