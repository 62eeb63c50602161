package fee

import (
	"strings"

	"erba/kernel"
)

// Booking is what was paid to a customer outside the invoice. It is never changed: a
// mistake is reversed and booked anew.
type Booking struct {
	Account  kernel.ID   `json:"account"           db:"account_id" row:"account"`
	ID       kernel.ID   `json:"id"                db:"id"`
	Home     kernel.ID   `json:"-"                 db:"home_id"`
	Fee      kernel.ID   `json:"fee,omitzero"      db:"fee_id" doc:"The request it belongs to"`
	Type     string      `json:"type"              db:"type"`
	On       kernel.Date `json:"on"                db:"booked_on" doc:"Value date"`
	Amount   int64       `json:"amount"            db:"amount" doc:"Minor units of the company's currency; negative: reversed"`
	Currency string      `json:"currency"          db:"currency"`
	Original int64       `json:"original"          db:"original" doc:"Minor units of its own currency"`
	Number   string      `json:"number"            db:"number" doc:"Of the voucher"`
	Turn     int64       `json:"-"                 db:"turn"`
	Note     string      `json:"note"              db:"note"`
	At       int64       `json:"at"                db:"booked_at" doc:"Microseconds since 1970, UTC"`
	By       kernel.ID   `json:"by,omitzero"       db:"by_id"`
	Reverses kernel.ID   `json:"reverses,omitzero" db:"reverses" doc:"The booking that it takes back"`
}

const longestNumber = 60

func (b *Booking) tidy() {
	b.Number, b.Note, b.Currency = strings.TrimSpace(b.Number), strings.TrimSpace(b.Note), strings.ToUpper(strings.TrimSpace(b.Currency))
}

// Check reports the first rule that a booking breaks.
func (b Booking) Check(today kernel.Date) error {
	switch n := len([]rune(b.Number)); {
	case n == 0 || n > longestNumber:
		return kernel.Invalid("fee.bad_number", "max", longestNumber).In("number")
	case !sane(b.On) || b.On.Compare(today) > 0:
		return kernel.Invalid("fee.bad_day").In("on")
	case b.Original <= 0 || b.Original > most:
		return kernel.Invalid("fee.bad_amount").In("amount")
	case len([]rune(b.Note)) > longestText:
		return kernel.Invalid("fee.bad_text", "max", longestText).In("note")
	}
	return nil
}

// same reports whether a booking says what another says.
func (b Booking) same(o Booking) bool {
	return b.Fee == o.Fee && b.Type == o.Type && b.On == o.On && b.Currency == o.Currency && b.Original == o.Original
}

// stands is the last booking of a number that nobody has taken back, of all of its turns.
func stands(turns []Booking) (b Booking, there bool) {
	if n := len(turns); n > 0 && turns[n-1].Reverses.IsZero() {
		return turns[n-1], true
	}
	return b, false
}

// back is the booking that takes one back.
func (b Booking) back(on kernel.Date, at int64, by kernel.ID, reason string) Booking {
	r := b
	r.ID, r.Amount, r.Original, r.Turn, r.Note, r.At, r.By, r.Reverses = kernel.NewID(), -b.Amount, -b.Original, b.Turn+1, reason, at, by, b.ID
	r.On = on
	return r
}
