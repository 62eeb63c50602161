// Package strategy decides with which of five strategies a deal is fought for
// (method M64), and keeps how often each of them has won.
package strategy

import (
	"strings"

	"erba/analysis/forecast"
	"erba/analysis/null"
	"erba/analysis/strategy"
	"erba/analysis/why"
	"erba/kernel"
)

// Facts are what somebody knows of a deal that decides how it can be fought for.
type Facts struct {
	Deal       kernel.ID       `json:"-"                db:"opportunity_id"`
	Incumbent  strategy.Answer `json:"incumbent"        db:"incumbent"        enum:"yes,no,unknown" doc:"We supply them already; unknown: as the rivals say"`
	Changeable strategy.Answer `json:"changeable"       db:"changeable"       enum:"yes,no,unknown" doc:"The criteria can still be changed"`
	Until      kernel.Date     `json:"until,omitzero"   db:"changeable_until" doc:"… until this day"`
	Divisible  strategy.Answer `json:"divisible"        db:"divisible"        enum:"yes,no,unknown" doc:"A part can be split off"`
	Part       string          `json:"part"             db:"part"             doc:"Which part"`
	Ratio      *int64          `json:"part_ratio"       db:"part_ratio"       doc:"Our strength in it by that of the best competitor, in hundredths; null: not known"`
	Evidence   string          `json:"evidence"         db:"evidence"`
	ByID       kernel.ID       `json:"-"                db:"by_id"`
	By         string          `json:"by"               db:"by_name"`
	On         kernel.Date     `json:"on,omitzero"      db:"said_on"`
	Version    int64           `json:"version"          db:"version" doc:"0: nobody has said anything"`
}

// Revision is the version that a change must name to replace it.
func (f Facts) Revision() int64 { return f.Version }

const (
	longestPart = 60
	longestText = 500
	shortest    = 5
	mostRatio   = 1000 // hundredths
)

// nothing is what nobody has said of a deal.
func nothing(deal kernel.ID) Facts {
	return Facts{Deal: deal, Incumbent: strategy.Unknown, Changeable: strategy.Unknown, Divisible: strategy.Unknown}
}

// Check reports the first rule that facts break.
func (f Facts) Check() error {
	for place, a := range map[string]strategy.Answer{"incumbent": f.Incumbent, "changeable": f.Changeable, "divisible": f.Divisible} {
		if a != strategy.Yes && a != strategy.No && a != strategy.Unknown {
			return kernel.Invalid("strategy.bad_answer").In(place)
		}
	}
	switch {
	case f.Divisible == strategy.Yes && f.Part == "":
		return kernel.Invalid("strategy.no_part").In("part")
	case len([]rune(f.Part)) > longestPart:
		return kernel.Invalid("strategy.too_long", "max", longestPart).In("part")
	case f.Ratio != nil && (*f.Ratio < 1 || *f.Ratio > mostRatio):
		return kernel.Invalid("strategy.bad_part_ratio").In("part_ratio")
	case !said(f.Evidence):
		return kernel.Invalid("strategy.short_evidence", "min", shortest, "max", longestText).In("evidence")
	}
	return nil
}

// said reports whether somebody has given a reason.
func said(reason string) bool {
	n := len([]rune(reason))
	return n >= shortest && n <= longestText
}

// tidy trims, and leaves out what the answers make needless.
func (f *Facts) tidy() {
	f.Part, f.Evidence = strings.TrimSpace(f.Part), strings.TrimSpace(f.Evidence)
	if f.Changeable != strategy.Yes {
		f.Until = kernel.Date{}
	}
	if f.Divisible != strategy.Yes {
		f.Part, f.Ratio = "", nil
	}
}

// Chosen is the strategy with which a deal is fought for.
type Chosen struct {
	ID       kernel.ID         `json:"-"        db:"id"`
	Deal     kernel.ID         `json:"-"        db:"opportunity_id"`
	Number   int64             `json:"number"   db:"number" doc:"0: nobody has chosen"`
	Strategy strategy.Strategy `json:"strategy" db:"strategy" enum:",defend,frontal,flank,fragment,develop"`
	Advised  strategy.Strategy `json:"advised"  db:"advised"  enum:",defend,frontal,flank,fragment,develop"`
	Reason   string            `json:"reason"   db:"reason"   doc:"Why another one than advised"`
	Ratio    *int64            `json:"ratio"    db:"ratio"    doc:"The strength then, in hundredths"`
	Gate     *int64            `json:"gate"     db:"gate"     doc:"The score at gate 3 then"`
	Config   int64             `json:"config"   db:"config"`
	ByID     kernel.ID         `json:"-"        db:"by_id"`
	By       string            `json:"by"       db:"by_name"`
	On       kernel.Date       `json:"on,omitzero" db:"chosen_on"`
}

// Revision is the version that a change must name to replace it.
func (c Chosen) Revision() int64 { return c.Number }

// Record is how often a strategy has won.
type Record struct {
	Strategy strategy.Strategy `json:"strategy" db:"strategy" enum:"defend,frontal,flank,fragment,develop"`
	Live     int               `json:"live"     db:"live"     doc:"Deals that are fought for with it now"`
	Ended    int               `json:"-"        db:"ended"`
	Won      int               `json:"-"        db:"won"`
	Other    int               `json:"other"    db:"other"    doc:"Of all, chosen against the advice"`
	Share    forecast.Share    `json:"share"    db:"-"        doc:"Won, of those that ended"`
}

// Card is what is advised for a deal, what was chosen, and how it came to that.
type Card struct {
	Deal     kernel.ID       `json:"deal"`
	AsOf     kernel.Date     `json:"as_of"`
	Config   int64           `json:"config"`
	Advice   strategy.Advice `json:"advice"`
	Case     strategy.Case   `json:"case"`
	Source   string          `json:"source"   enum:",gate,grid" doc:"Where the ratio comes from: gate 3, or the products (M47)"`
	Best     string          `json:"best"     doc:"The best competitor; empty: not known"`
	Supplier string          `json:"supplier" doc:"Who supplies the customer now, if that is a competitor"`
	Facts    Facts           `json:"facts"`
	Chosen   Chosen          `json:"chosen"`
	Past     []Chosen        `json:"past"     doc:"What was chosen before, the latest first"`
	Records  []Record        `json:"records"  doc:"How often each strategy has won"`
	Scope    string          `json:"scope"    enum:"all,own" doc:"own: records are of the deals that the viewer sees"`
	Live     bool            `json:"live"     doc:"The deal has not ended"`
	Write    bool            `json:"write"`
	Why      why.Explanation `json:"why"`
}

// Revision is the version that the next choice must name.
func (c Card) Revision() int64 { return c.Chosen.Number }

// Statistics are how often each strategy has won.
type Statistics struct {
	Scope   string   `json:"scope" enum:"all,own"`
	Records []Record `json:"records"`
}

// changeable is whether the criteria can still be changed on a day.
func (f Facts) changeable(today kernel.Date) strategy.Answer {
	if f.Changeable == strategy.Yes && !f.Until.IsZero() && f.Until.Compare(today) < 0 {
		return strategy.No
	}
	return f.Changeable
}

// ratio is that of the part.
func (f Facts) ratio() null.Number {
	if f.Ratio == nil {
		return null.None
	}
	return null.Of(*f.Ratio) / 100
}

// hundredths is a ratio as it is kept.
func hundredths(n null.Number) *int64 {
	if !n.Known() {
		return nil
	}
	return new(int64(n*100 + 0.5))
}

func whole(n null.Number) *int64 {
	if !n.Known() {
		return nil
	}
	return new(int64(n + 0.5))
}
