// Package lead decides which company may become a customer, who goes there first,
// and when a lead becomes a deal (methods M53 and M54).
package lead

import (
	"slices"
	"strings"

	"erba/analysis/null"
	"erba/analysis/prospect"
	"erba/kernel"
)

// Lead is a company that may become a customer.
type Lead struct {
	ID        kernel.ID   `json:"id"               db:"id" row:"account"`
	Name      string      `json:"name"             db:"name"`
	City      string      `json:"city"             db:"city"`
	Industry  string      `json:"industry"         db:"industry"`
	Need      string      `json:"need"             db:"need" class:"C2"`
	SpeaksTo  string      `json:"speaks_to"        db:"speaks_to" class:"C2" doc:"The office of whom we speak to; his name belongs to the contacts of an account"`
	Source    string      `json:"source"           db:"source" doc:"A code of the dictionary of sources (M54)"`
	Detail    string      `json:"source_detail"    db:"source_detail" class:"C2"`
	Signs     Signs       `json:"signs"            db:"signs" doc:"What is known of it"`
	Amount    *int64      `json:"amount"           db:"amount" doc:"Of a year, minor units; null: nobody knows"`
	Percent   *int64      `json:"percent"          db:"percent" doc:"How likely it is won"`
	Potential *int64      `json:"potential"        db:"potential" doc:"0–100"`
	Strength  *int64      `json:"strength"         db:"strength" doc:"How strong we are there, 0–100"`
	Effort    *int64      `json:"effort"           db:"effort" doc:"How dear it is to get in, 0–100"`
	State     string      `json:"state"            db:"state" enum:"new,contacted,qualified,deal,nurture,dropped"`
	Reason    string      `json:"reason"           db:"reason" class:"C2" doc:"Why it was put aside or dropped"`
	Next      kernel.Date `json:"next,omitzero"    db:"next_on" doc:"When somebody gets in touch"`
	Wake      kernel.Date `json:"wake,omitzero"    db:"wake_on" doc:"When one that was put aside is looked at again"`
	Owner     kernel.ID   `json:"owner"            db:"owner_id"`
	Account   kernel.ID   `json:"account,omitzero" db:"account_id" doc:"What it has become"`
	Deal      kernel.ID   `json:"deal,omitzero"    db:"deal_id"`
	Made      kernel.Date `json:"made"             db:"made_on"`
	Moved     kernel.Date `json:"moved"            db:"moved_on"`
	Version   int64       `json:"version"          db:"version"`
}

// Revision is the version that a change must name.
func (l Lead) Revision() int64 { return l.Version }

const (
	longestName = 120
	longestText = 500
	richest     = 1_000_000_000_00 // minor units
	shortest    = 2                // characters of a reason
)

func (l *Lead) tidy() {
	for _, text := range []*string{&l.Name, &l.City, &l.Industry, &l.Need, &l.SpeaksTo, &l.Detail} {
		*text = strings.TrimSpace(*text)
	}
}

// Check reports the first rule that a lead breaks.
func (l *Lead) Check() error {
	switch {
	case l.Name == "" || len([]rune(l.Name)) > longestName:
		return kernel.Invalid("lead.bad_name", "max", longestName).In("name")
	case len([]rune(l.Need)) > longestText:
		return kernel.Invalid("lead.too_long", "max", longestText).In("need")
	case l.Amount != nil && (*l.Amount < 0 || *l.Amount > richest):
		return kernel.Invalid("lead.bad_amount").In("amount")
	}
	for place, index := range map[string]*int64{"percent": l.Percent, "potential": l.Potential, "strength": l.Strength, "effort": l.Effort} {
		if index != nil && (*index < 0 || *index > 100) {
			return kernel.Invalid("lead.bad_index").In(place)
		}
	}
	if len(l.Signs) != len(known(l.Signs)) {
		return kernel.Invalid("lead.bad_sign").In("signs")
	}
	return nil
}

// candidate is the lead as the order of priorities sees it.
func (l *Lead) candidate() prospect.Candidate {
	return prospect.Candidate{Potential: number(l.Potential), Strength: number(l.Strength), Cost: number(l.Effort)}
}

func number(n *int64) null.Number {
	if n == nil {
		return null.None
	}
	return null.Of(*n)
}

// sourceKey and stateKey are the text keys of where it came from, and how it stands.
func (l *Lead) sourceKey() string { return "account.source_" + l.Source }
func (l *Lead) stateKey() string  { return "lead.state_" + l.State }

// hope is what it could bring; false: nobody knows.
func (l *Lead) hope() (prospect.Hope, bool) {
	if l.Amount == nil || l.Percent == nil {
		return prospect.Hope{}, false
	}
	return prospect.Hope{Amount: *l.Amount, Percent: int(*l.Percent)}, true
}

// going reports whether somebody still works on it.
func (l *Lead) going() bool {
	return l.State == prospect.New || l.State == prospect.Contacted || l.State == prospect.Qualified
}

// Signs are what is known of a lead, in the order of prospect.Signs.
type Signs []string

// known are those signs that there are, each once.
func known(some []string) (all Signs) {
	for _, sign := range prospect.Signs {
		if slices.Contains(some, sign) {
			all = append(all, sign)
		}
	}
	return all
}

// Move is a step in the life of a lead.
type Move struct {
	ID     kernel.ID   `json:"id"          db:"id"`
	Lead   kernel.ID   `json:"-"           db:"lead_id"`
	Was    string      `json:"was"         db:"was"`
	Is     string      `json:"is"          db:"is_now"`
	Reason string      `json:"reason"      db:"reason" class:"C2"`
	On     kernel.Date `json:"on"          db:"moved_on"`
	By     kernel.ID   `json:"by,omitzero" db:"by_id"`
}

// Turn is where a lead is to go.
type Turn struct {
	Lead    kernel.ID
	To      string
	Reason  string      // of one that is put aside or dropped
	Wake    kernel.Date // of one that is put aside
	Next    kernel.Date
	Account kernel.ID // of one that becomes a deal: the account that it is; zero: a new one
	Version int64
}

func (t *Turn) check(today kernel.Date) error {
	t.Reason = strings.TrimSpace(t.Reason)
	aside := t.To == prospect.Nurture || t.To == prospect.Dropped
	switch {
	case aside && len([]rune(t.Reason)) < shortest, len([]rune(t.Reason)) > longestText:
		return kernel.Invalid("lead.no_reason").In("reason")
	case t.To == prospect.Nurture && t.Wake.Compare(today) <= 0:
		return kernel.Invalid("lead.bad_wake").In("wake")
	}
	return nil
}

// Row is a lead as a list shows it.
type Row struct {
	Lead
	Score     int             `json:"score"`
	Good      bool            `json:"good"     doc:"It may become a deal"`
	Parts     []prospect.Part `json:"parts"    doc:"Why the score is what it is"`
	Priority  null.Number     `json:"priority"`
	Ours      string          `json:"ours"     doc:"Who looks after it"`
	DealState string          `json:"deal_state,omitempty" enum:"open,nurture,won,lost"`
	DealName  string          `json:"deal_name,omitempty"`
}

// Page is one lead with its history.
type Page struct {
	Row
	Moves []Move   `json:"moves" doc:"The latest first"`
	Ways  []string `json:"ways"  doc:"Where it may go"`
	May   bool     `json:"may"   doc:"The viewer may change it"`
}
