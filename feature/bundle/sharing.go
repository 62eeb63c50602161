package bundle

import (
	"slices"
	"strings"

	"erba/kernel"
)

// The states of an agreement.
const (
	Waiting = "waiting" // for the privacy officer
	Agreed  = "agreed"
	Refused = "refused"
	Ended   = "ended"
)

// Fields are what of a company a partner can be told. Nothing of people is among
// them, nor what it buys.
var Fields = []string{"code", "name", "region", "city", "industry", "employees"}

// Agreement is what a partner may be told of customers, for what and how long.
type Agreement struct {
	ID       kernel.ID   `json:"id"                db:"id"`
	Partner  kernel.ID   `json:"partner"           db:"partner_id"`
	Purpose  string      `json:"purpose"           db:"purpose"`
	Fields   FieldList   `json:"fields"            db:"fields"`
	Basis    string      `json:"basis"             db:"basis" doc:"The contract or law by which it is allowed"`
	From     kernel.Date `json:"from"              db:"from_on"`
	Until    kernel.Date `json:"until"             db:"until_on"`
	State    string      `json:"state"             db:"state" enum:"waiting,agreed,refused,ended"`
	Approval kernel.ID   `json:"approval,omitzero" db:"approval_id"`
	By       kernel.ID   `json:"by,omitzero"       db:"by_id"`
	Made     kernel.Date `json:"made"              db:"made_on"`
	Version  int64       `json:"version"           db:"version"`
}

// Revision is the version that a change must name.
func (a Agreement) Revision() int64 { return a.Version }

// runs reports whether lists may be made under it on a day.
func (a Agreement) runs(on kernel.Date) bool {
	return a.State == Agreed && a.From.Compare(on) <= 0 && on.Compare(a.Until) <= 0
}

func (a *Agreement) check() error {
	a.Purpose, a.Basis = strings.TrimSpace(a.Purpose), strings.TrimSpace(a.Basis)
	switch {
	case len([]rune(a.Purpose)) < 5:
		return kernel.Invalid("bundle.no_purpose").In("purpose")
	case len([]rune(a.Basis)) < 2:
		return kernel.Invalid("bundle.no_basis").In("basis")
	case len(a.Fields) == 0:
		return kernel.Invalid("bundle.no_fields").In("fields")
	case a.From.IsZero() || a.Until.IsZero() || a.Until.Compare(a.From) < 0 || a.Until.Days(a.From) > 3*366:
		return kernel.Invalid("bundle.bad_period").In("until")
	}
	return nil
}

// FieldList is what of a company is told, in the order of Fields.
type FieldList []string

// Consent is that a customer agreed to a partner being told of it.
type Consent struct {
	ID        kernel.ID   `json:"id"                 db:"id"`
	Account   kernel.ID   `json:"account"            db:"account_id" row:"account"`
	Partner   kernel.ID   `json:"partner"            db:"partner_id"`
	Given     kernel.Date `json:"given"              db:"given_on"`
	Until     kernel.Date `json:"until"              db:"until_on"`
	Proof     string      `json:"proof"              db:"proof" doc:"Where it is written"`
	Withdrawn kernel.Date `json:"withdrawn,omitzero" db:"withdrawn_on"`
	By        kernel.ID   `json:"by,omitzero"        db:"by_id"`
	Version   int64       `json:"version"            db:"version"`
}

// Revision is the version that a change must name.
func (c Consent) Revision() int64 { return c.Version }

// Holds reports whether it counts on a day.
func (c Consent) Holds(on kernel.Date) bool {
	return c.Given.Compare(on) <= 0 && on.Compare(c.Until) <= 0 && (c.Withdrawn.IsZero() || on.Compare(c.Withdrawn) < 0)
}

func (c *Consent) check(today kernel.Date) error {
	c.Proof = strings.TrimSpace(c.Proof)
	switch {
	case len([]rune(c.Proof)) < 2:
		return kernel.Invalid("bundle.no_proof").In("proof")
	case c.Given.IsZero() || c.Given.Compare(today) > 0 || c.Until.Compare(today) < 0 || c.Until.Days(c.Given) > 3*366:
		return kernel.Invalid("bundle.bad_consent").In("until")
	}
	return nil
}

// List is a line of the ledger of sharing.
type List struct {
	ID        kernel.ID   `json:"id"          db:"id"`
	Agreement kernel.ID   `json:"agreement"   db:"agreement_id"`
	Region    string      `json:"region"      db:"region"`
	Industry  string      `json:"industry"    db:"industry"`
	Selected  int64       `json:"selected"    db:"selected" doc:"Customers that were asked for"`
	Shared    int64       `json:"shared"      db:"shared" doc:"… of whom so many had agreed"`
	By        kernel.ID   `json:"by,omitzero" db:"by_id"`
	Made      kernel.Date `json:"made"        db:"made_on"`
	At        int64       `json:"at"          db:"made_at" doc:"Microseconds since 1970, UTC"`
}

// Sharings are the agreements with partners, and the lists made under them.
type Sharings struct {
	Agreements []Agreement `json:"agreements"`
	Lists      []List      `json:"lists" doc:"The latest first"`
}

// columns are the headings of a list, as text keys.
func (f FieldList) columns() []string {
	keys := make([]string, len(f))
	for i, field := range f {
		keys[i] = "bundle.field_" + field
	}
	return keys
}

// sorted keeps known fields, each once, in the order of Fields.
func sorted(fields []string) (known FieldList) {
	for _, f := range Fields {
		if slices.Contains(fields, f) {
			known = append(known, f)
		}
	}
	return known
}
