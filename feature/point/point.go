// Package point decides who earns points by buying, how many there are, and that
// nobody uses more than he has (method M89). Bookings are never changed: what was
// used by mistake is reversed, and goods that come back book their points off.
package point

import (
	"strings"

	"erba/analysis/point"
	"erba/kernel"
)

// The kinds of booking.
const (
	Earned   = "earned" // below zero: taken back
	Used     = "used"
	Reversed = "reversed" // a use that did not happen
)

const (
	longest  = 200       // characters of a reason
	greatest = 1_000_000 // points used at once
)

// Member is an account whose purchases earn points.
type Member struct {
	ID      kernel.ID   `json:"id"       db:"id"`
	Account kernel.ID   `json:"account"  db:"account_id" row:"account"`
	Since   kernel.Date `json:"since"    db:"since"`
	Ended   kernel.Date `json:"ended,omitzero" db:"ended_on" doc:"The last day of which purchases count; empty: they still do"`
	By      kernel.ID   `json:"by,omitzero"    db:"by_id"`
	Version int64       `json:"version"  db:"version"`
}

// Revision is the version that a change must name.
func (m Member) Revision() int64 { return m.Version }

// earns reports whether purchases of a month count.
func (m Member) earns(month int64) bool {
	first, last := monthOf(m.Since), int64(1<<40)
	if !m.Ended.IsZero() {
		last = monthOf(m.Ended)
	}
	return first <= month && month <= last
}

func monthOf(d kernel.Date) int64 {
	y, m, _ := d.Parts()
	return int64(12*y + m - 1)
}

// Booking is one line of an account's points.
type Booking struct {
	ID       kernel.ID   `json:"id"                db:"id"`
	Account  kernel.ID   `json:"account"           db:"account_id" row:"account"`
	Kind     string      `json:"kind"              db:"kind" enum:"earned,used,reversed"`
	Points   int64       `json:"points"            db:"points" doc:"Below zero: used, or taken back"`
	On       kernel.Date `json:"on"                db:"booked_on"`
	Expires  kernel.Date `json:"expires,omitzero"  db:"expires_on" doc:"The last day on which they can be used"`
	Month    *int64      `json:"-"                 db:"month"`
	Reason   string      `json:"reason"            db:"reason"`
	Reverses kernel.ID   `json:"reverses,omitzero" db:"reverses"`
	By       kernel.ID   `json:"by,omitzero"       db:"by_id"`
	At       int64       `json:"at"                db:"booked_at" doc:"Microseconds since 1970, UTC"`
}

// standing is what there is on a day; a use and its reversal are both left out.
func standing(on kernel.Date, all []Booking) point.Standing {
	gone := map[kernel.ID]bool{}
	for _, b := range all {
		if b.Kind == Reversed {
			gone[b.ID], gone[b.Reverses] = true, true
		}
	}
	var entries []point.Entry
	for _, b := range all {
		if !gone[b.ID] {
			entries = append(entries, point.Entry{On: b.On, Expires: b.Expires, Points: b.Points})
		}
	}
	return point.AsOf(on, entries)
}

// Use is what somebody wants to use points for.
type Use struct {
	Account kernel.ID
	Points  int64
	Reason  string
}

func (u *Use) check() error {
	u.Reason = strings.TrimSpace(u.Reason)
	switch {
	case u.Points < 1 || u.Points > greatest:
		return kernel.Invalid("point.bad_points", "max", greatest).In("points")
	case len([]rune(u.Reason)) < 2 || len([]rune(u.Reason)) > longest:
		return kernel.Invalid("point.bad_reason", "max", longest).In("reason")
	}
	return nil
}

// Line is a booking as a list shows it.
type Line struct {
	Booking
	Ours     string `json:"ours"     db:"ours" doc:"Who booked it; empty: the month's end"`
	Reversed bool   `json:"reversed" db:"reversed" doc:"It was taken back"`
}

// Sheet are the points of an account.
type Sheet struct {
	Member   *Member        `json:"member"   doc:"null: its purchases earn none"`
	Standing point.Standing `json:"standing"`
	Lines    []Line         `json:"lines"    doc:"The latest first"`
	Rate     float64        `json:"rate"     doc:"For every 100 yuan, what a VIP gets more included"`
	May      bool           `json:"may"      doc:"The viewer may enrol, use and reverse"`
}

// Row is a member as the list shows it.
type Row struct {
	Account  kernel.ID      `json:"account"`
	Code     string         `json:"code"`
	Name     string         `json:"name"`
	Since    kernel.Date    `json:"since"`
	Ended    kernel.Date    `json:"ended,omitzero"`
	Standing point.Standing `json:"standing"`
}
