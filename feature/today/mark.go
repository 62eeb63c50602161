package today

import "erba/kernel"

// What somebody says of an item.
const (
	Done  = "done"  // he has seen to it
	Later = "later" // he will, some other day
)

const longest = 90 // days for which something can be put off

// Mark is what somebody has said of an item.
type Mark struct {
	ID      kernel.ID   `json:"id"               db:"id"`
	User    kernel.ID   `json:"-"                db:"user_id"`
	Rule    string      `json:"rule"             db:"rule" maxLength:"100"`
	Account kernel.ID   `json:"account,omitzero" db:"about_id"`
	Subject kernel.ID   `json:"subject,omitzero" db:"subject_id"`
	State   string      `json:"state"            db:"state" enum:"done,later"`
	Due     kernel.Date `json:"due,omitzero"     db:"due_on" doc:"Of the item: another day is another occasion"`
	Until   kernel.Date `json:"until,omitzero"   db:"until_on" doc:"When it comes back"`
	At      int64       `json:"-"                db:"made_at"`
}

// name is which item a mark, or an item, is about.
type name struct {
	rule             string
	account, subject kernel.ID
}

func (m Mark) name() name { return name{m.Rule, m.Account, m.Subject} }

// check completes what somebody says, and reports what is wrong about it.
func (m *Mark) check(today kernel.Date, again int) error {
	if m.Rule == "" {
		return kernel.Invalid("today.no_item").In("rule")
	}
	if m.State == Done {
		m.Until = today.Add(again)
		return nil
	}
	if days := m.Until.Days(today); m.Until.IsZero() || days < 1 || days > longest {
		return kernel.Invalid("today.bad_day", "days", longest).In("until")
	}
	return nil
}

// marks are somebody's own, by item.
type marks map[name]Mark

// hide reports whether an item is not to be shown today. What was ticked off is
// shown again on another occasion, what was put off on its day.
func (all marks) hide(n name, due, today kernel.Date) bool {
	m, said := all[n]
	if !said || m.Until.Compare(today) <= 0 {
		return false
	}
	return m.State == Later || m.Due == due
}
