package risk

import (
	"slices"
	"strings"

	"erba/analysis/risk"
	"erba/kernel"
)

// What comes of an interruption.
const (
	Recovered  = "recovered"  // 恢复
	Downgraded = "downgraded" // 降级: it goes on at a lower stage
	Lost       = "lost"       // 失去
)

// Interruption is a relationship that was broken off.
type Interruption struct {
	ID          kernel.ID   `json:"id"             db:"id"`
	Account     kernel.ID   `json:"account"        db:"account_id" row:"account"`
	Cause       string      `json:"cause"          db:"cause" enum:"I1,I2,I3,I4,I5,E1,E2,E3,E4"`
	Opened      kernel.Date `json:"opened"         db:"opened_on"`
	Stage       int         `json:"stage_before"   db:"stage_before" doc:"Of its development when it broke; 0: not known"`
	Description string      `json:"description"    db:"description"`
	Recovery    string      `json:"recovery"       db:"recovery" doc:"How it is to be won back"`
	Owner       kernel.ID   `json:"owner,omitzero" db:"owner_id"`
	Due         kernel.Date `json:"due"            db:"due_on"`
	Closed      kernel.Date `json:"closed"         db:"closed_on" doc:"Empty: it still is"`
	Result      string      `json:"result"         db:"result" enum:",recovered,downgraded,lost"`
	Closing     string      `json:"closing"        db:"closing" doc:"What it was closed with"`
	ByID        kernel.ID   `json:"-"              db:"by_id"`
	By          string      `json:"by"             db:"by_name"`
	Version     int64       `json:"version"        db:"version"`
	Offers      []Offer     `json:"offers"         db:"-"`
	Late        bool        `json:"late"           db:"-" doc:"The day of the plan has passed"`
}

// Revision is the version that a change must name to replace it.
func (i Interruption) Revision() int64 { return i.Version }

func (i *Interruption) tidy() {
	i.Description, i.Recovery, i.Closing = strings.TrimSpace(i.Description), strings.TrimSpace(i.Recovery), strings.TrimSpace(i.Closing)
}

// Check reports the first rule that an interruption breaks on a day.
func (i Interruption) Check(today kernel.Date) error {
	switch {
	case !risk.Known(i.Cause):
		return kernel.Invalid("risk.bad_cause").In("cause")
	case i.Opened.IsZero() || i.Opened.Compare(today) > 0:
		return kernel.Invalid("risk.bad_opened").In("opened")
	case !words(i.Description):
		return kernel.Invalid("risk.short_description", "min", shortest, "max", longest).In("description")
	case !words(i.Recovery):
		return kernel.Invalid("risk.no_recovery", "min", shortest, "max", longest).In("recovery")
	case i.Owner.IsZero():
		return kernel.Invalid("risk.no_owner").In("owner")
	case i.Due.IsZero() || i.Due.Compare(i.Opened) < 0:
		return kernel.Invalid("risk.no_due").In("due")
	}
	return nil
}

// close ends an interruption with what came of it.
func (i *Interruption) close(result, said string, today kernel.Date) error {
	if i.Closing = strings.TrimSpace(said); !words(i.Closing) {
		return kernel.Invalid("risk.no_closing", "min", shortest, "max", longest).In("closing")
	}
	if !slices.Contains([]string{Recovered, Downgraded, Lost}, result) {
		return kernel.Invalid("risk.bad_result").In("result")
	}
	i.Result, i.Closed = result, today
	return nil
}

// Offer is a measure that is to make somebody stay.
type Offer struct {
	ID           kernel.ID   `json:"id"      db:"id"`
	Interruption kernel.ID   `json:"-"       db:"interruption_id"`
	Measure      string      `json:"measure" db:"measure"`
	Spend        int64       `json:"spend"   db:"spend" doc:"What it takes, minor units"`
	On           kernel.Date `json:"on"      db:"offered_on"`
	Result       string      `json:"result"  db:"result" enum:",taken,refused" doc:"Empty: no answer yet"`
	Remark       string      `json:"remark"  db:"remark"`
	ByID         kernel.ID   `json:"-"       db:"by_id"`
	Version      int64       `json:"version" db:"version"`
}

// Revision is the version that a change must name to replace it.
func (o Offer) Revision() int64 { return o.Version }

const dearest = 1e13 // minor units

// Check reports the first rule that an offer breaks.
func (o Offer) Check(today kernel.Date) error {
	switch {
	case !words(o.Measure):
		return kernel.Invalid("risk.no_measure", "min", shortest, "max", longest).In("measure")
	case o.Spend < 0 || o.Spend > dearest:
		return kernel.Invalid("risk.bad_spend").In("spend")
	case o.On.IsZero() || o.On.Compare(today) > 0:
		return kernel.Invalid("risk.bad_opened").In("on")
	case !slices.Contains([]string{"", "taken", "refused"}, o.Result):
		return kernel.Invalid("risk.bad_result").In("result")
	case len([]rune(o.Remark)) > longest:
		return kernel.Invalid("risk.too_long", "max", longest).In("remark")
	}
	return nil
}
