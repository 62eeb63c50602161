// Package collection decides how late money is asked for: what is disputed, what
// was promised, which step comes next, when delivery stops, and what is given up.
// What is disputed stays owed and is shown as disputed.
package collection

import (
	"slices"
	"strings"

	"erba/analysis/dunning"
	"erba/kernel"
)

// Setting is the method whose configuration says how money is asked for.
const Setting = "R05"

const (
	longestText   = 500
	longestName   = 120
	longestNumber = 100
	tooMuch       = 1_000_000_000_00 // minor units
)

// Reasons are why a customer does not pay.
var Reasons = []string{"quality", "quantity", "price", "delivery", "invoice", "service", "other"}

// The states of a dispute.
const (
	Opened   = "open"
	Accepted = "accepted" // the customer is right
	Rejected = "rejected" // he pays
)

// Dispute is what a customer will not pay of an invoice.
type Dispute struct {
	ID      kernel.ID   `json:"id"               db:"id"`
	Account kernel.ID   `json:"account"          db:"account_id" row:"account"`
	Number  string      `json:"number"           db:"number"     doc:"Of the invoice"`
	Reason  string      `json:"reason"           db:"reason"     enum:"quality,quantity,price,delivery,invoice,service,other"`
	Amount  int64       `json:"amount"           db:"amount"     doc:"Minor units"`
	Says    string      `json:"says"             db:"says" class:"C2"`
	Owner   kernel.ID   `json:"owner,omitzero"   db:"owner_id"   doc:"Who clears it up"`
	State   string      `json:"state"            db:"state"      enum:"open,accepted,rejected"`
	On      kernel.Date `json:"on"               db:"opened_on"`
	Due     kernel.Date `json:"due,omitzero"     db:"due_on"     doc:"By when it is to be cleared up"`
	Settled kernel.Date `json:"settled,omitzero" db:"settled_on"`
	Result  string      `json:"result"           db:"result" class:"C2"`
	By      kernel.ID   `json:"by,omitzero"      db:"by_id"`
	Version int64       `json:"version"          db:"version"`
}

// Revision is the version that a change must name.
func (d Dispute) Revision() int64 { return d.Version }

// Check reports the first rule that a dispute breaks.
func (d *Dispute) Check() error {
	tidy(&d.Number, &d.Says, &d.Result)
	switch {
	case d.Number == "" || over(d.Number, longestNumber):
		return kernel.Invalid("collection.bad_number").In("number")
	case !slices.Contains(Reasons, d.Reason):
		return kernel.Invalid("collection.bad_reason").In("reason")
	case len([]rune(d.Says)) < 2 || over(d.Says, longestText):
		return kernel.Invalid("collection.bad_text", "min", 2, "max", longestText).In("says")
	case !d.Due.IsZero() && (d.Due.Compare(d.On) < 0 || d.Due.Days(d.On) > 730):
		return kernel.Invalid("collection.bad_day").In("due")
	}
	return sum(d.Amount)
}

// Promise is so much money that somebody said would come by a day.
type Promise struct {
	ID        kernel.ID   `json:"id"                 db:"id"`
	Account   kernel.ID   `json:"account"            db:"account_id" row:"account"`
	Number    string      `json:"number"             db:"number"      doc:"Of the invoice; empty: any"`
	Amount    int64       `json:"amount"             db:"amount"      doc:"Minor units"`
	On        kernel.Date `json:"on"                 db:"promised_on"`
	Due       kernel.Date `json:"due"                db:"due_on"`
	Who       string      `json:"who"                db:"who" class:"C2"         doc:"Who at the customer said so"`
	Says      string      `json:"says"               db:"says" class:"C2"`
	Withdrawn kernel.Date `json:"withdrawn,omitzero" db:"withdrawn_on"`
	Told      bool        `json:"-"                  db:"told"`
	By        kernel.ID   `json:"by,omitzero"        db:"by_id"`
	Version   int64       `json:"version"            db:"version"`
}

// Revision is the version that a change must name.
func (p Promise) Revision() int64 { return p.Version }

// Check reports the first rule that a promise breaks.
func (p *Promise) Check() error {
	tidy(&p.Number, &p.Who, &p.Says)
	switch {
	case over(p.Number, longestNumber):
		return kernel.Invalid("collection.bad_number").In("number")
	case p.Who == "" || over(p.Who, longestName):
		return kernel.Invalid("collection.bad_who", "max", longestName).In("who")
	case over(p.Says, longestText):
		return kernel.Invalid("collection.bad_text", "min", 0, "max", longestText).In("says")
	case p.Due.IsZero() || p.On.IsZero() || p.Due.Compare(p.On) < 0 || p.Due.Days(p.On) > 730:
		return kernel.Invalid("collection.bad_day").In("due")
	}
	return sum(p.Amount)
}

// WriteOff is what is given up of an invoice.
type WriteOff struct {
	ID       kernel.ID   `json:"id"                db:"id"`
	Account  kernel.ID   `json:"account"           db:"account_id" row:"account"`
	Number   string      `json:"number"            db:"number"`
	Amount   int64       `json:"amount"            db:"amount"`
	Reason   string      `json:"reason"            db:"reason" class:"C2"`
	State    string      `json:"state"             db:"state" enum:"waiting,booked,refused"`
	Approval kernel.ID   `json:"approval,omitzero" db:"approval_id"`
	Document kernel.ID   `json:"document,omitzero" db:"document_id"`
	By       kernel.ID   `json:"by,omitzero"       db:"by_id"`
	Made     kernel.Date `json:"made"              db:"made_on"`
	Version  int64       `json:"version"           db:"version"`
}

// The states of a write-off.
const (
	Waiting = "waiting"
	Entered = "booked"
	Refused = "refused"
)

// Check reports the first rule that a write-off breaks.
func (w *WriteOff) Check() error {
	tidy(&w.Number, &w.Reason)
	switch {
	case w.Number == "" || over(w.Number, longestNumber):
		return kernel.Invalid("collection.bad_number").In("number")
	case len([]rune(w.Reason)) < 5 || over(w.Reason, longestText):
		return kernel.Invalid("collection.bad_text", "min", 5, "max", longestText).In("reason")
	}
	return sum(w.Amount)
}

// Stop is a while in which nothing is delivered on credit.
type Stop struct {
	ID      kernel.ID   `json:"id"                db:"id"`
	Account kernel.ID   `json:"account"           db:"account_id" row:"account"`
	Number  string      `json:"number"            db:"number" doc:"Of the invoice that made the program stop it; empty: somebody did"`
	Reason  string      `json:"reason"            db:"reason" class:"C2"`
	Since   kernel.Date `json:"since"             db:"since_on"`
	Lifted  kernel.Date `json:"lifted,omitzero"   db:"lifted_on"`
	Lifting string      `json:"lifting"           db:"lifting" class:"C2" doc:"Why it was lifted"`
	Lifter  kernel.ID   `json:"lifter,omitzero"   db:"lifted_by"`
	By      kernel.ID   `json:"by,omitzero"       db:"by_id"`
	Version int64       `json:"version"           db:"version"`
}

// Revision is the version that a change must name.
func (s Stop) Revision() int64 { return s.Version }

func reasoned(text, place string) error {
	if n := len([]rune(strings.TrimSpace(text))); n < 2 || n > longestText {
		return kernel.Invalid("collection.bad_text", "min", 2, "max", longestText).In(place)
	}
	return nil
}

func sum(amount int64) error {
	if amount <= 0 || amount > tooMuch {
		return kernel.Invalid("collection.bad_amount").In("amount")
	}
	return nil
}

func tidy(texts ...*string) {
	for _, text := range texts {
		*text = strings.TrimSpace(*text)
	}
}

func over(text string, most int) bool { return len([]rune(text)) > most }

// counting are promises as method M77 counts them; those that were withdrawn are none.
func counting(all []Promise) (counted []dunning.Promise, at []int) {
	for i, p := range all {
		if p.Withdrawn.IsZero() {
			counted, at = append(counted, dunning.Promise{Made: p.On, Due: p.Due, Amount: p.Amount}), append(at, i)
		}
	}
	return counted, at
}

// The text keys of what a list says in words.
func (d Dispute) reasonKey() string  { return "collection.reason_" + d.Reason }
func (d Dispute) stateKey() string   { return "collection.dispute_" + d.State }
func (p Promised) stateKey() string  { return "collection.promise_" + p.State }
func (w WriteOff) stateKey() string  { return "collection.writeoff_" + w.State }
func (d Dunning) stepKey() string    { return "collection.step_" + d.Does }
func (p Point) stepKey() string      { return "collection.step_" + p.Does }
func whyKey(why string) string       { return "collection.by_" + why }
func (d Dunning) channelKey() string { return "collection.by_" + d.Channel }
func (d Dunning) stateKey() string   { return "collection.letter_" + d.State }
