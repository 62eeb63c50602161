// Package pool decides which accounts belong to nobody, when one falls back and who
// may take how many. A key account never falls back: rules that would let one are
// not put in force.
package pool

import (
	"erba/kernel"
)

// Subject is an account as far as the rules look at it.
type Subject struct {
	Account kernel.ID
	Owner   kernel.ID
	Class   string      // of method M25, None for who has never bought
	Order   kernel.Date // the last one; empty: never
	Visit   kernel.Date // the last contact that was written down, or visit or service as a cost
	Since   kernel.Date // when its owner got it
	Opened  kernel.Date
	Key     bool
	Claimed bool // its owner has registered it, and that still counts
}

// What the last contact was.
const (
	ByOrder  = "order"
	ByVisit  = "visit"
	ByOwner  = "owner" // nothing since somebody got it: from then on the days are counted
	ByOpened = "opened"
)

// Contact is the last one that is known of, and what it was.
func (s Subject) Contact() (on kernel.Date, by string) {
	on, by = s.Opened, ByOpened
	for _, one := range []struct {
		on kernel.Date
		by string
	}{{s.Since, ByOwner}, {s.Visit, ByVisit}, {s.Order, ByOrder}} {
		if !one.on.IsZero() && one.on.Compare(on) >= 0 {
			on, by = one.on, one.by
		}
	}
	return on, by
}

// Fall is an account that falls into the pool, or is about to.
type Fall struct {
	Account kernel.ID   `json:"account"  db:"account_id"`
	Due     kernel.Date `json:"due"      db:"due_on"`
	Last    kernel.Date `json:"last"     db:"last_on" doc:"The last contact that is known of"`
	By      string      `json:"by"       db:"last_by" enum:"order,visit,owner,opened" doc:"What it was"`
	Class   string      `json:"class"    db:"class"   enum:"A,B,C,none"`
	Days    int64       `json:"days"     db:"days"    doc:"So many days without contact, by the rule of its class"`
	owner   kernel.ID
}

// classKey and byKey are the text keys of the class and of the last contact.
func (f Fall) classKey() string { return "pool.class_" + f.Class }
func (f Fall) byKey() string    { return "pool.by_" + f.By }

// Judged is what rules say of all accounts on a day.
type Judged struct {
	Falls   []Fall // today
	Soon    []Fall // within the days of warning
	Keys    []Fall // key accounts that would fall, were they not kept
	Claimed int    // kept because they are registered
	Strays  []kernel.ID
}

// take judges one account.
func (j *Judged) take(r Rules, s Subject, today kernel.Date) {
	if s.Owner.IsZero() {
		if r.Unowned && !s.Key {
			j.Strays = append(j.Strays, s.Account)
		}
		return
	}
	days, ruled := r.of(s.Class)
	if !ruled {
		return
	}
	last, by := s.Contact()
	f := Fall{s.Account, last.Add(int(days)), last, by, s.Class, days, s.Owner}
	switch due := f.Due.Compare(today) <= 0; {
	case due && s.Key:
		if !r.spares(s.Account) {
			j.Keys = append(j.Keys, f)
		}
	case due && s.Claimed:
		j.Claimed++
	case due:
		j.Falls = append(j.Falls, f)
	case !s.Key && !s.Claimed && f.Due.Compare(today.Add(int(r.Warn))) <= 0:
		j.Soon = append(j.Soon, f)
	}
}
