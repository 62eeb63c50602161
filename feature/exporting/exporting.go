// Package exporting decides how much of the data somebody may take along: what
// the caps of his roles leave him, and what a second person has agreed to.
package exporting

import (
	"time"

	"erba/kernel"
)

// holds is how long an approved export can be fetched.
const holds = 24 * time.Hour

// Request is exactly one list: its path and its query, in one order.
type Request struct {
	Path  string `json:"path"`
	Query string `json:"query"`
}

// Address is where the list is fetched.
func (r Request) Address() string {
	if r.Query == "" {
		return r.Path
	}
	return r.Path + "?" + r.Query
}

// Permit lets one person fetch one list once.
type Permit struct {
	ID    kernel.ID `db:"id"` // of the proposal that was approved
	User  kernel.ID `db:"user_id"`
	Until int64     `db:"until_at"`
	Used  int64     `db:"used_at"` // 0: not yet
	Path  string    `db:"path"`
	Query string    `db:"query"`
}

// Request is the list.
func (p Permit) Request() Request { return Request{p.Path, p.Query} }
