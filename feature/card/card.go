// Package card decides what a key account has of its card (method M19): which
// one it holds, what that gives for a year, what of it has been used, and that
// nobody uses more. Which level an account holds is decided by evaluation, where
// somebody approves it; a card only ever adds to what every customer has.
package card

import (
	"strings"

	"erba/kernel"
)

// The levels, from the lowest up.
const (
	Silver   = "SILVER"
	Gold     = "GOLD"
	Platinum = "PLATINUM"
)

// Levels are those of cards, from the lowest up.
var Levels = []string{Silver, Gold, Platinum}

// The benefits of which a card gives so many.
const (
	Events = "events"
	Seats  = "seats"
)

// Card is a card that an account holds or has held.
type Card struct {
	ID         kernel.ID      `json:"id"          db:"id"`
	Account    kernel.ID      `json:"account"     db:"account_id"`
	Level      string         `json:"level"       db:"level" enum:"SILVER,GOLD,PLATINUM"`
	From       kernel.Date    `json:"from"        db:"from_on"`
	Until      kernel.Date    `json:"until"       db:"until_on" doc:"The last day"`
	Ended      kernel.Date    `json:"ended"       db:"ended_on" doc:"Since when it counts no more; empty: it still does"`
	By         kernel.ID      `json:"by,omitzero" db:"by_id" doc:"Who decided"`
	Approval   kernel.ID      `json:"proposal,omitzero" db:"approval_id"`
	Response   int64          `json:"response"    db:"response" doc:"Hours until an answer"`
	Dedicated  bool           `json:"dedicated"   db:"dedicated" doc:"A manager of its own"`
	Credit     kernel.Decimal `json:"credit"      db:"credit" doc:"Factor of the credit limit"`
	Events     int64          `json:"events"      db:"events" doc:"Invitations granted"`
	Seats      int64          `json:"seats"       db:"seats" doc:"Seats in trainings granted"`
	EventsUsed int64          `json:"events_used" db:"events_used"`
	SeatsUsed  int64          `json:"seats_used"  db:"seats_used"`
}

// Runs reports whether the card counts on a day.
func (c Card) Runs(on kernel.Date) bool {
	return c.Ended.IsZero() && c.From.Compare(on) <= 0 && on.Compare(c.Until) <= 0
}

// Left is how many of a benefit remain.
func (c Card) Left(benefit string) int64 {
	if benefit == Seats {
		return c.Seats - c.SeatsUsed
	}
	return c.Events - c.EventsUsed
}

// soon is for how many days before its end a card is about to expire, and may be renewed.
const soon = 60

// Expires reports whether a card that counts is about to end.
func (c Card) Expires(on kernel.Date) bool { return c.Runs(on) && c.Until.Compare(on.Add(soon)) <= 0 }

// Use is one time that something of a card was used.
type Use struct {
	ID      kernel.ID   `json:"id"      db:"id"`
	Card    kernel.ID   `json:"card"    db:"card_id"`
	Benefit string      `json:"benefit" db:"benefit" enum:"events,seats"`
	Number  int64       `json:"number"  db:"number"`
	On      kernel.Date `json:"on"      db:"used_on"`
	Note    string      `json:"note"    db:"note"`
	By      kernel.ID   `json:"by,omitzero"   db:"by_id"`
	Back    kernel.Date `json:"back"    db:"back_on" doc:"When it was taken back; empty: it was not"`
	BackBy  kernel.ID   `json:"back_by,omitzero" db:"back_id"`
}

const shortest = 2 // characters of a note: whom it was for

// Check reports the first rule that a use breaks, on a card and a day.
func (u Use) Check(c Card, today kernel.Date) error {
	switch {
	case u.Benefit != Events && u.Benefit != Seats:
		return kernel.Invalid("card.bad_benefit")
	case u.Number < 1:
		return kernel.Invalid("card.bad_number")
	case len([]rune(strings.TrimSpace(u.Note))) < shortest:
		return kernel.Invalid("card.no_note")
	case u.On.Compare(today) > 0 || !c.Runs(u.On):
		return kernel.Invalid("card.bad_day", "from", c.From, "until", earlier(c.Until, today))
	case u.Number > c.Left(u.Benefit):
		return c.exhausted(u.Benefit)
	}
	return nil
}

// exhausted says how many of a benefit remain.
func (c Card) exhausted(benefit string) error {
	short := "card.not_enough_" + benefit
	return kernel.Refused(short, "left", c.Left(benefit), "until", c.Until)
}

func earlier(a, b kernel.Date) kernel.Date {
	if a.Compare(b) < 0 {
		return a
	}
	return b
}
