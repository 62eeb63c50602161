package collection

import (
	"erba/analysis/dunning"
	"erba/kernel"
)

// Sheet is how far asking an account for money is.
type Sheet struct {
	On        kernel.Date        `json:"on"`
	Currency  string             `json:"currency"`
	Debts     []Debt             `json:"debts"     doc:"Open claims, the latest first"`
	Disputes  []Disputing        `json:"disputes"`
	Disputed  int64              `json:"disputed"  doc:"Of what is owed"`
	Promises  []Promised         `json:"promises"`
	Kept      int                `json:"kept"      doc:"Promises of the last months that were kept"`
	Broken    int                `json:"broken"    doc:"… and that were not"`
	Months    int                `json:"months"`
	Course    Course             `json:"course"`
	Log       []Logged           `json:"log"`
	Stop      *Stop              `json:"stop,omitempty" doc:"Nothing is delivered on credit"`
	Stops     []Stop             `json:"stops"     doc:"That were lifted"`
	WriteOffs []WriteOff         `json:"write_offs"`
	Expected  []dunning.Expected `json:"expected"`
	Agreement Agreement          `json:"agreement" doc:"On which days it is asked"`
	Habit     int                `json:"habit"     doc:"Days after the due date that the account usually pays"`
	Posts     bool               `json:"posts"     doc:"The company sends mail"`
	May       Rights             `json:"may"`
}

// Rights are what the viewer may do.
type Rights struct {
	Write    bool `json:"write"    doc:"Write disputes and promises down"`
	Dun      bool `json:"dun"      doc:"Ask, stop delivery and have it go on"`
	WriteOff bool `json:"writeoff" doc:"Ask for consent to give up"`
}

// Disputing is a dispute as a list shows it.
type Disputing struct {
	Dispute
	Who string `json:"who" doc:"Who clears it up"`
}

// Promised is a promise with what became of it.
type Promised struct {
	Promise
	State string      `json:"state" enum:"pending,kept,broken,withdrawn"`
	Got   int64       `json:"got"          doc:"Of it, in time"`
	Paid  kernel.Date `json:"paid,omitzero"`
	Ours  string      `json:"ours"         doc:"Who wrote it down"`
}

const withdrawn = "withdrawn"

// judged are promises with what became of them.
func judged(all []Promise, money []dunning.Money, on kernel.Date, c dunning.Config) []Promised {
	out := make([]Promised, len(all))
	for i, p := range all {
		out[i] = Promised{Promise: p, State: withdrawn}
	}
	counted, at := counting(all)
	for i, f := range dunning.Fulfil(counted, money, on, c.Wait) {
		one := &out[at[i]]
		one.State, one.Got, one.Paid = f.State, f.Got, f.On
	}
	return out
}

// count says how many promises that were due since a day were kept and broken.
func count(all []Promised, since kernel.Date) (kept, broken int) {
	for _, p := range all {
		switch {
		case p.Due.Compare(since) < 0:
		case p.State == dunning.Kept:
			kept++
		case p.State == dunning.Broken:
			broken++
		}
	}
	return kept, broken
}

// coming are promises of which something is still to come.
func coming(all []Promised) (promised []dunning.Promise) {
	for _, p := range all {
		if p.State == dunning.Pending && p.Got < p.Amount {
			promised = append(promised, dunning.Promise{Made: p.On, Due: p.Due, Amount: p.Amount - p.Got})
		}
	}
	return promised
}

// Logged is one time of asking, as the log shows it.
type Logged struct {
	Dunning
	Ours string `json:"ours"`
}
