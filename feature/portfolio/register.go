package portfolio

import "erba/kernel"

// Status is that of a key account.
type Status struct {
	Account kernel.ID   `json:"account" db:"account_id"`
	Since   kernel.Date `json:"since"   db:"since_on"`
	Manual  bool        `json:"manual"  db:"manual" doc:"Somebody has set the day"`
	Listed  kernel.Date `json:"listed,omitzero" db:"listed_on" doc:"The day on which it was entered"`
}

// Register is the key accounts under the mask, the largest first; rule narrows
// the rows to those that one rule made key accounts.
func (v *View) Register(rule string, p Page) (Register, error) { return v.RegisterOf(rule, nil, p) }

// RegisterOf is Register with rows for those accounts alone, unless they are nil.
func (v *View) RegisterOf(rule string, those map[kernel.ID]bool, p Page) (Register, error) {
	mark := rule
	if mark == "" {
		mark = allMark
	}
	behind := v.behindRule(mark)
	if behind == nil {
		return Register{}, kernel.Invalid("portfolio.bad_mark", "mark", mark)
	}
	r := Register{Frame: v.Frame, Rules: v.ruleTallies(), Rows: []RegisterRow{}}
	v.each(func(row int32) {
		if v.key(row) {
			r.Count++
			r.Coverage.tally(v.value[row])
		}
	})
	r.Coverage.of(v.ranked.Total)
	rows := v.order(byValueDown).page(v.after(p), p.Limit, func(row int32) bool {
		return v.mask.Has(row) && behind(row) && (those == nil || those[v.accounts[row].ID])
	})
	for _, row := range rows {
		m := v.member(row)
		r.Rows = append(r.Rows, RegisterRow{Member: m, Since: v.since(row), Lapse: v.fired[row] == 0})
	}
	r.Next = v.next(rows, p)
	return r, nil
}

func (v *View) ruleTallies() []RuleTally {
	all := make([]RuleTally, len(ruleNames))
	for i, rule := range v.Setting.Config.Rules.list() {
		all[i] = RuleTally{Rule: ruleNames[i], Enabled: rule.Enabled, Parameter: rule.Parameter}
	}
	v.each(func(row int32) {
		for i := range all {
			if v.fired[row]&(1<<i) != 0 {
				all[i].Count++
			}
		}
	})
	return all
}

// since is the day from which an account is a key account; empty if it is none.
func (e *Evaluated) since(row int32) kernel.Date {
	status, before := e.registered(e.accounts[row].ID)
	switch {
	case before:
		return status.Since
	case e.fired[row] != 0:
		return e.Ask.AsOf
	}
	return kernel.Date{}
}
