// Package terms decides when what is sold to whom has to be paid, and which days
// are days off. What was agreed counts from its first day on: a document keeps the
// terms of the day it was issued on, whatever is agreed later.
package terms

import (
	"slices"
	"strings"

	"erba/analysis/terms"
	"erba/kernel"
)

// Setting is the method whose configuration holds where nothing was agreed.
const Setting = "M76"

// Agreement is what was agreed with an account from a day on.
type Agreement struct {
	ID       kernel.ID   `json:"id"          db:"id"`
	Account  kernel.ID   `json:"account"     db:"account_id" row:"account"`
	Contract string      `json:"contract"    db:"contract" doc:"Empty: all that no other contract speaks of"`
	Since    kernel.Date `json:"since"       db:"since_on" doc:"Documents of this day and later ones are due by it"`
	Agreed   Wording     `json:"agreed"      db:"agreed"`
	Basis    string      `json:"basis"       db:"basis"    doc:"Where it stands, or who said so"`
	By       kernel.ID   `json:"by,omitzero" db:"by_id"`
	Made     kernel.Date `json:"made"        db:"made_on"`
	Version  int64       `json:"version"     db:"version"`
}

// Revision is the version that a change must name.
func (a Agreement) Revision() int64 { return a.Version }

const (
	longestContract = 60
	longestBasis    = 200
)

// Check reports the first rule that an agreement breaks.
func (a *Agreement) Check() error {
	a.Contract, a.Basis = strings.TrimSpace(a.Contract), strings.TrimSpace(a.Basis)
	switch {
	case len([]rune(a.Contract)) > longestContract:
		return kernel.Invalid("terms.bad_contract", "max", longestContract).In("contract")
	case len([]rune(a.Basis)) > longestBasis:
		return kernel.Invalid("terms.bad_basis", "max", longestBasis).In("basis")
	case a.Since.IsZero():
		return kernel.Invalid("terms.bad_since").In("since")
	}
	if err := a.Agreed.Check(); err != nil {
		return kernel.Within("agreed", err)
	}
	return nil
}

// same reports whether another agreement says the same from the same day on.
func (a Agreement) same(b Agreement) bool {
	return a.Contract == b.Contract && a.Since == b.Since && a.Agreed.Rule == b.Agreed.Rule && a.Agreed.Grace == b.Agreed.Grace &&
		a.Agreed.NextWorking == b.Agreed.NextWorking && slices.Equal(a.Agreed.Parts, b.Agreed.Parts)
}

// Row is an agreement as a list shows it.
type Row struct {
	Agreement
	Ours string `json:"ours" db:"ours" doc:"Who wrote it down"`
}

// Wording are terms as they are kept.
type Wording struct{ terms.Terms }
