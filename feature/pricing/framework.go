package pricing

import (
	"strings"

	"erba/kernel"
)

// Framework is a price that was agreed with a customer for a while.
type Framework struct {
	ID      kernel.ID      `json:"id"          db:"id"`
	Account kernel.ID      `json:"account"     db:"account_id" row:"account"`
	Product kernel.ID      `json:"product"     db:"product_id"`
	Agreed  kernel.Decimal `json:"agreed"      db:"agreed_price" doc:"Of a unit, net, in major units of the base currency"`
	From    kernel.Date    `json:"from"        db:"from_on"`
	Until   kernel.Date    `json:"until"       db:"until_on"`
	Basis   string         `json:"basis"       db:"basis" doc:"The contract in which it stands"`
	Told    bool           `json:"-"           db:"told"`
	By      kernel.ID      `json:"by,omitzero" db:"by_id"`
	Made    kernel.Date    `json:"made"        db:"made_on"`
	Version int64          `json:"version"     db:"version"`
}

// Revision is the version that a change must name.
func (f Framework) Revision() int64 { return f.Version }

// Check reports the first rule that an agreed price breaks.
func (f *Framework) Check() error {
	f.Basis = strings.TrimSpace(f.Basis)
	if f.Basis == "" || over(f.Basis, longestName) {
		return kernel.Invalid("pricing.bad_basis", "max", longestName).In("basis")
	}
	if err := sound(f.Agreed, "agreed"); err != nil {
		return err
	}
	return between(f.From, f.Until, false)
}

// The states of an agreed price on a day.
const (
	Coming  = "coming"
	Running = "running"
	Ending  = "ending" // soon: somebody has to speak to the customer
	Over    = "over"
)

// state is how an agreed price stands on a day, if its end is near for so many days.
func (f Framework) state(on kernel.Date, warn int) string {
	switch {
	case f.Until.Compare(on) < 0:
		return Over
	case f.From.Compare(on) > 0:
		return Coming
	case f.Until.Days(on) <= warn:
		return Ending
	}
	return Running
}

// Agreement is an agreed price as a list shows it.
type Agreement struct {
	Framework
	Customer string `json:"customer"     db:"customer"`
	Code     string `json:"account_code" db:"account_code"`
	Item     string `json:"item"         db:"item"      doc:"Code of the product"`
	Name     string `json:"name"         db:"name"      doc:"Of the product"`
	State    string `json:"state"        db:"-"         enum:"coming,running,ending,over"`
}

func (a Agreement) stateKey() string { return "pricing.framework_" + a.State }
