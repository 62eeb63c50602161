package portfolio

import (
	"slices"

	"erba/analysis/fallacy"
	"erba/analysis/grade"
	"erba/analysis/null"
	"erba/analysis/pyramid"
	"erba/analysis/why"
)

// Mistakes are what the five detectors say of the accounts under the mask
// (method M06). What nobody records, such as favours and visits, they leave open.
type Mistakes struct {
	Frame
	Findings []Finding `json:"findings" doc:"single, neglect, big_ticket, no_profit, favours"`
}

// Finding is what one detector says, and of how many accounts.
type Finding struct {
	Detector string       `json:"detector" enum:"single,neglect,big_ticket,no_profit,favours"`
	State    string       `json:"state"    enum:"no,open,yes" doc:"yes: it warns; open: too little is known to tell"`
	Result   string       `json:"result"   doc:"Text key"`
	Rule     string       `json:"rule"     doc:"Text key"`
	Count    int          `json:"count"    doc:"Accounts that it is about"`
	Inputs   []why.Figure `json:"inputs"`
	Cuts     []why.Figure `json:"cuts"`
}

// examined asks the detectors about the rows under the mask; margins may be left out.
func (v *View) examined(margins bool) [5]fallacy.Finding {
	n, last := v.Len(), wholeMonth(v.Ask.AsOf)
	c := fallacy.Columns{Key: make([]bool, n), Proven: make([]bool, n), Sales: make([]int64, n), Before: make([]int64, n), Ordered: make([]bool, n)}
	if margins {
		c.Margin = slices.Repeat([]null.Number{null.None}, n)
	}
	v.each(func(row int32) {
		t := v.trend(row, last, v.Ask.Returns)
		c.Key[row], c.Proven[row] = v.bySales.key(row), v.class(row) != grade.None || v.tiers[row] != pyramid.None
		c.Sales[row], c.Before[row], c.Ordered[row] = t.now, t.before, t.now != 0
		if margins {
			c.Margin[row] = t.gross()
		}
	})
	return v.Setting.Config.Mistakes.Examine(&c)
}

// Mistakes asks the detectors.
func (v *View) Mistakes(margins bool) Mistakes {
	m := Mistakes{Frame: v.Frame, Findings: []Finding{}}
	for _, f := range v.examined(margins) {
		state, _ := f.Warns.MarshalText()
		x := f.Explain()
		m.Findings = append(m.Findings, Finding{f.Detector, string(state), x.Result, x.Rule, len(f.Rows), x.Inputs, x.Cuts})
	}
	return m
}

// behindMistake are the accounts that a detector is about. Whose margins are low
// is told by the one that looks at margins, so that one is not behind a mark.
func (v *View) behindMistake(mark string) func(int32) bool {
	if mark != fallacy.Single && mark != fallacy.Neglect && mark != fallacy.BigTicket {
		return nil
	}
	for _, f := range v.examined(false) {
		if f.Detector == mark {
			slices.Sort(f.Rows)
			return func(row int32) bool {
				_, found := slices.BinarySearch(f.Rows, row)
				return found
			}
		}
	}
	return nil
}
