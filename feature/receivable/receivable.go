// Package receivable decides who owes what since when, and which money paid which
// document. Nothing booked is changed: what was wrong is taken back by a row of its
// own, so that what was known at any time can be told again.
package receivable

import (
	"strings"

	"erba/analysis/receivable"
	"erba/kernel"
)

// Setting is the method whose configuration says what counts.
const Setting = "M77"

// The kinds of document.
const (
	Invoice  = "invoice"
	Credit   = "credit"   // a credit note, a red-letter invoice
	Receipt  = "receipt"  // money that came in
	Bill     = "bill"     // a bill of exchange: it pays at once, the bank that owes it may fail until it matures
	Refund   = "refund"   // money that left again
	Writeoff = "writeoff" // given up
	Setoff   = "setoff"   // against what another company of the group is owed
	Lent     = "lent"     // the other side of a set-off: money of a company that pays for another one
	Shipment = "shipment" // delivered and not invoiced
	reversal = "reversal"
)

// Document is one booked paper of an account, gross, in minor units of the base currency.
type Document struct {
	ID        kernel.ID   `json:"id"                  db:"id"`
	Account   kernel.ID   `json:"account"             db:"account_id" row:"account"`
	Kind      string      `json:"kind"                db:"kind" enum:"invoice,credit,receipt,bill,refund,writeoff,setoff,lent,shipment"`
	Number    string      `json:"number"              db:"number"     doc:"Its own number; of money the bank's reference"`
	Turn      int64       `json:"-"                   db:"turn"`
	Party     string      `json:"party,omitzero"      db:"party"      doc:"Who paid, where it was somebody else"`
	On        kernel.Date `json:"on"                  db:"on_day"     doc:"Value date"`
	Due       kernel.Date `json:"due,omitzero"        db:"due_on"     doc:"Of an invoice that says so; else by the terms of its day"`
	Settled   kernel.Date `json:"settled,omitzero"    db:"-"          doc:"Said to be paid, by the file that brought it"`
	Amount    int64       `json:"amount"              db:"amount"`
	Currency  string      `json:"currency,omitzero"   db:"currency"   doc:"Of the document; empty: the base currency"`
	Original  int64       `json:"original,omitzero"   db:"original"   doc:"In that currency"`
	Reference string      `json:"reference,omitzero"  db:"reference"  doc:"Number of what it pays, takes back or invoices"`
	Contract  string      `json:"contract,omitzero"   db:"contract"   doc:"Whose terms hold"`
	Method    string      `json:"method,omitzero"     db:"method"     doc:"How it was paid"`
	Matures   kernel.Date `json:"matures,omitzero"    db:"matures_on" doc:"Of a bill"`
	Recourse  bool        `json:"recourse,omitzero"   db:"recourse"   doc:"Of a bill that was passed on: who gave it still stands for it"`
	Accepted  bool        `json:"accepted,omitzero"   db:"accepted"   doc:"Of a bill: a bank stands for it"`
	Note      string      `json:"note,omitzero"       db:"note"`
	Pair      kernel.ID   `json:"pair,omitzero"       db:"pair_id"    doc:"Of a set-off: its other side, at the other company"`
	Reverses  kernel.ID   `json:"-"                   db:"reverses"`
	Batch     kernel.ID   `json:"batch,omitzero"      db:"batch_id"`
	Booked    int64       `json:"booked,omitzero"     db:"booked_at"  doc:"Microseconds since 1970, UTC"`
	By        kernel.ID   `json:"by,omitzero"         db:"booked_by"`

	imported bool  // by the ledger, not here
	until    int64 // from when on it was known not to be so; 0: it still is
}

// Part is so much of a document that pays a claim, because somebody said so.
type Part struct {
	ID       kernel.ID `json:"id"            db:"id"`
	Account  kernel.ID `json:"account"       db:"account_id" row:"account"`
	From     kernel.ID `json:"from"          db:"from_id"`
	To       kernel.ID `json:"to"            db:"to_id"`
	Amount   int64     `json:"amount"        db:"amount"`
	Reverses kernel.ID `json:"-"             db:"reverses"`
	Note     string    `json:"note,omitzero" db:"note"`
	Booked   int64     `json:"booked"        db:"booked_at"`
	By       kernel.ID `json:"by,omitzero"   db:"booked_by"`

	until int64
}

// Booked says that the papers of an account have changed.
type Booked struct{ Account kernel.ID }

// At is a day, and when somebody asks: what became known later is left out.
type At struct {
	On     kernel.Date // zero: today
	Known  int64       // microseconds since 1970; 0: now
	Issued bool        // ages count from the day of issue, not from when it was due
}

// knows reports whether something that was known from one instant to another is
// known at a time.
func (a At) knows(from, until int64) bool {
	return (a.Known == 0 || from <= a.Known) && (until == 0 || a.Known != 0 && a.Known < until)
}

// Account is where an account stands.
type Account struct {
	Account   kernel.ID           `json:"account"`
	On        kernel.Date         `json:"on"`
	Standing  receivable.Standing `json:"-"`
	Received  int64               `json:"received"  doc:"All money so far, refunds taken off"`
	Claims    []Claim             `json:"claims"    doc:"The earliest due first"`
	Exposure  Exposure            `json:"exposure"`
	Documents []Document          `json:"documents" doc:"Known then, whatever their day"`
	Parts     []Part              `json:"parts"     doc:"What somebody decided"`
}

// Exposure is what would be lost if an account failed.
type Exposure struct {
	Receivable int64 `json:"receivable" doc:"What it owes, what is late included"`
	Overdue    int64 `json:"late"`
	Worst      int   `json:"worst"      doc:"Days that the latest claim is late"`
	Shipped    int64 `json:"shipped"    doc:"Delivered and not invoiced"`
	Bills      int64 `json:"bills"      doc:"Of its bills that have not matured"`
	Advance    int64 `json:"advance"    doc:"Money that pays nothing yet"`
}

// Total is all of it; advances do not make it less.
func (e Exposure) Total() int64 { return e.Receivable + e.Shipped + e.Bills }

// Config says what counts (method M77).
type Config struct {
	BankBills bool   `json:"bank_bills" doc:"A bill that a bank has accepted stays in the exposure until it matures, as any other bill"`
	Target    int    `json:"target"     minimum:"0" maximum:"100" unit:"%" doc:"What is late should be no more of what is owed than this"`
	Company   string `json:"company"    maxLength:"100" doc:"Under whose name statements and letters leave"`
}

// Default leaves bills that a bank stands for out of the exposure.
func Default() Config { return Config{Target: 8} }

// Check refuses what is no percentage, and a name that no line holds.
func (c Config) Check() error {
	if len([]rune(c.Company)) > longest {
		return kernel.Invalid("receivable.too_long", "max", longest).In("company")
	}
	if c.Target < 0 || c.Target > 100 {
		return kernel.Invalid("receivable.bad_target").In("target")
	}
	return nil
}

const (
	longest = 100              // of a number, a name
	longish = 300              // of a note
	most    = 1_000_000_000_00 // of one paper: a billion
)

var kinds = map[string]receivable.Kind{
	Invoice: receivable.Claim, Credit: receivable.Credit, Writeoff: receivable.Credit, Setoff: receivable.Credit,
	Receipt: receivable.Receipt, Bill: receivable.Receipt, Refund: receivable.Transfer, Lent: receivable.Transfer,
}

// Check reports the first rule that a paper breaks.
func (d *Document) Check() error {
	d.Number, d.Party, d.Reference, d.Note = strings.TrimSpace(d.Number), strings.TrimSpace(d.Party), strings.TrimSpace(d.Reference), strings.TrimSpace(d.Note)
	if _, ok := kinds[d.Kind]; !ok && d.Kind != Shipment {
		return kernel.Invalid("receivable.bad_kind").In("kind")
	}
	switch {
	case d.On.IsZero() || d.On.Compare(kernel.On(1990, 1, 1)) < 0 || d.On.Compare(kernel.On(2200, 1, 1)) > 0:
		return kernel.Invalid("receivable.bad_day").In("on")
	case !d.Due.IsZero() && (d.Kind != Invoice || d.Due.Compare(d.On) < 0):
		return kernel.Invalid("receivable.bad_due").In("due")
	case d.Kind == Bill && d.Matures.Compare(d.On) < 0:
		return kernel.Invalid("receivable.bad_maturity").In("matures")
	case d.Amount <= 0 || d.Amount > most:
		return kernel.Invalid("receivable.bad_amount").In("amount")
	}
	for place, s := range map[string]string{"number": d.Number, "party": d.Party, "reference": d.Reference, "contract": d.Contract, "method": d.Method} {
		if len([]rune(s)) > longest {
			return kernel.Invalid("receivable.too_long", "max", longest).In(place)
		}
	}
	if len([]rune(d.Note)) > longish {
		return kernel.Invalid("receivable.too_long", "max", longish).In("note")
	}
	return nil
}

// same reports whether a paper that was sent again says what it said before.
func (d *Document) same(o *Document) bool {
	return d.Kind == o.Kind && d.Number == o.Number && d.On == o.On && d.Due == o.Due && d.Amount == o.Amount && d.Currency == o.Currency &&
		d.Original == o.Original && d.Reference == o.Reference && d.Party == o.Party && d.Contract == o.Contract && d.Method == o.Method && d.Matures == o.Matures
}
